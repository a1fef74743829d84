// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.annotation.JsonValue;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.options.OidcOptions;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.OidcSettings;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.clerk.TestRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests that a key, a client secret and what a test run brings are shown nowhere: with
 * every logger at TRACE, with details of requests switched on, and with a server that
 * echoes requests in its errors.
 */
@ExtendWith(OutputCaptureExtension.class)
class NoSecretsShownTests {

	private static final String CANARY = "CANARY";

	private static final String CONSOLE = "CONSOLE";

	private static final String KEY = "sk_test_CANARYkey";

	private static final String CLIENT_SECRET = "CANARYclient";

	private static final String TOKEN = "CANARYtoken";

	private final CapturingAppender log = new CapturingAppender();

	private final List<String> shown = new ArrayList<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final AtomicInteger requestsWithKey = new AtomicInteger();

	private final AtomicInteger requestsWithToken = new AtomicInteger();

	private final Level levelBefore = root().getLevel();

	private final Appender<ILoggingEvent> consoleBefore = root().getAppender(CONSOLE);

	private HttpServer server;

	private volatile HttpHandler handler;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext("/", (exchange) -> {
			if (("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
				this.requestsWithKey.incrementAndGet();
			}
			if (("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
				this.requestsWithToken.incrementAndGet();
			}
			this.handler.handle(exchange);
		});
		this.server.start();
	}

	@AfterEach
	void stop() {
		root().detachAppender(this.log);
		root().setLevel(this.levelBefore);
		if (this.consoleBefore != null && !root().isAttached(this.consoleBefore)) {
			root().addAppender(this.consoleBefore);
		}
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	@Test
	void showsNoSecretWhateverHappens(CapturedOutput output) {
		try (ConfigurableApplicationContext context = application()) {
			callAuth0(context);
			succeed(context);
			fail(context);
			for (String name : context.getBeanFactory().getSingletonNames()) {
				this.shown.add(name + " " + context.getBeanFactory().getSingleton(name));
			}
		}
		assertThat(this.requestsWithKey).as("Requests that carried the key").hasValueGreaterThan(25);
		assertThat(this.requestsWithToken).as("Requests that carried the token").hasValueGreaterThan(8);
		assertThat(this.log.events).as("Events in the log").hasSizeGreaterThan(100);
		assertThat(this.log.events).noneMatch((event) -> event.contains(CANARY));
		assertThat(this.shown).hasSizeGreaterThan(60).noneMatch((text) -> text.contains(CANARY));
		assertThat(output.getAll()).doesNotContain(CANARY);
	}

	private void callAuth0(ConfigurableApplicationContext context) {
		Auth0ConnectionService service = context.getBean(Auth0ConnectionService.class);
		NewAuth0Connection connection = new NewAuth0Connection().name("acme")
			.strategy(ConnectionStrategy.OIDC)
			.options(new OidcOptions().set(OidcOptions.CLIENT_SECRET, Secret.of(CLIENT_SECRET)));
		respond(403, "{\"error\":\"access_denied\",\"error_description\":\"no CANARYauth0\"}");
		showFailure(service.get("con_1"));
		respond(200, "{\"access_token\":\"CANARYtoken\",\"expires_in\":\"CANARYexpiry\"}");
		showFailure(service.create(connection));
		respond(200, "{\"access_token\":\"CANARYtoken\",\"id\":\"con_1\",\"new\":\"CANARYunknown\","
				+ "\"options\":{\"client_secret\":\"CANARYoption\",\"new\":\"CANARYunknown\"}}");
		show(service.get("con_1"));
		show(service.create(connection));
		show(service.mergeOptions("con_1", new OidcOptions().set(OidcOptions.CLIENT_SECRET, Secret.of(CLIENT_SECRET))));
		this.shown.add(connection.toString());
		for (int status : new int[] { 400, 403, 404, 409, 500 }) {
			respond(status, "{\"access_token\":\"CANARYtoken\",\"errorCode\":\"CANARYclient\",\"error\":"
					+ "\"no CANARYclient\",\"message\":\"Bearer CANARYtoken is wrong\"}");
			assertThat(showFailure(service.create(connection)).status()).isEqualTo(status);
		}
	}

	private void succeed(ConfigurableApplicationContext context) {
		EnterpriseConnectionService service = context.getBean(EnterpriseConnectionService.class);
		respond(200, "{\"id\":\"ent_1\",\"new_field\":\"CANARYunknown\",\"oauth_config\":{\"new\":\"CANARYunknown\"}}");
		show(service.get("ent_1"));
		show(service.create(newConnection()));
		show(service.update("ent_1", patch()));
		show(service.delete("ent_1"));
		respond(200, "{\"data\":[{\"id\":\"ent_1\",\"new_field\":\"CANARYunknown\"}],\"total_count\":1}");
		show(service.list());
		show(service.listAll().collectList());
		show(context.getBean(SamlConnectionService.class).list());
		respond(200, "{\"data\":[{\"id\":\"run_1\",\"status\":\"success\",\"saml\":{\"saml_response\":\"CANARYsaml\"},"
				+ "\"oauth\":{\"id_token\":\"CANARYid\",\"access_token\":\"CANARYaccess\"}}]," + "\"total_count\":1}");
		TestRun run = show(service.listTestRuns("ent_1")).data().get(0);
		assertThat(run.saml().samlResponse().value()).isEqualTo("CANARYsaml");
		respond(200, "{\"url\":\"https://clerk.example.com/test?token=CANARYlink\"}");
		assertThat(show(service.createTestRun("ent_1")).url().value()).contains(CANARY);
		this.shown.add(newConnection().toString());
		this.shown.add(patch().toString());
	}

	private void fail(ConfigurableApplicationContext context) {
		EnterpriseConnectionService service = context.getBean(EnterpriseConnectionService.class);
		String errors = "{\"errors\":[{\"code\":\"CANARYclient\",\"message\":\"no CANARYclient\",\"long_message\":"
				+ "\"Bearer sk_test_CANARYkey is wrong\",\"meta\":{\"param_name\":\"sk_test_CANARYkey\",\"deep\":"
				+ "[{\"value\":\"CANARYclient\"}]}}],\"clerk_trace_id\":\"sk_test_CANARYkey\"}";
		for (int status : new int[] { 400, 401, 402, 403, 404, 409, 410, 413, 415, 418, 422, 429, 500, 502, 503 }) {
			respond(status, errors);
			assertThat(showFailure(service.create(newConnection())).status()).isEqualTo(status);
			assertThat(showFailure(service.update("ent_1", patch())).status()).isEqualTo(status);
		}
		respond(401, "{\"errors\":[{\"message\":\"sk_test_CANARYkey is wrong\"}]}");
		showFailure(service.get("ent_1"));
		showFailure(service.listAll().collectList());
		respond(500, "<html>CANARYbody</html>");
		showFailure(service.delete("ent_1"));
		respond(200, "{\"id\":\"ent_1\",CANARYbody");
		showFailure(service.get("ent_1"));
		respond(200, "{\"domains\":{\"new\":\"CANARYbody\"}}");
		show(service.create(newConnection()));
		respond(200, "{\"id\":\"ent_1\",\"active\":\"CANARYbody\",\"created_at\":\"CANARYbody\"}");
		show(service.get("ent_1"));
		respond(200, "{\"id\":[\"CANARYbody\"]}");
		showFailure(service.get("ent_1"));
		respond(200, "\"CANARYbody\"");
		showFailure(service.listTestRuns("ent_1"));
		respond(200, "{\"new_field\":\"" + "CANARYbody".repeat(2000) + "\"}");
		showFailure(service.get("ent_1"));
		this.handler = (exchange) -> {
			exchange.getResponseHeaders().set("Location", "https://clerk.example.com/?token=CANARYlocation");
			exchange.sendResponseHeaders(302, -1);
			exchange.close();
		};
		showFailure(service.get("ent_1"));
		this.handler = (exchange) -> {
			exchange.sendResponseHeaders(200, 1000);
			exchange.getResponseBody().write("{\"id\":\"CANARYbody".getBytes(StandardCharsets.UTF_8));
			exchange.close();
		};
		showFailure(service.create(newConnection()));
		this.handler = HttpExchange::close;
		showFailure(service.update("ent_1", patch()));
		this.handler = (exchange) -> {
			// No response
		};
		showFailure(service.create(newConnection()));
		this.server.stop(0);
		showFailure(service.create(newConnection()));
		showFailure(service.get("ent_1"));
		this.shown.add(print(catchThrowable(() -> service.get("../" + KEY))));
		this.shown.add(
				print(catchThrowable(() -> service.create(newConnection().set("new", new Unwritable(CLIENT_SECRET))))));
	}

	private static NewEnterpriseConnection newConnection() {
		return new NewEnterpriseConnection().name("Acme")
			.domains("acme.com")
			.oidc(new OidcSettings().clientId("id").clientSecret(CLIENT_SECRET))
			.set("new_field", "CANARYunknown");
	}

	private static EnterpriseConnectionPatch patch() {
		return new EnterpriseConnectionPatch().oidc(new OidcSettings().clientSecret(CLIENT_SECRET));
	}

	private <T> T show(Mono<T> call) {
		T result = call.block(Duration.ofSeconds(20));
		this.shown.add(result.toString());
		return result;
	}

	private SsoApiException showFailure(Mono<?> call) {
		Throwable failure = catchThrowable(() -> call.block(Duration.ofSeconds(20)));
		assertThat(failure).isInstanceOf(SsoApiException.class);
		SsoApiException exception = (SsoApiException) failure;
		this.shown.add(print(exception));
		this.shown.add(exception + " " + exception.errors() + " " + exception.traceId() + " " + exception.code());
		exception.errors().forEach((error) -> error.meta().values().forEach((value) -> this.shown.add("" + value)));
		return exception;
	}

	private static String print(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	private void respond(int status, String body) {
		this.handler = (exchange) -> {
			exchange.getRequestBody().readAllBytes();
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(status, bytes.length);
			exchange.getResponseBody().write(bytes);
			exchange.close();
		};
	}

	private ConfigurableApplicationContext application() {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.registerShutdownHook(false)
			.listeners((event) -> listen())
			.run("--sso-connections.clerk.api-key=" + KEY,
					"--sso-connections.clerk.base-url=http://127.0.0.1:" + this.server.getAddress().getPort() + "/v1",
					"--sso-connections.auth0.base-url=http://127.0.0.1:" + this.server.getAddress().getPort(),
					"--sso-connections.auth0.client-id=id", "--sso-connections.auth0.client-secret=CANARYauth0",
					"--sso-connections.auth0.rate-limit.enabled=false",
					"--sso-connections.clerk.response-timeout=700ms",
					"--sso-connections.clerk.rate-limit.max-pause=1ms",
					"--sso-connections.clerk.retry.initial-backoff=1ms",
					"--sso-connections.auth0.retry.initial-backoff=1ms",
					"--sso-connections.clerk.max-response-size=10KB", "--spring.http.codecs.log-request-details=true",
					"--logging.level.root=trace");
	}

	// Again and again, as setting the log up throws every appender out
	private void listen() {
		if (!root().isAttached(this.log)) {
			this.log.start();
			root().addAppender(this.log);
		}
		// The log is looked at event by event
		root().detachAppender(CONSOLE);
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	/**
	 * A value that Jackson fails on, with a message that holds a secret.
	 *
	 * @param secret the secret
	 */
	record Unwritable(String secret) {

		@JsonValue
		String broken() {
			throw new IllegalStateException(this.secret);
		}

	}

	private static final class CapturingAppender extends AppenderBase<ILoggingEvent> {

		private final Queue<String> events = new ConcurrentLinkedQueue<>();

		@Override
		protected void append(ILoggingEvent event) {
			// The server of this test
			if (!event.getLoggerName().contains("sun.net.httpserver")) {
				String throwable = ThrowableProxyUtil.asString(event.getThrowableProxy());
				this.events.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + throwable);
			}
		}

	}

}
