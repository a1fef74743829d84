// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.handover.IdpProduct;
import io.github.ssoconnections.sample.web.CertificateBody;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The customers who are being added, in memory: for 24 hours after the last change, and
 * the latest ones only.
 */
@Component
class CustomerDrafts {

	static final Duration LIFETIME = Duration.ofHours(24);

	static final int MAX = 100;

	private static final int ID_BYTES = 18;

	private final SecureRandom random = new SecureRandom();

	/** By id, those changed latest at the end. */
	private final Map<String, Entry> entries = new LinkedHashMap<>();

	/** By id, those whose connections are being created. */
	private final Set<String> creating = new HashSet<>();

	private final Clock clock;

	@Autowired
	CustomerDrafts(ObjectProvider<Clock> clock) {
		this(clock.getIfUnique(Clock::systemUTC));
	}

	CustomerDrafts(Clock clock) {
		this.clock = clock;
	}

	synchronized CustomerDraft create(Account account, String customer, IdpProduct product, IdpInput idp) {
		byte[] id = new byte[ID_BYTES];
		this.random.nextBytes(id);
		CustomerDraft draft = new CustomerDraft(Base64.getUrlEncoder().withoutPadding().encodeToString(id), account,
				customer, product, idp, null, null, false, null);
		put(draft);
		return draft;
	}

	/**
	 * Return a customer.
	 * @param id the id in the address
	 * @return the customer
	 * @throws org.springframework.web.ErrorResponseException 404 if there is none
	 */
	synchronized CustomerDraft get(String id) {
		removeExpired();
		Entry entry = this.entries.get(id);
		if (entry == null) {
			throw CertificateBody.problem(HttpStatus.NOT_FOUND, "customer-expired", "These entries are gone",
					"The console keeps what was entered about a customer for 24 hours, and not beyond a restart of "
							+ "its own. Start again: what exists at the vendor is found, and not created twice.");
		}
		return entry.draft();
	}

	synchronized CustomerDraft update(String id, UnaryOperator<CustomerDraft> change) {
		CustomerDraft draft = change.apply(get(id));
		put(draft);
		return draft;
	}

	synchronized void discard(String id) {
		if (this.creating.contains(id)) {
			throw CertificateBody.problem(HttpStatus.CONFLICT, "being-created", "The connection is being created",
					"Nothing was discarded: wait until that is done.");
		}
		this.entries.remove(id);
	}

	/**
	 * Begin to create the connection of a customer, unless another request is doing it.
	 * @param id the id in the address
	 * @return whether it has begun: then, {@link #endCreation} must follow
	 */
	synchronized boolean beginCreation(String id) {
		return this.creating.add(id);
	}

	synchronized void endCreation(String id) {
		this.creating.remove(id);
	}

	/**
	 * Return all customers.
	 * @return the customers, those changed latest first
	 */
	synchronized List<CustomerDraft> all() {
		removeExpired();
		List<CustomerDraft> drafts = new ArrayList<>();
		this.entries.values().forEach((entry) -> drafts.add(entry.draft()));
		Collections.reverse(drafts);
		return drafts;
	}

	private void put(CustomerDraft draft) {
		this.entries.remove(draft.id());
		removeExpired();
		if (this.entries.size() >= MAX) {
			this.entries.remove(this.entries.keySet().iterator().next());
		}
		this.entries.put(draft.id(), new Entry(draft, this.clock.instant()));
	}

	private void removeExpired() {
		Instant oldest = this.clock.instant().minus(LIFETIME);
		this.entries.values().removeIf((entry) -> !entry.changedAt().isAfter(oldest));
	}

	private record Entry(CustomerDraft draft, Instant changedAt) {
	}

}
