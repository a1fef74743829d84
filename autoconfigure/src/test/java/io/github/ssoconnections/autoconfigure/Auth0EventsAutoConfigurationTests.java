// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.ConnectionChanged.Kind;
import io.github.ssoconnections.ConnectionChanged.Origin;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.Auth0ConnectionPatch;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.event.EventOffsetStore;
import io.github.ssoconnections.index.ConnectionIndexSettings;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Event streams in an application.
 */
@ExtendWith(OutputCaptureExtension.class)
class Auth0EventsAutoConfigurationTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final Sandbox sandbox = Sandbox.start();

	private static final String[] ACCOUNT = { "sso-connections.auth0.base-url=" + sandbox.auth0().baseUrl(),
			"sso-connections.auth0.token=" + sandbox.auth0().token(), "sso-connections.index.initial-delay=1d" };

	private final BlockingQueue<ConnectionChanged> events = new LinkedBlockingQueue<>();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(Auth0AutoConfiguration.class, ConnectionCatalogAutoConfiguration.class,
				FleetAutoConfiguration.class, ConnectionIndexAutoConfiguration.class,
				Auth0EventsAutoConfiguration.class))
		.withInitializer((context) -> context
			.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) (event) -> {
				if (event.getPayload() instanceof ConnectionChanged change) {
					this.events.add(change);
				}
			}))
		.withPropertyValues(ACCOUNT);

	@BeforeEach
	void reset() {
		sandbox.reset();
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	private ConnectionChanged next() throws InterruptedException {
		ConnectionChanged event = this.events.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
		assertThat(event).as("An event within " + LIMIT).isNotNull();
		return event;
	}

	private static <T> T elsewhere(Function<Auth0ConnectionService, Mono<T>> call) {
		AtomicReference<T> result = new AtomicReference<>();
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(Auth0AutoConfiguration.class))
			.withPropertyValues(ACCOUNT)
			.run((context) -> result.set(call.apply(context.getBean(Auth0ConnectionService.class)).block(LIMIT)));
		return result.get();
	}

	private static String create(String name) {
		return elsewhere((service) -> service
			.create(new NewAuth0Connection().name(name).strategy(ConnectionStrategy.SAMLP).displayName("Acme"))).id();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sso-connections.auth0.events.enabled=false", "sso-connections.index.enabled=true" })
	void isOffByDefault(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).doesNotHaveBean(Auth0EventStreams.class)
				.doesNotHaveBean(EventOffsetStore.class));
	}

	@Test
	void publishesChangesMadeElsewhereAndThoseOfThisApplicationOnce() throws Exception {
		String id = create("acme");
		this.contextRunner.withPropertyValues("sso-connections.auth0.events.enabled=true").run((context) -> {
			RefreshedConnectionIndex index = context.getBean(RefreshedConnectionIndex.class);
			assertThat(context.getBean(Auth0EventStreams.class).isRunning()).isTrue();
			String other = awaitBaseline(index);
			context.getBean(Auth0ConnectionService.class)
				.update(id, new Auth0ConnectionPatch().displayName("By this application"))
				.block(LIMIT);
			assertThat(next().origin()).isEqualTo(Origin.OPERATION);
			elsewhere((service) -> service.update(id, new Auth0ConnectionPatch().displayName("Elsewhere")));
			ConnectionChanged event = next();
			assertThat(event.origin()).isEqualTo(Origin.VENDOR_EVENT);
			assertThat(event.kind()).isEqualTo(Kind.UPDATED);
			assertThat(event.connectionId()).isEqualTo(id);
			assertThat(event.changedFields()).containsExactly("name");
			elsewhere((service) -> service.delete(other));
			assertThat(next().kind()).isEqualTo(Kind.DELETED);
			assertThat(index.refreshedAt()).isNotNull();
			Auth0EventStreams streams = context.getBean(Auth0EventStreams.class);
			context.close();
			assertThat(streams.isRunning()).isFalse();
		});
	}

	@Test
	void publishesWhatHappenedWhileNoInstanceWasRunning() {
		String id = create("acme");
		EventOffsetStore offsets = EventOffsetStore.inMemory();
		ApplicationContextRunner restarted = this.contextRunner.withBean(EventOffsetStore.class, () -> offsets)
			.withPropertyValues("sso-connections.auth0.events.enabled=true");
		restarted.run((context) -> {
			awaitBaseline(context.getBean(RefreshedConnectionIndex.class));
			// Stored after the event was published
			Mono.defer(() -> offsets.load(Account.ofDefault("auth0")))
				.repeatWhenEmpty((empty) -> empty.delayElements(Duration.ofMillis(20)))
				.block(LIMIT);
		});
		this.events.clear();
		elsewhere((service) -> service.update(id, new Auth0ConnectionPatch().displayName("Meanwhile")));
		restarted.run((context) -> {
			context.getBean(RefreshedConnectionIndex.class).refresh().block(LIMIT);
			List<String> ids = List.of(next().connectionId(), "");
			if (!ids.contains(id)) {
				assertThat(next().connectionId()).isEqualTo(id);
			}
		});
	}

	@Test
	void saysThatAStreamIsNotUsedWhenTheIndexDoesNotHaveTheAccount(CapturedOutput output) {
		this.contextRunner.withPropertyValues("sso-connections.auth0.events.enabled=true")
			.withBean(RefreshedConnectionIndex.class,
					() -> new RefreshedConnectionIndex(List.of(), ConnectionIndexSettings.defaults()))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(output).contains("is enabled by 'sso-connections.auth0.events.enabled', and not used");
			});
	}

	@Test
	void takesTheSettingsOfEachAccount() {
		this.contextRunner
			.withPropertyValues("sso-connections.auth0.accounts.other.base-url=" + sandbox.auth0().baseUrl(),
					"sso-connections.auth0.accounts.other.token=" + sandbox.auth0().token(),
					"sso-connections.auth0.accounts.other.events.enabled=true")
			.run((context) -> {
				assertThat(context).hasSingleBean(Auth0EventStreams.class);
				context.getBean(RefreshedConnectionIndex.class).refresh().block(LIMIT);
				create("acme");
				assertThat(next().account()).isEqualTo("other");
				assertThat(this.events).isEmpty();
			});
	}

	/**
	 * Create connections until the stream tells of one, so that it is open and the index
	 * has its first state.
	 */
	private String awaitBaseline(RefreshedConnectionIndex index) throws InterruptedException {
		index.refresh().block(LIMIT);
		String id = create("baseline");
		ConnectionChanged event = next();
		assertThat(event.connectionId()).isEqualTo(id);
		assertThat(event.kind()).isEqualTo(Kind.CREATED);
		return id;
	}

}
