// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.metadata.OidcDiscoveryClient;
import io.github.ssoconnections.metadata.SamlMetadataClient;
import io.github.ssoconnections.metadata.SamlMetadataSettings;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the client for IdP metadata.
 * Needs no account, and opens no connection before its first use.
 */
@AutoConfiguration
@ConditionalOnClass(WebClient.class)
@EnableConfigurationProperties(SamlMetadataProperties.class)
public final class SamlMetadataAutoConfiguration {

	private static final String SSL_BUNDLE = "sso-connections.certificates.metadata.ssl.bundle";

	@Bean
	@ConditionalOnMissingBean
	SamlMetadataClient samlMetadataClient(SamlMetadataProperties properties, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<ObservationRegistry> observations) {
		return SamlMetadataClient.create(settings(properties, sslBundles),
				observations.getIfUnique(() -> ObservationRegistry.NOOP));
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	OidcDiscoveryClient oidcDiscoveryClient(SamlMetadataProperties properties, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<ObservationRegistry> observations) {
		return OidcDiscoveryClient.create(settings(properties, sslBundles),
				observations.getIfUnique(() -> ObservationRegistry.NOOP));
	}

	private static SamlMetadataSettings settings(SamlMetadataProperties properties,
			ObjectProvider<SslBundles> sslBundles) {
		String bundle = RequiredProperty.sslBundle(SSL_BUNDLE, properties.getSsl().getBundle(), sslBundles);
		return properties.toSettings((bundle != null) ? sslBundles.getObject().getBundle(bundle) : null);
	}

}
