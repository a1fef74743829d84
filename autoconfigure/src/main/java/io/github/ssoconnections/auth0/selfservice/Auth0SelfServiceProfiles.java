// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import java.util.List;
import java.util.Map;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import reactor.core.publisher.Mono;

/**
 * Self-service profiles and their texts. A profile says what the assistant shows to a
 * customer's administrator; tickets are made from it, see
 * {@link Auth0SelfServiceTickets}.
 * <p>
 * Every failure is an {@link SsoApiException}. An invalid argument fails the method call
 * with an {@link IllegalArgumentException}, and nothing is sent.
 *
 * @see <a href=
 * "https://auth0.com/docs/api/management/v2/self-service-profiles/get-self-service-profiles">Auth0:
 * self-service profiles</a>
 */
public interface Auth0SelfServiceProfiles {

	/** The only language of texts at Auth0. */
	String ENGLISH = "en";

	/** The only page with texts at Auth0. */
	String GET_STARTED = "get-started";

	/**
	 * Create the service for one tenant.
	 * @param client the tenant
	 * @return the service
	 */
	static Auth0SelfServiceProfiles create(Auth0Client client) {
		return new DefaultAuth0SelfServiceProfiles(client);
	}

	/**
	 * List all profiles; Auth0 allows 20. Needs the scope
	 * {@code read:self_service_profiles}.
	 * @return the profiles
	 */
	Mono<List<SelfServiceProfile>> list();

	/**
	 * Get a profile. Needs the scope {@code read:self_service_profiles}.
	 * @param id the id of the profile
	 * @return the profile
	 */
	Mono<SelfServiceProfile> get(String id);

	/**
	 * Create a profile. Needs the scope {@code create:self_service_profiles}.
	 * @param profile the profile
	 * @return the created profile, or {@link SsoApiException.Conflict} if the tenant has
	 * 20 already
	 */
	Mono<SelfServiceProfile> create(NewSelfServiceProfile profile);

	/**
	 * Update a profile. Tickets that were made from it show the change. Needs the scope
	 * {@code update:self_service_profiles}.
	 * @param id the id of the profile
	 * @param patch the update
	 * @return the updated profile
	 */
	Mono<SelfServiceProfile> update(String id, SelfServiceProfilePatch patch);

	/**
	 * Delete a profile. Needs the scope {@code delete:self_service_profiles}.
	 * @param id the id of the profile
	 * @return completes when the profile is deleted
	 */
	Mono<Void> delete(String id);

	/**
	 * Get the texts of a page. Needs the scope
	 * {@code read:self_service_profile_custom_texts}.
	 * @param id the id of the profile
	 * @param language the language, {@value #ENGLISH}
	 * @param page the page, {@value #GET_STARTED}
	 * @return the texts by key, without those that have Auth0's default
	 */
	Mono<Map<String, String>> getTexts(String id, String language, String page);

	/**
	 * Replace the texts of a page. A text that is left out has Auth0's default. Needs the
	 * scope {@code update:self_service_profile_custom_texts}.
	 * @param id the id of the profile
	 * @param language the language, {@value #ENGLISH}
	 * @param page the page, {@value #GET_STARTED}
	 * @param texts the texts by key, at most 2000 characters each, with basic HTML tags
	 * and links
	 * @return the texts by key
	 */
	Mono<Map<String, String>> setTexts(String id, String language, String page, Map<String, String> texts);

}
