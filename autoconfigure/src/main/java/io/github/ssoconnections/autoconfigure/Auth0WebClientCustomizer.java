// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Callback to customize the {@link WebClient} that calls Auth0, its token endpoint
 * included, and no other: to add a filter, say. Applied in order, after all others. A
 * connector that is set here is not used.
 */
@FunctionalInterface
public interface Auth0WebClientCustomizer {

	/**
	 * Customize the builder.
	 * @param builder the builder of the client that calls Auth0
	 */
	void customize(WebClient.Builder builder);

}
