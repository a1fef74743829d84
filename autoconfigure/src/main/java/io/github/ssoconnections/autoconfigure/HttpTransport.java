// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Makes the connector of a vendor: Boot's, with the application's settings for all
 * clients, and ours over them.
 */
final class HttpTransport {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(10);

	private static final boolean REACTOR_NETTY = ClassUtils.isPresent("reactor.netty.http.client.HttpClient",
			HttpTransport.class.getClassLoader());

	private final ClientHttpConnectorBuilder<?> builder;

	private final HttpClientSettings global;

	private final ObjectProvider<SslBundles> sslBundles;

	HttpTransport(ObjectProvider<ClientHttpConnectorBuilder<?>> builder, ObjectProvider<HttpClientSettings> global,
			ObjectProvider<SslBundles> sslBundles) {
		this.builder = builder.getIfAvailable(ClientHttpConnectorBuilder::detect);
		this.global = global.getIfAvailable(HttpClientSettings::defaults);
		this.sslBundles = sslBundles;
	}

	ClientHttpConnector connector(@Nullable Duration connectTimeout, @Nullable String sslBundle) {
		HttpClientSettings settings = HttpClientSettings.defaults()
			.withConnectTimeout(connectTimeout)
			.withSslBundle(StringUtils.hasText(sslBundle) ? this.sslBundles.getObject().getBundle(sslBundle) : null)
			.orElse(this.global)
			.orElse(HttpClientSettings.defaults().withConnectTimeout(CONNECT_TIMEOUT))
			// A followed redirect would carry the key, or turn a change into a read
			.withRedirects(HttpRedirects.DONT_FOLLOW)
			.withCookieHandling(HttpCookieHandling.DISABLE)
			// The pipeline bounds the attempt as a whole: a second timer would only race
			// it
			.withReadTimeout(null);
		return (REACTOR_NETTY ? ReactorNetty.tune(this.builder) : this.builder).build(settings);
	}

	Duration responseTimeout(@Nullable Duration responseTimeout) {
		if (responseTimeout != null) {
			return responseTimeout;
		}
		Duration readTimeout = this.global.readTimeout();
		return (readTimeout != null) ? readTimeout : RESPONSE_TIMEOUT;
	}

}
