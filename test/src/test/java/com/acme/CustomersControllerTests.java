// SPDX-License-Identifier: Apache-2.0

// tag::customers-controller-tests[]
package com.acme;

import java.io.IOException;

import io.github.ssoconnections.handover.IdpProduct;
import io.github.ssoconnections.onboarding.OnboardingState;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.test.autoconfigure.AutoConfigureSsoSandbox;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest
@AutoConfigureSsoSandbox
class CustomersControllerTests {

	@Autowired
	CustomersController customers;

	@Autowired
	Sandbox sandbox;

	@Test
	void peopleOfACustomerSignInAtClerk() throws IOException {
		OnboardingState state = this.customers.create("clerk", "Globex", "globex.example", metadata());
		String id = state.connectionId();
		assertThat(this.customers.sheet("clerk", id, IdpProduct.OKTA)).contains("Globex");
		assertThat(this.customers.activate("clerk", id).isActive()).isFalse();
		this.sandbox.completeTestRuns();
		assertThat(this.customers.activate("clerk", id).isActive()).isTrue();
		assertThat(this.sandbox.clerkSignIn("ann@globex.example")).containsExactly(id);
	}

	@Test
	void peopleOfACustomerSignInAtAuth0() throws IOException {
		this.sandbox.auth0().clients("app");
		String id = this.customers.create("auth0", "Globex", "globex.example", metadata()).connectionId();
		assertThat(this.customers.activate("auth0", id).isActive()).isTrue();
		assertThat(this.customers.test("auth0", id)).contains("/authorize?");
	}

	@Test
	void rejectsMetadataThatCannotWork() {
		assertThatExceptionOfType(ResponseStatusException.class)
			.isThrownBy(() -> this.customers.create("clerk", "Globex", "globex.example", "<html>".getBytes()))
			.withMessageContaining("metadata_invalid");
	}

	private static byte[] metadata() throws IOException {
		return new ClassPathResource("metadata.xml").getContentAsByteArray();
	}

}
// end::customers-controller-tests[]
