// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.ApiVendor;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.client.ratelimit.RateLimit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;

/**
 * Authentication, rate limits and error format of Clerk.
 *
 * @see <a href="https://clerk.com/docs/guides/development/errors/backend-api">Errors of
 * the Backend API</a>
 */
final class ClerkVendor implements ApiVendor {

	static final String NAME = "clerk";

	private static final TypeReference<Map<String, @Nullable Object>> META = new TypeReference<>() {
	};

	private static final RateLimit PRODUCTION = RateLimit.of(1000, Duration.ofSeconds(10));

	private static final RateLimit DEVELOPMENT = RateLimit.of(100, Duration.ofSeconds(10));

	/** Remedies by error code. */
	private static final Map<String, String> REMEDIES = Map.of("unsupported_subscription_plan_features",
			"the plan of the instance does not include this: among others, connections of an organization and verified "
					+ "domains need the B2B add-on in production",
			"feature_not_enabled", "the feature is not enabled for the instance: enable it in the dashboard",
			"organization_not_enabled_in_instance",
			"organizations are not enabled for the instance: enable them in the dashboard", "quota_exceeded",
			"the quota of the instance is used up: a development instance, for example, has at most 25 enterprise "
					+ "connections");

	private final ClerkConnectionDetails details;

	private final Map<String, String> headers;

	private final Account account;

	ClerkVendor(ClerkConnectionDetails details, String apiVersion) {
		this.details = details;
		this.headers = Map.of("Clerk-API-Version", apiVersion);
		this.account = new Account(NAME, details.account());
	}

	@Override
	public Account account() {
		return this.account;
	}

	@Override
	public Credentials credentials() {
		Secret key = Secret.of(this.details.getApiKey());
		return new Credentials(this.details.getBaseUrl(), key,
				key.value().startsWith("sk_test_") ? DEVELOPMENT : PRODUCTION);
	}

	@Override
	public List<String> credentialProperties() {
		return List.of("api-key");
	}

	@Override
	public Map<String, String> headers() {
		return this.headers;
	}

	@Override
	public Failure readFailure(@Nullable JsonNode body, HttpHeaders headers) {
		List<ApiError> errors = new ArrayList<>();
		if (body != null) {
			body.path("errors").forEach((error) -> errors.add(readError(error)));
		}
		String traceId = (body != null) ? text(body, "clerk_trace_id") : null;
		if (traceId == null) {
			traceId = headers.getFirst("Clerk-Trace-Id");
		}
		return new Failure(errors, (traceId != null) ? traceId : headers.getFirst("cf-ray"));
	}

	@Override
	public @Nullable String remedy(int status, List<ApiError> errors, List<String> scopes) {
		return (status == 402 || status == 403) ? errors.stream()
			.map((error) -> REMEDIES.get(String.valueOf(error.code())))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null) : null;
	}

	@Override
	public boolean isUnprocessed(int status, List<ApiError> errors) {
		return status == 429
				|| (status == 409 && errors.stream().anyMatch((error) -> "resource_locked".equals(error.code())));
	}

	private static ApiError readError(JsonNode error) {
		JsonNode meta = error.path("meta");
		UnknownFields fields = (meta.isObject()) ? UnknownFields.of(WireJson.mapper().convertValue(meta, META))
				: UnknownFields.none();
		return new ApiError(text(error, "code"), text(error, "message"), text(error, "long_message"),
				text(meta, "param_name"), fields);
	}

	private static @Nullable String text(JsonNode node, String field) {
		JsonNode value = node.path(field);
		return value.isString() ? value.stringValue() : null;
	}

}
