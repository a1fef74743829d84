// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

/**
 * Path of an operation with ids in braces: the only place where a URI is made.
 */
final class PathTemplate {

	private static final Pattern VARIABLE = Pattern.compile("\\{[a-z_]+}");

	private static final int MAX_ID_LENGTH = 128;

	private static final int USUAL_LENGTH = 256;

	private final String template;

	private final String[] literals;

	private final boolean bar;

	PathTemplate(String template) {
		this(template, false);
	}

	private PathTemplate(String template, boolean bar) {
		Assert.isTrue(template.startsWith("/"), "'template' must start with a slash");
		this.template = template;
		this.literals = VARIABLE.split(template, -1);
		this.bar = bar;
	}

	/**
	 * Return this path for ids that may hold a vertical bar.
	 * @return the path
	 */
	PathTemplate withBarInIds() {
		return new PathTemplate(this.template, true);
	}

	/**
	 * Refuse ids that could lead to another path.
	 * @param ids the ids in the order of the path
	 */
	void check(String... ids) {
		Assert.isTrue(ids.length == this.literals.length - 1,
				() -> "'" + this.template + "' takes " + (this.literals.length - 1) + " ids");
		for (String id : ids) {
			// The refused value may be anything, even a key: it is not repeated
			Assert.isTrue(isId(id), () -> "'id' must be 1 to 128 characters out of A-Z, a-z, 0-9, "
					+ (this.bar ? "'_', '-' and '|'" : "'_' and '-'"));
		}
	}

	private boolean isId(@Nullable String id) {
		if (id == null || id.isEmpty() || id.length() > MAX_ID_LENGTH) {
			return false;
		}
		for (int i = 0; i < id.length(); i++) {
			char character = id.charAt(i);
			if (!isPlain(character) && !(this.bar && character == '|')) {
				return false;
			}
		}
		return true;
	}

	// Nothing of it has a meaning in a path
	private static boolean isPlain(char character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
				|| (character >= '0' && character <= '9') || character == '_' || character == '-';
	}

	URI expand(String baseUrl, List<String> ids, List<QueryParameter> query) {
		StringBuilder uri = new StringBuilder(USUAL_LENGTH).append(baseUrl).append(this.literals[0]);
		for (int i = 0; i < ids.size(); i++) {
			String id = ids.get(i);
			uri.append(this.bar ? id.replace("|", "%7C") : id).append(this.literals[i + 1]);
		}
		char separator = '?';
		for (QueryParameter parameter : query) {
			uri.append(separator).append(encode(parameter.name())).append('=').append(encode(parameter.value()));
			separator = '&';
		}
		return URI.create(uri.toString());
	}

	private static String encode(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return this.template;
	}

}
