// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Callback to customize the {@link WebClient} that calls Clerk, and no other: to add a
 * filter, say. Applied in order, after all others. A connector that is set here is not
 * used.
 */
@FunctionalInterface
public interface ClerkWebClientCustomizer {

	/**
	 * Customize the builder.
	 * @param builder the builder of the client that calls Clerk
	 */
	void customize(WebClient.Builder builder);

}
