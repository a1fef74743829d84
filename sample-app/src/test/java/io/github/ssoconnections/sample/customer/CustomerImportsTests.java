// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.onboarding.Onboarding;
import io.github.ssoconnections.onboarding.OnboardingCheck;
import io.github.ssoconnections.onboarding.OnboardingRequest;
import io.github.ssoconnections.onboarding.OnboardingState;
import io.github.ssoconnections.onboarding.OnboardingStep;
import io.github.ssoconnections.onboarding.Onboardings;
import io.github.ssoconnections.onboarding.PartialOnboarding;
import io.github.ssoconnections.sample.web.ChangeGuard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.InOrder;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.reactive.result.view.Rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

@ExtendWith(OutputCaptureExtension.class)
class CustomerImportsTests {

	private static final List<ImportedCustomer> CUSTOMERS = ImportedCustomer.read("""
			customer,domains,metadata_url
			Globex,globex.example,https://idp.globex.example
			Soylent,soylent.example,https://idp.soylent.example
			""".getBytes(StandardCharsets.UTF_8));

	private final VirtualClock clock = new VirtualClock();

	private final CustomerImports imports = new CustomerImports(this.clock);

	private final Onboarding onboarding = mock(Onboarding.class);

	@BeforeEach
	void prepare() {
		given(this.onboarding.account()).willReturn(Account.ofDefault("clerk"));
		given(this.onboarding.check(any(OnboardingRequest.class)))
			.willReturn(Mono.just(new OnboardingCheck(null, null, List.of(), List.of(), List.of(), null, List.of())));
	}

	@Test
	void keepsImportsFor24Hours() {
		String id = start().id();
		this.clock.pass(Duration.ofHours(24).minusSeconds(1));
		assertThat(this.imports.get(id).phase()).isEqualTo(CustomerImport.Phase.CHECKED);
		this.clock.pass(Duration.ofSeconds(1));
		assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> this.imports.get(id));
	}

	@Test
	void keepsTheLatestOnlyAndNoneThatIsRunning() {
		String first = start().id();
		for (int i = 0; i < CustomerImports.MAX; i++) {
			start();
		}
		assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> this.imports.get(first));
		given(this.onboarding.check(any(OnboardingRequest.class))).willReturn(Mono.never());
		for (int i = 0; i < CustomerImports.MAX; i++) {
			start();
		}
		assertThatExceptionOfType(InvalidFormException.class).isThrownBy(this::start)
			.withMessage("Too many imports are running. Try again later.");
	}

	@Test
	void createsOneAfterTheOtherWhateverComesOfIt(CapturedOutput output) {
		Sinks.One<OnboardingState> first = Sinks.one();
		IllegalStateException failure = new IllegalStateException("unexpected");
		failure.addSuppressed(new PartialOnboarding(state("ent_2"), OnboardingStep.DISCOVERY_DOMAINS));
		given(this.onboarding.create(any())).willReturn(first.asMono()).willReturn(Mono.error(failure));
		CustomerImport started = start();
		assertThat(CustomerImport.creatable(started.lines())).isEqualTo(2);
		verify(this.onboarding, never()).create(any());
		assertThat(started.create()).isTrue();
		assertThat(started.create()).as("not twice at a time").isFalse();
		verify(this.onboarding).create(any());
		first.tryEmitValue(state("ent_1"));
		assertThat(started.phase()).isEqualTo(CustomerImport.Phase.DONE);
		assertThat(started.lines()).extracting((line) -> line.result().label()).containsExactly("Created", "Failed");
		assertThat(CustomerImport.creatable(started.lines())).as("to be tried again").isEqualTo(1);
		assertThat(output).contains("account=clerk/default connection=ent_1 action=\"import\" outcome=done")
			.contains("account=clerk/default connection=ent_2 action=\"import\" outcome=failed");
	}

	private static OnboardingState state(String connectionId) {
		return new OnboardingState("clerk", "default", "Globex", connectionId, null, List.of(), List.of(),
				List.of(OnboardingStep.CONNECTION));
	}

	@Test
	void stopsWithTheConsole() {
		Sinks.One<OnboardingState> first = Sinks.one();
		given(this.onboarding.create(any())).willReturn(first.asMono());
		start().create();
		assertThat(first.currentSubscriberCount()).isOne();
		this.imports.destroy();
		assertThat(first.currentSubscriberCount()).isZero();
	}

	@Test
	void showsOnePhaseAlthoughItEndsMeanwhile() {
		CustomerImport changing = mock(CustomerImport.class);
		given(changing.account()).willReturn(Account.ofDefault("clerk"));
		given(changing.phase()).willReturn(CustomerImport.Phase.CHECKING, CustomerImport.Phase.CHECKED);
		CustomerImports changingImports = mock(CustomerImports.class);
		given(changingImports.get("id")).willReturn(changing);
		Rendering page = new ImportPages(changingImports, mock(Onboardings.class), mock(ChangeGuard.class)).show("id");
		assertThat(page.modelAttributes()).containsEntry("phase", "CHECKING").containsEntry("running", true);
		assertThat(page.headers().getFirst("Refresh")).isEqualTo("2");
		InOrder order = inOrder(changing);
		order.verify(changing).phase();
		order.verify(changing).lines();
	}

	private CustomerImport start() {
		return this.imports.start(this.onboarding, CUSTOMERS);
	}

}
