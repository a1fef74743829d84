// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Link to a sign-in that tests a connection. Clerk returns no id of the run: it is the
 * newest run of {@link EnterpriseConnectionService#listTestRuns}.
 *
 * @param url the short-lived address, which is a secret: it permits the test sign-in
 * @param unknownFields the unknown fields
 */
public record TestRunLink(@Nullable Secret url,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public TestRunLink {
		unknownFields = UnknownFields.of(unknownFields);
	}

}
