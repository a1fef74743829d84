// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Operations;
import io.github.ssoconnections.client.ApiBody;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.client.Effect;
import io.github.ssoconnections.client.ResponseType;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

/**
 * Default {@link Auth0SelfServiceProfiles}.
 */
final class DefaultAuth0SelfServiceProfiles implements Auth0SelfServiceProfiles {

	static final String PROFILES = "/self-service-profiles";

	static final String PROFILE_PATH = PROFILES + "/{profile_id}";

	private static final String TEXTS = PROFILE_PATH + "/custom-text/{language}/{page}";

	private static final ResponseType<SelfServiceProfile> PROFILE = ResponseType.of(SelfServiceProfile.class);

	private static final ResponseType<Map<String, String>> TEXTS_BY_KEY = ResponseType.of(Map.class, String.class,
			String.class);

	private static final ApiOperation<List<SelfServiceProfile>> LIST = Auth0Operations
		.<List<SelfServiceProfile>>read("self_service_profiles.list", PROFILES,
				ResponseType.of(List.class, SelfServiceProfile.class))
		.withScopes("read:self_service_profiles");

	private static final ApiOperation<SelfServiceProfile> GET = Auth0Operations
		.read("self_service_profiles.get", PROFILE_PATH, PROFILE)
		.withScopes("read:self_service_profiles");

	private static final ApiOperation<SelfServiceProfile> CREATE = Auth0Operations
		.create("self_service_profiles.create", PROFILES, PROFILE)
		.withRecoveryAdvice("list the self-service profiles")
		.withScopes("create:self_service_profiles");

	private static final ApiOperation<SelfServiceProfile> UPDATE = Auth0Operations
		.update("self_service_profiles.update", PROFILE_PATH, PROFILE)
		.withRecoveryAdvice("get the self-service profile and compare")
		.withScopes("update:self_service_profiles");

	private static final ApiOperation<Boolean> DELETE = Auth0Operations
		.delete("self_service_profiles.delete", PROFILE_PATH)
		.withScopes("delete:self_service_profiles");

	private static final ApiOperation<Map<String, String>> GET_TEXTS = Auth0Operations
		.<Map<String, String>>read("self_service_texts.get", TEXTS, TEXTS_BY_KEY)
		.withScopes("read:self_service_profile_custom_texts");

	private static final ApiOperation<Map<String, String>> SET_TEXTS = ApiOperation
		.of("self_service_texts.set", HttpMethod.PUT, TEXTS, Effect.PATCH, TEXTS_BY_KEY)
		.withBarInIds()
		.withRecoveryAdvice("set the texts again")
		.withScopes("update:self_service_profile_custom_texts");

	private final Auth0Client client;

	DefaultAuth0SelfServiceProfiles(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
	}

	@Override
	public Mono<List<SelfServiceProfile>> list() {
		return this.client.execute(LIST.call().query(new WholeList().perPage()));
	}

	@Override
	public Mono<SelfServiceProfile> get(String id) {
		return this.client.execute(GET.call(id));
	}

	@Override
	public Mono<SelfServiceProfile> create(NewSelfServiceProfile profile) {
		return this.client.execute(CREATE.call().body(profile))
			.onErrorMap(SsoApiException.Conflict.class, (full) -> new SsoApiException.Conflict(Reasons
				.add(this.client.account(), full, "a tenant can have 20 self-service profiles: update or delete one")));
	}

	@Override
	public Mono<SelfServiceProfile> update(String id, SelfServiceProfilePatch patch) {
		return this.client.execute(UPDATE.call(id).body(patch));
	}

	@Override
	public Mono<Void> delete(String id) {
		return this.client.execute(DELETE.call(id)).then();
	}

	@Override
	public Mono<Map<String, String>> getTexts(String id, String language, String page) {
		return this.client.execute(GET_TEXTS.call(id, language, page));
	}

	@Override
	public Mono<Map<String, String>> setTexts(String id, String language, String page, Map<String, String> texts) {
		Assert.notNull(texts, "'texts' must not be null");
		return this.client.execute(SET_TEXTS.call(id, language, page).body(Texts.of(texts)));
	}

	/** Query of the largest page, which has more room than there can be profiles. */
	private static final class WholeList extends ApiQuery<WholeList> {

		private static final int MAX_PAGE = 100;

		WholeList perPage() {
			return single("per_page", MAX_PAGE);
		}

	}

	/** Texts by key. */
	private static final class Texts extends ApiBody<Texts> {

		private static final int MAX_TEXT = 2000;

		static Texts of(Map<String, String> texts) {
			Texts body = new Texts();
			texts.forEach((key, text) -> {
				Assert.isTrue(text != null && text.length() <= MAX_TEXT,
						"'texts' must not be null or longer than 2000 characters");
				body.put(key, text);
			});
			return body;
		}

	}

}
