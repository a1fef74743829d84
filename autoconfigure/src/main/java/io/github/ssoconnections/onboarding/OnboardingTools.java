// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.handover.HandOverSheets;
import io.github.ssoconnections.index.ConnectionIndex;
import io.github.ssoconnections.metadata.OidcDiscoveryClient;
import io.github.ssoconnections.metadata.SamlMetadataClient;
import org.jspecify.annotations.Nullable;

/**
 * What every {@link Onboarding} uses.
 *
 * @param metadata the client for SAML metadata
 * @param discovery the client for OIDC discovery documents
 * @param sheets makes the sheets for the administrators of IdPs
 * @param index returns the index of connections, or {@code null} if there is none
 * @param clock the clock
 * @param listener is notified of each step that was done; must not block. A failure is
 * logged, as the step is done
 */
public record OnboardingTools(SamlMetadataClient metadata, OidcDiscoveryClient discovery, HandOverSheets sheets,
		Supplier<@Nullable ConnectionIndex> index, Clock clock, Consumer<OnboardingStepCompleted> listener) {

	public OnboardingTools {
		Assert.notNull(metadata, "'metadata' must not be null");
		Assert.notNull(discovery, "'discovery' must not be null");
		Assert.notNull(sheets, "'sheets' must not be null");
		Assert.notNull(index, "'index' must not be null");
		Assert.notNull(clock, "'clock' must not be null");
		Assert.notNull(listener, "'listener' must not be null");
	}

}
