// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.util.function.Function;

import io.github.ssoconnections.benchmarks.InBoot.Services;

/**
 * Who is compared.
 */
public enum Contestant {

	/**
	 * This project.
	 */
	SSO_CONNECTIONS("sso-connections", SsoConnections::new),

	/**
	 * Spring's client with the same records: the floor.
	 */
	WEB_CLIENT("Spring WebClient", RawWebClient::new),

	/**
	 * The transport and Jackson: the limit.
	 */
	REACTOR_NETTY("Reactor Netty + Jackson", RawReactorNetty::new),

	/**
	 * The client of the JDK and Jackson.
	 */
	JDK_CLIENT("JDK HttpClient + Jackson", RawJdkClient::new),

	/**
	 * Clerk's own.
	 */
	CLERK_SDK("Clerk Java SDK", ClerkSdk::new),

	/**
	 * Auth0's own.
	 */
	AUTH0_SDK("Auth0 Java SDK", Auth0Sdk::new),

	/**
	 * This project at Auth0.
	 */
	SSO_CONNECTIONS_AUTH0("sso-connections at Auth0", SsoConnectionsAuth0::new),

	/**
	 * This project, auto-configured.
	 */
	SSO_CONNECTIONS_IN_BOOT("sso-connections, auto-configured",
			(url) -> new SsoConnections(InBoot.start(url).getBean(Services.class).connections())),

	/**
	 * Spring's client, auto-configured and so observed, by the side of this project.
	 */
	WEB_CLIENT_IN_BOOT("Spring WebClient, auto-configured",
			(url) -> new RawWebClient(url, InBoot.start(url).getBean(Services.class).webClient()));

	private final String title;

	private final Function<String, Client> create;

	Contestant(String title, Function<String, Client> create) {
		this.title = title;
		this.create = create;
	}

	String title() {
		return this.title;
	}

	Client create(String url) {
		return this.create.apply(url);
	}

}
