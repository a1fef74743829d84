// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks for e-mail domains that no company's single sign-on should be for, whoever the
 * vendor is.
 */
public final class DomainLint {

	private static final int MAX_LENGTH = 253;

	private static final Pattern QUALIFIED = Pattern
		.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

	/** Those that have the same name in many countries. */
	private static final Pattern PUBLIC_ANYWHERE = Pattern
		.compile("(gmx|hotmail|live|outlook|rocketmail|yahoo|yandex|ymail)\\.([a-z]{2,3}|com?\\.[a-z]{2})");

	private static final Set<String> PUBLIC = Set.of("126.com", "163.com", "aim.com", "aol.com", "att.net",
			"bol.com.br", "btinternet.com", "comcast.net", "cox.net", "daum.net", "fastmail.com", "fastmail.fm",
			"free.fr", "freenet.de", "gmail.com", "googlemail.com", "hanmail.net", "hey.com", "icloud.com", "inbox.com",
			"interia.pl", "laposte.net", "libero.it", "mac.com", "mail.com", "mail.ru", "me.com", "msn.com",
			"naver.com", "o2.pl", "onet.pl", "orange.fr", "pm.me", "proton.me", "protonmail.com", "qq.com",
			"rediffmail.com", "sbcglobal.net", "seznam.cz", "sfr.fr", "sina.com", "sky.com", "t-online.de", "tuta.io",
			"tutanota.com", "uol.com.br", "verizon.net", "virgilio.it", "virginmedia.com", "wanadoo.fr", "web.de",
			"wp.pl", "zoho.com");

	private DomainLint() {
	}

	/**
	 * Look at the domains of the e-mail addresses of those who sign in through a
	 * connection.
	 * @param domains the domains; none is no finding
	 * @return what there is to say, in the order of the domains
	 */
	public static List<Finding> check(List<String> domains) {
		List<Finding> findings = new ArrayList<>();
		for (String domain : domains) {
			String name = ascii(domain);
			if (name.length() > MAX_LENGTH || !QUALIFIED.matcher(name).matches()) {
				findings.add(FindingCode.DOMAIN_NOT_QUALIFIED
					.finding("The domain " + Excerpt.quoted(domain) + " is no fully qualified name."));
			}
			else if (PUBLIC.contains(name) || PUBLIC_ANYWHERE.matcher(name).matches()) {
				findings.add(FindingCode.PUBLIC_MAIL_DOMAIN
					.finding("Anybody can have an address at " + Excerpt.quoted(domain) + "."));
			}
		}
		return List.copyOf(findings);
	}

	private static String ascii(String domain) {
		try {
			return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

}
