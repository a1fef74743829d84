// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.net.IDN;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;
import io.github.ssoconnections.client.CreateOrFind.Candidate;
import io.github.ssoconnections.client.CreateOrFind.Match;
import org.jspecify.annotations.Nullable;

import org.springframework.util.CollectionUtils;

/**
 * Name and domains that identify a connection, in the form in which the vendor stores
 * them: without surrounding blanks, domains in lower case, in ASCII and without a final
 * dot.
 *
 * @param name the display name
 * @param domains the domains
 */
public record ConnectionIdentity(String name, Set<String> domains) {

	/** Description of the identity, for exceptions. */
	static final String SAMENESS = "this name and these domains";

	/** Characters that IDNA2003, which Java supports, and UTS 46 convert differently. */
	private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

	public ConnectionIdentity {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(domains, "'domains' must not be null");
		domains = Set.copyOf(domains);
	}

	/**
	 * Return the identity of a connection that is to be created.
	 * @param connection the connection, with name and domains
	 * @return the identity
	 * @throws IllegalArgumentException if the name or the domains are not set, or a
	 * domain has characters that programs convert in different ways
	 */
	public static ConnectionIdentity of(NewEnterpriseConnection connection) {
		return of((ApiBody<?>) connection);
	}

	static ConnectionIdentity of(ApiBody<?> body) {
		Assert.notNull(body, "'connection' must not be null");
		Assert.isTrue(body.get("name") instanceof String, "'name' must be set, to search by it");
		Assert.isTrue(body.get("domains") instanceof Collection<?> domains && !domains.isEmpty(),
				"'domains' must be set, to search by it");
		List<String> domains = ((Collection<?>) body.get("domains")).stream().map(String::valueOf).toList();
		Assert.isTrue(domains.stream().noneMatch((domain) -> AMBIGUOUS.matcher(domain).find()),
				"'domains' must not have characters that are converted in different ways: write it as xn--…");
		return new ConnectionIdentity(((String) body.get("name")).strip(), normalized(domains));
	}

	/**
	 * Return the identity of a connection that exists.
	 * @param connection the connection
	 * @return the identity, empty if the response lacks the name or the domains
	 */
	public static Optional<ConnectionIdentity> ofExisting(EnterpriseConnection connection) {
		Assert.notNull(connection, "'connection' must not be null");
		List<String> domains = connection.domains();
		if (connection.name().isEmpty() || domains == null || connection.unknownFields().containsKey("domains")) {
			return Optional.empty();
		}
		return Optional.of(new ConnectionIdentity(connection.name().strip(), normalized(domains)));
	}

	Candidate<EnterpriseConnection> compare(EnterpriseConnection found) {
		return new Candidate<>(found, found.id(),
				and(matchName(found.name()), matchDomains(found.domains(), found.unknownFields())));
	}

	Candidate<SamlConnection> compare(SamlConnection found) {
		String first = found.domain();
		boolean firstOnly = CollectionUtils.isEmpty(found.domains()) && first != null && !first.isBlank();
		Match domains = firstOnly ? toMatch(this.domains.contains(normalized(String.valueOf(first))))
				: matchDomains(found.domains(), found.unknownFields());
		return new Candidate<>(found, found.id(), and(matchName(found.name()), domains));
	}

	private Match matchName(String found) {
		return found.isEmpty() ? Match.UNKNOWN : toMatch(this.name.equals(found.strip()));
	}

	private Match matchDomains(@Nullable List<String> found, Map<String, @Nullable Object> unknownFields) {
		if (found == null || unknownFields.containsKey("domains")) {
			return Match.UNKNOWN;
		}
		return toMatch(this.domains.equals(normalized(found)));
	}

	private static Match toMatch(boolean match) {
		return match ? Match.YES : Match.NO;
	}

	private static Match and(Match one, Match other) {
		if (one == Match.NO || other == Match.NO) {
			return Match.NO;
		}
		return (one == Match.YES) ? other : one;
	}

	private static Set<String> normalized(Collection<String> domains) {
		return domains.stream().map(ConnectionIdentity::normalized).collect(Collectors.toSet());
	}

	private static String normalized(String domain) {
		String text = domain.strip().toLowerCase(Locale.ROOT);
		String ascii = AMBIGUOUS.matcher(text).find() ? text : toAscii(text);
		return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
	}

	private static String toAscii(String domain) {
		try {
			return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
		}
		catch (IllegalArgumentException ex) {
			return domain;
		}
	}

}
