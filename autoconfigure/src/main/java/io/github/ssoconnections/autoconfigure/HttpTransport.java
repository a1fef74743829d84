// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import io.github.ssoconnections.client.transport.ConnectionPool;
import io.github.ssoconnections.client.transport.ReactorNettyTransport;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.util.LambdaSafe;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.ClassUtils;

/**
 * Creates the connectors of the vendors: Reactor Netty, with the application's settings
 * for all clients, overridden by the vendor's properties. Closes their connections with
 * the application.
 */
final class HttpTransport implements SmartLifecycle, DisposableBean {

	private static final Log logger = LogFactory.getLog(HttpTransport.class);

	private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(10);

	private static final boolean REACTOR_NETTY = ClassUtils.isPresent("reactor.netty.http.client.HttpClient",
			HttpTransport.class.getClassLoader());

	private final ReactorClientHttpConnectorBuilder builder;

	private final HttpClientSettings global;

	private final ObjectProvider<SslBundles> sslBundles;

	private final UnaryOperator<ConnectionPool> pools;

	private final List<LazyConnector> connectors = new CopyOnWriteArrayList<>();

	private final List<Runnable> closing = new CopyOnWriteArrayList<>();

	private volatile boolean stopped;

	private volatile boolean running;

	HttpTransport(ObjectProvider<ClientHttpConnectorBuilder<?>> builder,
			ObjectProvider<ClientHttpConnectorBuilderCustomizer<?>> customizers,
			ObjectProvider<HttpClientSettings> global, ObjectProvider<SslBundles> sslBundles) {
		this(builder, customizers, global, sslBundles, UnaryOperator.identity());
	}

	HttpTransport(ObjectProvider<ClientHttpConnectorBuilder<?>> builder,
			ObjectProvider<ClientHttpConnectorBuilderCustomizer<?>> customizers,
			ObjectProvider<HttpClientSettings> global, ObjectProvider<SslBundles> sslBundles,
			UnaryOperator<ConnectionPool> pools) {
		if (!REACTOR_NETTY) {
			MissingReactorNettyException.fail();
		}
		this.builder = builder(builder.getIfAvailable(), customizers);
		this.global = global.getIfAvailable(HttpClientSettings::defaults);
		this.sslBundles = sslBundles;
		this.pools = pools;
	}

	private static ReactorClientHttpConnectorBuilder builder(@Nullable ClientHttpConnectorBuilder<?> application,
			ObjectProvider<ClientHttpConnectorBuilderCustomizer<?>> customizers) {
		if (application instanceof ReactorClientHttpConnectorBuilder reactor) {
			return reactor;
		}
		if (application != null) {
			logger.info("The vendors' APIs are called with Reactor Netty: the application's own "
					+ ClassUtils.getShortName(application.getClass()) + " is used by its other clients only");
		}
		return customized(ClientHttpConnectorBuilder.reactor(), customizers.orderedStream().toList());
	}

	@SuppressWarnings("unchecked")
	private static ReactorClientHttpConnectorBuilder customized(ReactorClientHttpConnectorBuilder builder,
			List<ClientHttpConnectorBuilderCustomizer<?>> customizers) {
		ReactorClientHttpConnectorBuilder[] customized = { builder };
		LambdaSafe.callbacks(ClientHttpConnectorBuilderCustomizer.class, customizers, builder)
			.invoke((customizer) -> customized[0] = (ReactorClientHttpConnectorBuilder) customizer
				.customize(customized[0]));
		return customized[0];
	}

	/**
	 * Create a connector. No connection is opened before the first request.
	 * @param pool the settings of its connection pool
	 * @param connectTimeout the connect timeout, {@code null} for the application's
	 * @param bundleProperty the property that names the SSL bundle
	 * @param sslBundle the name of the SSL bundle, {@code null} for none
	 * @return the connector
	 */
	ClientHttpConnector connector(ConnectionPool pool, @Nullable Duration connectTimeout, String bundleProperty,
			@Nullable String sslBundle) {
		LazyConnector connector = new LazyConnector(() -> build(pool, connectTimeout, bundleProperty, sslBundle));
		this.connectors.add(connector);
		return connector;
	}

	private ClientHttpConnector build(ConnectionPool pool, @Nullable Duration connectTimeout, String bundleProperty,
			@Nullable String sslBundle) {
		String bundle = RequiredProperty.sslBundle(bundleProperty, sslBundle, this.sslBundles);
		HttpClientSettings settings = HttpClientSettings.defaults()
			.withConnectTimeout(connectTimeout)
			.withSslBundle((bundle != null) ? this.sslBundles.getObject().getBundle(bundle) : null)
			.orElse(this.global);
		return ReactorNettyTransport.tune(this.builder, this.pools.apply(pool), settings, this.closing::add)
			.build(ReactorNettyTransport.tune(settings));
	}

	Duration responseTimeout(@Nullable Duration responseTimeout) {
		if (responseTimeout != null) {
			return responseTimeout;
		}
		Duration readTimeout = this.global.readTimeout();
		return (readTimeout != null) ? readTimeout : RESPONSE_TIMEOUT;
	}

	@Override
	public void start() {
		if (this.stopped) {
			this.connectors.forEach(LazyConnector::renew);
			this.stopped = false;
		}
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.stopped = !this.closing.isEmpty();
		destroy();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	// Stops before the event loops, which are in phase 0 and close the connections
	@Override
	public int getPhase() {
		return 1;
	}

	@Override
	public void destroy() {
		this.closing.forEach(Runnable::run);
	}

}
