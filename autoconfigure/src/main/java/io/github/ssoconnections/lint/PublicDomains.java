// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.lint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.url.HostNames;

import org.springframework.util.Assert;

/**
 * E-mail domains that do not belong to a single company: public suffixes of the Public
 * Suffix List (ICANN and private section), default domains of tenants of identity
 * providers, and public mail services. Such a domain should never be marked as verified
 * for a connection.
 * <p>
 * The lists are read once, at the first use.
 */
public final class PublicDomains {

	private static final PublicDomains DEFAULTS = new PublicDomains(Set.of(), Set.of());

	private static final Pattern VARIANT = Pattern.compile("([a-z0-9-]+)\\.([a-z]{2,3}|com?\\.[a-z]{2})");

	private final Set<String> additional;

	private final Set<String> except;

	private PublicDomains(Set<String> additional, Set<String> except) {
		this.additional = additional;
		this.except = except;
	}

	/**
	 * Return the built-in domains.
	 * @return the domains of the lists
	 */
	public static PublicDomains defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these domains with additions and exceptions.
	 * @param additional domains to add
	 * @param except domains that belong to a single company, which take precedence
	 * @return the domains
	 * @throws IllegalArgumentException if a domain is not fully qualified
	 */
	public PublicDomains with(Collection<String> additional, Collection<String> except) {
		Assert.notNull(additional, "'additional' must not be null");
		Assert.notNull(except, "'except' must not be null");
		return new PublicDomains(union(this.additional, additional), union(this.except, except));
	}

	private static Set<String> union(Set<String> present, Collection<String> domains) {
		Set<String> union = new HashSet<>(present);
		for (String domain : domains) {
			String name = normalize(domain);
			Assert.isTrue(HostNames.isQualified(name),
					() -> Excerpt.quoted(domain) + " is not a domain, such as example.com");
			union.add(name);
		}
		return Set.copyOf(union);
	}

	/**
	 * Return why a domain does not belong to a single company.
	 * @param domain the domain, in upper or lower case, with or without a final dot; an
	 * internationalized name is converted as browsers do it
	 * @return a finding with the code {@link FindingCode#PUBLIC_SUFFIX} or
	 * {@link FindingCode#PUBLIC_MAIL_DOMAIN}, empty if the domain is in no list
	 */
	public Optional<Finding> find(String domain) {
		Assert.notNull(domain, "'domain' must not be null");
		String name = normalize(domain);
		if (name.isEmpty() || this.except.contains(name)) {
			return Optional.empty();
		}
		if (this.additional.contains(name)) {
			return Optional.of(FindingCode.PUBLIC_MAIL_DOMAIN.finding(
					Excerpt.quoted(domain) + " is configured as a domain that does not belong to a single company."));
		}
		if (Lists.SUFFIXES.contains(name) || Lists.named("tenants").contains(name)) {
			return Optional.of(FindingCode.PUBLIC_SUFFIX
				.finding("Anybody can have a domain beneath " + Excerpt.quoted(domain) + "."));
		}
		return isMailService(name) ? Optional.of(FindingCode.PUBLIC_MAIL_DOMAIN
			.finding("Anybody can have an address at " + Excerpt.quoted(domain) + ".")) : Optional.empty();
	}

	private static boolean isMailService(String name) {
		Set<String> services = Lists.named("mail");
		Matcher variant = VARIANT.matcher(name);
		return services.contains(name) || (variant.matches() && services.contains(variant.group(1) + ".*"));
	}

	static String normalize(String domain) {
		Assert.notNull(domain, "A domain must not be null");
		String name = HostNames.toAscii(domain.strip());
		return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
	}

	/** Lists, which are read when this class is loaded. */
	private static final class Lists {

		static final PublicSuffixes SUFFIXES = new PublicSuffixes(
				lines("public-suffixes.txt").stream().filter((line) -> !line.startsWith("//")).toList());

		private static final Map<String, Set<String>> NAMES = names(lines("public-domains.txt"));

		private Lists() {
		}

		static Set<String> named(String section) {
			return NAMES.getOrDefault(section, Set.of());
		}

		private static Map<String, Set<String>> names(List<String> lines) {
			Map<String, Set<String>> names = new HashMap<>();
			Set<String> section = Set.of();
			for (String line : lines) {
				if (line.startsWith("[")) {
					section = names.computeIfAbsent(line.substring(1, line.length() - 1), (name) -> new HashSet<>());
				}
				else if (!line.startsWith("#")) {
					section.addAll(Arrays.asList(line.split("\\s+")));
				}
			}
			return names;
		}

		private static List<String> lines(String resource) {
			try (InputStream stream = PublicDomains.class.getResourceAsStream(resource)) {
				Assert.state(stream != null, () -> "The list '" + resource + "' is missing");
				BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
				return reader.lines().map(String::strip).filter((line) -> !line.isEmpty()).collect(Collectors.toList());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
