// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.certificate;

import java.util.List;

import io.github.ssoconnections.autoconfigure.CertificateMonitorProperties;
import io.github.ssoconnections.autoconfigure.CertificateProperties;
import io.github.ssoconnections.autoconfigure.ConnectionIndexProperties;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import io.github.ssoconnections.fleet.EventPublications;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.monitor.CertificateMonitor;
import io.github.ssoconnections.sample.Account;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Monitors the sandbox, and a real account only if a property says so. The bean is always
 * there and chooses when it is created, for the reason that the account does.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ CertificateMonitorProperties.class, CertificateProperties.class,
		ConnectionIndexProperties.class })
class CertificateMonitorConfiguration {

	private static final String ENABLED = "sso-connections.certificates.monitor.enabled";

	@Bean
	RefreshedConnectionIndex connectionIndex(ObjectProvider<ConnectionCatalog> catalogs,
			ObjectProvider<Account> accounts, Environment environment, ConnectionIndexProperties properties,
			CertificateMonitorProperties monitor) {
		Boolean enabled = environment.getProperty(ENABLED, Boolean.class);
		List<ConnectionCatalog> watched = catalogs.orderedStream()
			.filter((catalog) -> (enabled != null) ? enabled : isOfSandbox(catalog, accounts))
			.toList();
		return new RefreshedConnectionIndex(watched, properties.toSettings(monitor));
	}

	@Bean
	CertificateMonitor certificateMonitor(RefreshedConnectionIndex index, CertificateProperties certificates,
			EventPublications publications) {
		return new CertificateMonitor(index, certificates.toThresholds(), publications);
	}

	private static boolean isOfSandbox(ConnectionCatalog catalog, ObjectProvider<Account> accounts) {
		return accounts.stream()
			.anyMatch((account) -> account.isSandbox() && account.vendor().equals(catalog.vendor()));
	}

}
