// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.catalog.ConnectionCatalog;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The catalogs of all accounts at all vendors. Those of named accounts are injected by
 * qualifier only, so that an {@code ObjectProvider} does not have them.
 */
public final class ConnectionCatalogs {

	private final ObjectProvider<ConnectionCatalog> catalogs;

	private final ListableBeanFactory beanFactory;

	ConnectionCatalogs(ObjectProvider<ConnectionCatalog> catalogs, ListableBeanFactory beanFactory) {
		this.catalogs = catalogs;
		this.beanFactory = beanFactory;
	}

	/**
	 * Return the catalogs.
	 * @return the catalogs that are default candidates, in their order, then those of
	 * named accounts
	 */
	public List<ConnectionCatalog> all() {
		return Stream
			.concat(this.catalogs.orderedStream(),
					AccountBeans.ofNamedAccounts(this.beanFactory, ConnectionCatalog.class))
			.toList();
	}

}
