// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.AuthenticationPurpose;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.options.GoogleAppsOptions;
import io.github.ssoconnections.auth0.options.StrategyOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Maps what all strategies have in common.
 */
final class CommonMapper {

	private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

	private static final String DOMAINS = "domains";

	private CommonMapper() {
	}

	/**
	 * Map what identifies the connection at Clerk.
	 * @param draft the draft
	 */
	static void mapIdentity(Draft draft) {
		mapName(draft);
		mapDomains(draft);
	}

	private static void mapName(Draft draft) {
		Auth0Connection source = draft.source();
		String given = draft.override().name();
		String displayName = source.displayName();
		if (given != null) {
			draft.name(given);
			draft.changed("display_name", "name", "The name was given.");
		}
		else if (displayName != null && StringUtils.hasText(displayName)) {
			draft.name(displayName.strip());
			draft.mapped("display_name", "name", "The display name goes over.");
		}
		else {
			draft.name(source.name());
			draft.changed("name", "name", "The connection has no display name: its name is used.");
		}
	}

	private static void mapDomains(Draft draft) {
		List<String> given = draft.override().domains();
		Set<String> domains = new LinkedHashSet<>();
		if (given != null) {
			given.forEach((domain) -> domains.add(domain.strip().toLowerCase(Locale.ROOT)));
			draft.changed("options.domain_aliases", DOMAINS, "The domains were given.");
		}
		else {
			List<String> aliases = draft.read(StrategyOptions.DOMAIN_ALIASES);
			add(draft, domains, "options.domain_aliases", (aliases != null) ? aliases : List.of());
			add(draft, domains, "options.tenant_domain", listOf(draft.text(StrategyOptions.TENANT_DOMAIN)));
			// At Okta, it is the address of the IdP
			if (!ConnectionStrategy.OKTA.equals(draft.source().strategy())) {
				add(draft, domains, "options.domain", listOf(draft.text(GoogleAppsOptions.DOMAIN)));
			}
		}
		if (domains.isEmpty()) {
			draft.blocked("options.domain_aliases", DOMAINS,
					"Auth0 has no e-mail domain, and Clerk needs one: ask the customer, and give the domains.");
		}
		else {
			draft.domains(List.copyOf(domains));
		}
	}

	private static List<String> listOf(@Nullable String text) {
		return (text != null) ? List.of(text) : List.of();
	}

	private static void add(Draft draft, Set<String> domains, String field, List<String> texts) {
		List<String> dropped = new ArrayList<>();
		List<String> kept = new ArrayList<>();
		for (String text : texts) {
			(URI.matcher(text.strip()).matches() ? dropped : kept).add(text.strip().toLowerCase(Locale.ROOT));
		}
		kept.removeIf(String::isEmpty);
		domains.addAll(kept);
		if (!kept.isEmpty()) {
			boolean same = kept.equals(texts);
			if (same) {
				draft.mapped(field, DOMAINS, "The domains go over.");
			}
			else {
				draft.changed(field, DOMAINS, "The domains go over in lower case, without what is no domain.");
			}
		}
		dropped.forEach((uri) -> draft.changed(field, DOMAINS, Excerpt.quoted(uri) + " is a URI and was left out."));
	}

	/**
	 * Map what does not depend on the protocol.
	 * @param draft the draft
	 */
	static void mapRest(Draft draft) {
		AuthenticationPurpose authentication = draft.source().authentication();
		boolean inactive = authentication != null && Boolean.FALSE.equals(authentication.active());
		draft.changed("authentication.active", "active", inactive ? "It is inactive at Auth0, and is created inactive."
				: "It is created inactive: activate it when the IdP has the new values, and a test succeeded.");
		mapUpdates(draft);
	}

	private static void mapUpdates(Draft draft) {
		String source = "options.set_user_root_attributes";
		String target = "sync_user_attributes";
		String value = draft.text(StrategyOptions.SET_USER_ROOT_ATTRIBUTES);
		if (value == null || value.equals("on_each_login")) {
			draft.target().syncUserAttributes(true);
			draft.changed(source, target, "True: attributes are updated at each sign-in.");
		}
		else if (value.equals("on_first_login")) {
			draft.target().syncUserAttributes(false);
			draft.changed(source, target, "False: attributes are set at the first sign-in.");
		}
		else if (value.equals("never_on_login")) {
			draft.target().syncUserAttributes(false);
			draft.changed(source, target,
					"False. At Auth0, sign-ins create no users: set disable_jit_provisioning if Clerk must not either.");
		}
		else {
			draft.notMapped(source, target, Excerpt.quoted(value) + " is unknown: Clerk's default stays.");
		}
	}

}
