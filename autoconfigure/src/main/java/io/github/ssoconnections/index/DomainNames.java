// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.net.IDN;
import java.util.List;
import java.util.Locale;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.url.HostNames;
import org.jspecify.annotations.Nullable;

/**
 * Normal form of domains: ASCII, lower case, no final dot.
 */
final class DomainNames {

	/**
	 * Of which only the part behind the last at sign matters, at most 1012 characters.
	 */
	private static final int MAX_EMAIL = 1_400;

	private DomainNames() {
	}

	/**
	 * Return the domain of an e-mail address.
	 * @param email the e-mail address
	 * @return the domain, as written
	 */
	static String ofEmail(String email) {
		Assert.notNull(email, "'email' must not be null");
		int at = email.lastIndexOf('@');
		Assert.isTrue(at > 0 && email.length() <= MAX_EMAIL && !email.substring(0, at).isBlank(),
				"'email' must be an e-mail address");
		String domain = email.substring(at + 1).strip();
		Assert.isTrue(normalize(domain) != null, "'email' must be an e-mail address with a fully qualified domain");
		return domain;
	}

	/**
	 * Return the normal forms of a domain.
	 * @param domain the domain
	 * @return its form in UTS 46, and that in IDNA2003 if it differs
	 */
	static List<String> forms(String domain) {
		Assert.notNull(domain, "'domain' must not be null");
		String name = domain.strip();
		String form = normalize(name);
		Assert.isTrue(form != null, "'domain' must be a fully qualified domain, such as acme.com");
		if (!HostNames.isAmbiguous(name)) {
			return List.of(form);
		}
		String older = idna2003(name);
		return (older == null || older.equals(form)) ? List.of(form) : List.of(form, older);
	}

	/**
	 * Return the normal form of a domain.
	 * @param domain the domain
	 * @return its form in UTS 46, or {@code null} if it is not fully qualified
	 */
	static @Nullable String normalize(String domain) {
		return qualified(HostNames.toAscii(domain));
	}

	private static @Nullable String idna2003(String domain) {
		try {
			return qualified(IDN.toASCII(domain).toLowerCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static @Nullable String qualified(String ascii) {
		String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
		return HostNames.isQualified(name) ? name : null;
	}

	/**
	 * Return the parent of a domain.
	 * @param domain the domain in normal form
	 * @return the parent, {@code null} if it has one label only
	 */
	static @Nullable String parent(String domain) {
		int dot = domain.indexOf('.');
		String parent = domain.substring(dot + 1);
		return (dot > 0 && parent.indexOf('.') > 0) ? parent : null;
	}

}
