// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.time.Duration;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.handover.IdpProduct;
import org.junit.jupiter.api.Test;

import org.springframework.web.ErrorResponseException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CustomerDraftsTests {

	private final VirtualClock clock = new VirtualClock();

	private final CustomerDrafts drafts = new CustomerDrafts(this.clock);

	@Test
	void keepsEntriesFor24HoursAfterTheLastChange() {
		String id = create("Globex");
		this.clock.pass(Duration.ofHours(23));
		this.drafts.update(id, (draft) -> draft.withDomains(DomainsInput.propose("Globex")));
		this.clock.pass(Duration.ofHours(23).plusMinutes(59));
		assertThat(this.drafts.get(id).customer()).isEqualTo("Globex");
		this.clock.pass(Duration.ofMinutes(1));
		assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> this.drafts.get(id))
			.satisfies((ex) -> assertThat(ex.getStatusCode().value()).isEqualTo(404));
		assertThat(this.drafts.all()).isEmpty();
	}

	@Test
	void keepsTheLatestOnly() {
		String first = create("first");
		String second = create("second");
		for (int i = 2; i < CustomerDrafts.MAX; i++) {
			create("customer " + i);
		}
		this.drafts.update(first, (draft) -> draft.withDomains(DomainsInput.propose("first")));
		create("last");
		assertThat(this.drafts.all()).hasSize(CustomerDrafts.MAX)
			.extracting(CustomerDraft::customer)
			.startsWith("last", "first")
			.doesNotContain("second");
		assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> this.drafts.get(second));
	}

	@Test
	void keepsEntriesWhoseConnectionIsBeingCreated() {
		String id = create("Globex");
		assertThat(this.drafts.beginCreation(id)).isTrue();
		assertThat(this.drafts.beginCreation(id)).isFalse();
		assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> this.drafts.discard(id))
			.satisfies((ex) -> assertThat(ex.getStatusCode().value()).isEqualTo(409));
		this.drafts.endCreation(id);
		this.drafts.discard(id);
		assertThat(this.drafts.all()).isEmpty();
	}

	@Test
	void hasIdsThatCannotBeGuessed() {
		assertThat(create("Globex")).matches("[A-Za-z0-9_-]{24}").isNotEqualTo(create("Globex"));
	}

	@Test
	void writesNoSecret() {
		IdpInput idp = new IdpInput(IdpInput.Kind.OIDC, "", null, "", "", "", "", "https://idp.example", "client",
				Secret.of("not-to-be-shown"));
		String id = this.drafts.create(Account.ofDefault("clerk"), "Globex", IdpProduct.GENERIC_OIDC, idp).id();
		assertThat(this.drafts.get(id).toString()).doesNotContain("not-to-be-shown");
	}

	private String create(String customer) {
		return this.drafts.create(Account.ofDefault("clerk"), customer, IdpProduct.OKTA, IdpInput.EMPTY).id();
	}

}
