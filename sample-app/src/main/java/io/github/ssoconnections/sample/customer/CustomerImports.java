// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.onboarding.Onboarding;
import io.github.ssoconnections.sample.web.CertificateBody;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The imports of the last 24 hours, in memory, and the latest ones only.
 */
@Component
class CustomerImports implements DisposableBean {

	static final int MAX = 10;

	private static final int ID_BYTES = 18;

	private final SecureRandom random = new SecureRandom();

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	private final Clock clock;

	@Autowired
	CustomerImports(ObjectProvider<Clock> clock) {
		this(clock.getIfUnique(Clock::systemUTC));
	}

	CustomerImports(Clock clock) {
		this.clock = clock;
	}

	synchronized CustomerImport start(Onboarding onboarding, List<ImportedCustomer> customers) {
		removeExpired();
		if (this.entries.size() >= MAX) {
			String oldest = this.entries.keySet().iterator().next();
			InvalidFormException.check(!isRunning(oldest), "Too many imports are running. Try again later.");
			this.entries.remove(oldest);
		}
		byte[] id = new byte[ID_BYTES];
		this.random.nextBytes(id);
		CustomerImport started = new CustomerImport(Base64.getUrlEncoder().withoutPadding().encodeToString(id),
				onboarding, customers);
		this.entries.put(started.id(), new Entry(started, this.clock.instant()));
		started.check();
		return started;
	}

	private boolean isRunning(String id) {
		Entry entry = this.entries.get(id);
		return entry != null && entry.customers().phase().isRunning();
	}

	synchronized CustomerImport get(String id) {
		removeExpired();
		Entry entry = this.entries.get(id);
		if (entry == null) {
			throw CertificateBody.problem(HttpStatus.NOT_FOUND, "import-expired", "This import is gone",
					"The console keeps an import for 24 hours, and not beyond a restart of its own. Import the file "
							+ "again: what exists at the vendor is found, and not created twice.");
		}
		return entry.customers();
	}

	private void removeExpired() {
		Instant oldest = this.clock.instant().minus(CustomerDrafts.LIFETIME);
		List<String> expired = new ArrayList<>();
		this.entries.forEach((id, entry) -> {
			if (!entry.startedAt().isAfter(oldest)) {
				entry.customers().stop();
				expired.add(id);
			}
		});
		expired.forEach(this.entries::remove);
	}

	@Override
	public synchronized void destroy() {
		this.entries.values().forEach((entry) -> entry.customers().stop());
	}

	private record Entry(CustomerImport customers, Instant startedAt) {
	}

}
