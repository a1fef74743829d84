// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import wiremock.com.fasterxml.jackson.databind.node.ArrayNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The options of a social connection: the vendor adds the scopes that its flags stand
 * for, as recorded of its API. Flags that were not recorded have no scope.
 */
final class SocialOptions {

	private static final Map<String, Map<String, String>> SCOPES = Map.of("apple", themselves("name", "email"),
			"facebook", themselves("email", "groups_access_member_info", "user_birthday", "public_profile"), "github",
			github(), "google-oauth2",
			Map.of("email", "email", "profile", "profile", "gmail", "https://mail.google.com/mail/feed/atom", "youtube",
					"https://gdata.youtube.com"),
			"linkedin",
			Map.of("email", "r_emailaddress", "profile", "r_liteprofile", "basic_profile", "r_basicprofile"),
			"salesforce-community", Map.of(), "windowslive",
			Map.of("graph_user", "https://graph.microsoft.com/User.Read"));

	private SocialOptions() {
	}

	static void derive(String strategy, ObjectNode options) {
		if (strategy.equals("line")) {
			options.put("profile", true);
			return;
		}
		Map<String, String> scopes = SCOPES.get(strategy);
		if (scopes == null) {
			return;
		}
		List<String> derived = options.properties()
			.stream()
			.filter((option) -> option.getValue().asBoolean() && scopes.containsKey(option.getKey()))
			.map((option) -> scopes.get(option.getKey()))
			.toList();
		switch (strategy) {
			case "apple" -> options.put("scope", String.join(" ", derived));
			case "facebook" -> options.put("scope", String.join(",", derived));
			default -> {
				ArrayNode list = options.putArray("scope");
				derived.forEach(list::add);
			}
		}
	}

	private static Map<String, String> themselves(String... names) {
		return Stream.of(names).collect(Collectors.toMap((name) -> name, (name) -> name));
	}

	private static Map<String, String> github() {
		return Map.ofEntries(Map.entry("email", "user:email"), Map.entry("read_user", "read:user"),
				Map.entry("follow", "user:follow"), Map.entry("public_repo", "public_repo"), Map.entry("repo", "repo"),
				Map.entry("repo_deployment", "repo_deployment"), Map.entry("repo_status", "repo:status"),
				Map.entry("delete_repo", "delete_repo"), Map.entry("notifications", "notifications"),
				Map.entry("gist", "gist"), Map.entry("read_repo_hook", "read:repo_hook"),
				Map.entry("write_repo_hook", "write:repo_hook"), Map.entry("admin_repo_hook", "admin:repo_hook"),
				Map.entry("read_org", "read:org"), Map.entry("write_org", "write:org"),
				Map.entry("admin_org", "admin:org"), Map.entry("read_public_key", "read:public_key"),
				Map.entry("write_public_key", "write:public_key"), Map.entry("admin_public_key", "admin:public_key"));
	}

}
