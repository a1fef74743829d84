// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.lint;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.url.WebUrl;
import org.jspecify.annotations.Nullable;

/**
 * Checks URLs that browsers open, and URLs that the vendor fetches documents from. URLs
 * are parsed as browsers do it.
 */
public final class UrlLint {

	private UrlLint() {
	}

	/**
	 * Check a URL that browsers open.
	 * @param what the name of the URL in findings, such as {@code SSO URL}
	 * @param url the URL
	 * @return the findings
	 */
	public static List<Finding> checkBrowserUrl(String what, String url) {
		WebUrl parsed = parse(what, url);
		if (parsed == null) {
			return List
				.of(FindingCode.SSO_URL_INVALID.finding(named(what, url) + " is not a valid URL of a web page."));
		}
		List<Finding> findings = check(what, url, parsed, FindingCode.SSO_URL_NOT_HTTPS, FindingCode.SSO_URL_PRIVATE);
		if (parsed.oddities().contains(WebUrl.Oddity.HOST_NOT_ASCII)) {
			findings.add(FindingCode.SSO_URL_NOT_ASCII
				.finding(named(what, url) + " has a host that is not ASCII: write it as "
						+ asciiForm(parsed.host(), parsed.oddities().contains(WebUrl.Oddity.AMBIGUOUS_HOST)) + "."));
		}
		return List.copyOf(findings);
	}

	/**
	 * Check a URL that the vendor fetches a document from. The vendor cannot reach
	 * private networks, and should not use http.
	 * @param what the name of the URL in findings, such as {@code metadata URL}
	 * @param url the URL
	 * @return the findings
	 */
	public static List<Finding> checkFetchedUrl(String what, String url) {
		WebUrl parsed = parse(what, url);
		return (parsed != null)
				? List.copyOf(check(what, url, parsed, FindingCode.URL_NOT_HTTPS, FindingCode.URL_UNREACHABLE))
				: List.of(FindingCode.URL_UNREACHABLE.finding(named(what, url) + " is not a valid URL of a document."));
	}

	private static List<Finding> check(String what, String url, WebUrl parsed, FindingCode notHttps,
			FindingCode notPublic) {
		List<Finding> findings = new ArrayList<>();
		if (!parsed.scheme().equals("https")) {
			findings.add(notHttps.finding(named(what, url) + " is http."));
		}
		PrivateHosts.Reach reach = PrivateHosts.of(parsed);
		if (reach != null) {
			findings.add(notPublic.finding(reach.severity(),
					"The host of the " + what + " " + Excerpt.quoted(url) + " " + reach.description() + "."));
		}
		return findings;
	}

	private static String named(String what, String url) {
		return "The " + what + " " + Excerpt.quoted(url);
	}

	static String asciiForm(String ascii, boolean ambiguous) {
		return ambiguous ? "xn--…, since programs convert it differently" : Excerpt.quoted(ascii);
	}

	private static @Nullable WebUrl parse(String what, String url) {
		Assert.hasText(what, "'what' must not be empty");
		Assert.notNull(url, "'url' must not be null");
		try {
			return WebUrl.parse(url);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
