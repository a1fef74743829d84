// SPDX-License-Identifier: Apache-2.0

package com.acme;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.ssoconnections.onboarding.OnboardingState;
import io.github.ssoconnections.test.autoconfigure.SsoSandboxConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the application of the tutorial over the sandbox, as its pages say: from the
 * creation to the activation at both vendors.
 */
class TutorialTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

	@Test
	void peopleOfACustomerSignIn() throws Exception {
		byte[] metadata = new ClassPathResource("metadata.xml").getContentAsByteArray();
		try (ConfigurableApplicationContext context = SpringApplication.from(CustomersApplication::main)
			.with(SsoSandboxConfiguration.class, TestCustomersApplication.SandboxClients.class)
			.run()
			.getApplicationContext()) {
			CustomersController customers = context.getBean(CustomersController.class);
			OnboardingState state = customers.create("clerk", "Globex", "globex.example", metadata);
			String id = state.connectionId();
			assertThat(customers.create("clerk", "Globex", "globex.example", metadata).connectionId()).isEqualTo(id);
			String link = customers.test("clerk", id);
			assertThat(customers.activate("clerk", id).isActive()).isFalse();
			assertThat(customers.activate("clerk", id).isActive()).isFalse();
			signIn(link);
			assertThat(customers.activate("clerk", id).isActive()).isTrue();
			String auth0Id = customers.create("auth0", "Globex", "globex.example", metadata).connectionId();
			assertThat(customers.activate("auth0", auth0Id).isActive()).isTrue();
			assertThat(customers.test("auth0", auth0Id)).contains("/authorize?");
		}
	}

	private static void signIn(String link) throws Exception {
		HttpClient browser = HttpClient.newBuilder().connectTimeout(LIMIT).build();
		String page = browser
			.send(HttpRequest.newBuilder(URI.create(link)).timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString())
			.body();
		Matcher form = FORM.matcher(page);
		assertThat(form.find()).isTrue();
		HttpResponse<Void> chosen = browser.send(HttpRequest.newBuilder(URI.create(link))
			.timeout(LIMIT)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("outcome=success&form=" + form.group(1)))
			.build(), HttpResponse.BodyHandlers.discarding());
		assertThat(chosen.statusCode()).isEqualTo(303);
	}

}
