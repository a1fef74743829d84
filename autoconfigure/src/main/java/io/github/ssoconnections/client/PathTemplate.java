// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * Path of an operation with ids in braces. All URIs are created here.
 */
final class PathTemplate {

	private static final Pattern VARIABLE = Pattern.compile("\\{[A-Za-z0-9_]+}");

	/** Without an empty label, so that it is neither '.' nor '..'. */
	private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

	private static final int MAX_ID_LENGTH = 128;

	private static final int MAX_DOMAIN_LENGTH = 253;

	private static final int INITIAL_CAPACITY = 256;

	private final String template;

	private final String[] literals;

	private final Ids ids;

	PathTemplate(String template) {
		this(template, Ids.PLAIN);
	}

	private PathTemplate(String template, Ids ids) {
		Assert.isTrue(template.startsWith("/"), "'template' must start with a slash");
		this.template = template;
		this.literals = VARIABLE.split(template, -1);
		this.ids = ids;
	}

	/**
	 * Create a path whose variables are encoded.
	 * @param template the template, a constant of the application
	 * @return the path
	 */
	static PathTemplate ofVariables(String template) {
		PathVariables.checkTemplate(template);
		return new PathTemplate(template, Ids.ENCODED);
	}

	/**
	 * Return a copy of this path that allows a vertical bar in ids.
	 * @return the path
	 */
	PathTemplate withBarInIds() {
		return new PathTemplate(this.template, Ids.WITH_BAR);
	}

	/**
	 * Return a copy of this path whose last variable is a domain, and whose others are
	 * ids that may have a vertical bar.
	 * @return the path
	 */
	PathTemplate withDomainAsLastId() {
		return new PathTemplate(this.template, Ids.DOMAIN_LAST);
	}

	boolean hasVariables() {
		return this.literals.length > 1;
	}

	/**
	 * Validate ids, so that they cannot change the path.
	 * @param ids the ids, in the order of the path
	 */
	void check(String... ids) {
		Assert.isTrue(ids.length == this.literals.length - 1,
				() -> "'" + this.template + "' takes " + (this.literals.length - 1) + " ids");
		if (this.ids == Ids.ENCODED) {
			PathVariables.check(ids);
			return;
		}
		boolean bar = this.ids != Ids.PLAIN;
		for (int i = 0; i < ids.length; i++) {
			String id = ids[i];
			if (this.ids == Ids.DOMAIN_LAST && i == ids.length - 1) {
				Assert.isTrue(isDomain(id), "'domain' must be 1 to 253 characters out of A-Z, a-z, 0-9, '-' and '_', "
						+ "with single dots between them");
				continue;
			}
			// Without the rejected value, which may be a secret
			Assert.isTrue(isValidId(id, bar), () -> "'id' must be 1 to 128 characters out of A-Z, a-z, 0-9, "
					+ (bar ? "'_', '-' and '|'" : "'_' and '-'"));
		}
	}

	private static boolean isValidId(@Nullable String id, boolean bar) {
		if (id == null || id.isEmpty() || id.length() > MAX_ID_LENGTH) {
			return false;
		}
		for (int i = 0; i < id.length(); i++) {
			char character = id.charAt(i);
			if (!isUnreserved(character) && !(bar && character == '|')) {
				return false;
			}
		}
		return true;
	}

	private static boolean isDomain(@Nullable String domain) {
		return domain != null && domain.length() <= MAX_DOMAIN_LENGTH && DOMAIN.matcher(domain).matches();
	}

	private static boolean isUnreserved(char character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
				|| (character >= '0' && character <= '9') || character == '_' || character == '-';
	}

	URI expand(String baseUrl, List<String> ids, List<QueryParameter> query) {
		StringBuilder uri = new StringBuilder(INITIAL_CAPACITY).append(baseUrl).append(this.literals[0]);
		for (int i = 0; i < ids.size(); i++) {
			uri.append(this.ids.encode(ids.get(i))).append(this.literals[i + 1]);
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

	/**
	 * Which ids a path takes.
	 */
	private enum Ids {

		PLAIN, WITH_BAR, DOMAIN_LAST, ENCODED;

		String encode(String id) {
			return switch (this) {
				case PLAIN -> id;
				case WITH_BAR, DOMAIN_LAST -> id.replace("|", "%7C");
				case ENCODED -> PathTemplate.encode(id);
			};
		}

	}

}
