// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.ClassUtils;

/**
 * Makes the connectors of the vendors: Boot's, with the application's settings for all
 * clients, and ours over them. Closes their connections with the application.
 */
final class HttpTransport implements SmartLifecycle, DisposableBean {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(10);

	private static final boolean REACTOR_NETTY = ClassUtils.isPresent("reactor.netty.http.client.HttpClient",
			HttpTransport.class.getClassLoader());

	private final ClientHttpConnectorBuilder<?> builder;

	private final HttpClientSettings global;

	private final ObjectProvider<SslBundles> sslBundles;

	private final Lifetimes lifetimes;

	private final List<LazyConnector> connectors = new CopyOnWriteArrayList<>();

	private final List<Runnable> closing = new CopyOnWriteArrayList<>();

	private volatile boolean stopped;

	private volatile boolean running;

	HttpTransport(ObjectProvider<ClientHttpConnectorBuilder<?>> builder, ObjectProvider<HttpClientSettings> global,
			ObjectProvider<SslBundles> sslBundles) {
		this(builder, global, sslBundles, Lifetimes.DEFAULTS);
	}

	HttpTransport(ObjectProvider<ClientHttpConnectorBuilder<?>> builder, ObjectProvider<HttpClientSettings> global,
			ObjectProvider<SslBundles> sslBundles, Lifetimes lifetimes) {
		this.builder = builder.getIfAvailable(ClientHttpConnectorBuilder::detect);
		this.global = global.getIfAvailable(HttpClientSettings::defaults);
		this.sslBundles = sslBundles;
		this.lifetimes = lifetimes;
	}

	/**
	 * Return a connector. Nothing is opened before the first request.
	 * @param pool bounds of its pool
	 * @param connectTimeout the time that connecting may take, if it is not the
	 * application's
	 * @param bundleProperty the property that names the SSL bundle
	 * @param sslBundle the name of the SSL bundle, if there is one
	 * @return the connector
	 */
	ClientHttpConnector connector(Pool pool, @Nullable Duration connectTimeout, String bundleProperty,
			@Nullable String sslBundle) {
		LazyConnector connector = new LazyConnector(() -> build(pool, connectTimeout, bundleProperty, sslBundle));
		this.connectors.add(connector);
		return connector;
	}

	private ClientHttpConnector build(Pool pool, @Nullable Duration connectTimeout, String bundleProperty,
			@Nullable String sslBundle) {
		String bundle = RequiredProperty.sslBundle(bundleProperty, sslBundle, this.sslBundles);
		HttpClientSettings settings = HttpClientSettings.defaults()
			.withConnectTimeout(connectTimeout)
			.withSslBundle((bundle != null) ? this.sslBundles.getObject().getBundle(bundle) : null)
			.orElse(this.global)
			.orElse(HttpClientSettings.defaults().withConnectTimeout(CONNECT_TIMEOUT))
			// A followed redirect would carry the key, or turn a change into a read
			.withRedirects(HttpRedirects.DONT_FOLLOW)
			.withCookieHandling(HttpCookieHandling.DISABLE)
			// The pipeline bounds the attempt: a second timer would only race it
			.withReadTimeout(null);
		ClientHttpConnectorBuilder<?> tuned = REACTOR_NETTY
				? ReactorNetty.tune(this.builder, pool, this.lifetimes, this.closing::add) : this.builder;
		return JdkTransport.build(tuned, settings);
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
			// Those of Reactor Netty would go on with event loops that have ended
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

	// Before the event loops of Spring, in phase 0: without one, no connection closes
	@Override
	public int getPhase() {
		return 1;
	}

	@Override
	public void destroy() {
		this.closing.forEach(Runnable::run);
	}

	/**
	 * Bounds of a pool of connections.
	 *
	 * @param name the name of the vendor
	 * @param maxConnections the number of connections
	 * @param maxPending how many requests may wait for one
	 * @param longestSilence after which a connection is closed whose request has no
	 * answer yet: above the time that an attempt has, for what the pipeline has let go of
	 */
	record Pool(String name, int maxConnections, int maxPending, Duration longestSilence) {
	}

	/**
	 * How long the connections of a pool may be used. Common load balancers close an idle
	 * one after a minute.
	 *
	 * @param idle the time since the last answer
	 * @param life the time since it was opened
	 */
	record Lifetimes(Duration idle, Duration life) {

		static final Lifetimes DEFAULTS = new Lifetimes(Duration.ofSeconds(30), Duration.ofMinutes(5));

	}

	/**
	 * Takes what is to be done when the application closes.
	 */
	@FunctionalInterface
	interface Closing {

		void add(Runnable close);

	}

}
