// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.ServiceProviderDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The values of a sheet by the names that texts use for them, such as {@code {acsUrl}}.
 */
final class Placeholders {

	/** The names that a text may have. */
	static final List<String> NAMES = List.of("customer", "product", "connectionId", "connectionName", "entityId",
			"acsUrl", "acsUrlPattern", "organizationAcsUrl", "metadataUrl", "certificateUrl", "realm", "endpoint",
			"redirectUri", "scimBaseUrl", "nameIdFormat", "domains", "signInUrl");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

	private static final Pattern SPECIAL = Pattern.compile("[\\\\.\\[\\]{}()*+?^$|/-]");

	private final Map<String, String> values = new HashMap<>();

	Placeholders(HandOverValues values, Map<String, String> nameIdFormats) {
		ServiceProviderDetails details = values.serviceProvider();
		put("customer", values.customer());
		put("product", values.product().displayName());
		put("connectionId", values.connectionId());
		put("connectionName", values.connectionName());
		put("entityId", details.entityId());
		put("acsUrl", details.acsUrl());
		put("acsUrlPattern", pattern(details));
		put("organizationAcsUrl", details.organizationAcsUrl());
		put("metadataUrl", details.metadataUrl());
		put("certificateUrl", details.certificateUrl());
		put("realm", details.realm());
		put("endpoint", details.endpoint());
		put("redirectUri", details.redirectUri());
		put("scimBaseUrl", details.scimBaseUrl());
		put("nameIdFormat", nameIdFormat(values.nameIdFormat(), nameIdFormats));
		put("domains", String.join(", ", values.domains()));
		put("signInUrl", values.signInUrl());
	}

	private void put(String name, @Nullable String value) {
		if (StringUtils.hasText(value)) {
			this.values.put(name, value);
		}
	}

	// In the words of the console, with the URN that other documents have
	private static @Nullable String nameIdFormat(@Nullable String format, Map<String, String> words) {
		if (format == null) {
			return null;
		}
		String word = words.get(format.substring(format.lastIndexOf(':') + 1));
		return (word != null) ? word + " (" + format + ")" : format;
	}

	private static @Nullable String pattern(ServiceProviderDetails details) {
		String acsUrl = details.acsUrl();
		if (acsUrl == null) {
			return null;
		}
		String urls = Stream.of(acsUrl, (details.organizationAcsUrl() != null) ? details.organizationAcsUrl() : "")
			.filter(StringUtils::hasText)
			.map((url) -> SPECIAL.matcher(url).replaceAll("\\\\$0"))
			.collect(Collectors.joining("|"));
		return (details.organizationAcsUrl() != null) ? "^(" + urls + ")$" : "^" + urls + "$";
	}

	/**
	 * Return the placeholders of a text.
	 * @param text the text
	 * @return the names between braces, in order
	 */
	static Set<String> namesIn(String text) {
		Set<String> names = new LinkedHashSet<>();
		Matcher matcher = PLACEHOLDER.matcher(text);
		while (matcher.find()) {
			names.add(matcher.group(1));
		}
		return names;
	}

	/**
	 * Return those placeholders of a text that have no value.
	 * @param text the text
	 * @return the names, in order
	 */
	Set<String> missingIn(String text) {
		Set<String> names = namesIn(text);
		names.removeAll(this.values.keySet());
		return names;
	}

	/**
	 * Replace the placeholders of a text, once: those within values are kept.
	 * @param text the text
	 * @param missing returns what replaces a placeholder without a value
	 * @return the text on one line, without invisible characters
	 */
	String fill(String text, UnaryOperator<String> missing) {
		return CleanText.of(PLACEHOLDER.matcher(text).replaceAll((match) -> {
			String value = this.values.get(match.group(1));
			return Matcher.quoteReplacement((value != null) ? value : missing.apply(match.group(1)));
		}));
	}

	/**
	 * Return whether filling a text changes one of its values, because it has characters
	 * that are invisible or end a line.
	 * @param text the text
	 * @return whether a value is changed
	 */
	boolean isChangedIn(String text) {
		return namesIn(text).stream()
			.map(this.values::get)
			.anyMatch((value) -> value != null && !CleanText.of(value).equals(value));
	}

}
