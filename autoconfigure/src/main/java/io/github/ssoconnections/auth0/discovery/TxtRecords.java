// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.discovery;

import java.util.List;

import reactor.core.publisher.Mono;

/**
 * Lookup of TXT records in DNS.
 */
@FunctionalInterface
public interface TxtRecords {

	/**
	 * Look up the TXT records of a host.
	 * @param host the host in ASCII, without a final dot
	 * @return the texts, empty if there is no record or no such host; fails if the lookup
	 * fails
	 */
	Mono<List<String>> lookup(String host);

	/**
	 * Look up in the DNS of the machine, with the resolver of the JDK (module
	 * {@code jdk.naming.dns}) on a thread that may block. Nothing of it is loaded before
	 * the first lookup. A lookup fails after seven seconds, whatever the number of name
	 * servers.
	 * @return the lookup
	 */
	static TxtRecords ofDns() {
		return (host) -> DnsTxtRecords.lookup(host, "dns:");
	}

}
