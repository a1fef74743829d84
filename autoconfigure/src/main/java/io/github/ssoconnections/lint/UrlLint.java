// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.lint;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.url.WebUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Looks at URLs as those read them who go there: browsers, and the vendor that fetches a
 * document.
 */
public final class UrlLint {

	private UrlLint() {
	}

	/**
	 * Look at a URL that browsers are sent to.
	 * @param what what it is, such as {@code SSO URL}
	 * @param url the URL
	 * @return what there is to say
	 */
	public static List<Finding> checkBrowserUrl(String what, String url) {
		Assert.hasText(what, "'what' must not be empty");
		Assert.notNull(url, "'url' must not be null");
		String named = "The " + what + " " + Excerpt.quoted(url);
		WebUrl parsed = parse(url);
		if (parsed == null) {
			return List.of(FindingCode.SSO_URL_INVALID.finding(named + " is no URL of a web page."));
		}
		List<Finding> findings = new ArrayList<>();
		if (!parsed.scheme().equals("https")) {
			findings.add(FindingCode.SSO_URL_NOT_HTTPS.finding(named + " is http."));
		}
		PrivateHosts.Reach reach = PrivateHosts.of(parsed);
		if (reach != null) {
			findings.add(FindingCode.SSO_URL_PRIVATE.finding(reach.severity(),
					"The host of the " + what + " " + Excerpt.quoted(url) + " " + reach.description() + "."));
		}
		if (parsed.oddities().contains(WebUrl.Oddity.HOST_NOT_ASCII)) {
			findings.add(FindingCode.SSO_URL_NOT_ASCII.finding(named + " has a host that is not ASCII: write it as "
					+ asciiForm(parsed.host(), parsed.oddities().contains(WebUrl.Oddity.AMBIGUOUS_HOST)) + "."));
		}
		return List.copyOf(findings);
	}

	/**
	 * Look at a URL that the vendor reads a document at, as it does not from within a
	 * private network, and should not over http.
	 * @param what what it is, such as {@code metadata URL}
	 * @param url the URL
	 * @return what there is to say
	 */
	public static List<Finding> checkFetchedUrl(String what, String url) {
		Assert.hasText(what, "'what' must not be empty");
		Assert.notNull(url, "'url' must not be null");
		WebUrl parsed = parse(url);
		if (parsed == null) {
			return List.of(FindingCode.URL_UNREACHABLE
				.finding("The " + what + " " + Excerpt.quoted(url) + " is no URL of a document."));
		}
		List<Finding> findings = new ArrayList<>();
		if (!parsed.scheme().equals("https")) {
			findings.add(FindingCode.URL_NOT_HTTPS.finding("The " + what + " " + Excerpt.quoted(url) + " is http."));
		}
		PrivateHosts.Reach reach = PrivateHosts.of(parsed);
		if (reach != null) {
			findings.add(FindingCode.URL_UNREACHABLE.finding(reach.severity(),
					"The host of the " + what + " " + Excerpt.quoted(url) + " " + reach.description() + "."));
		}
		return List.copyOf(findings);
	}

	static String asciiForm(String ascii, boolean ambiguous) {
		return ambiguous ? "xn--…, since programs map it differently" : Excerpt.quoted(ascii);
	}

	private static @Nullable WebUrl parse(String url) {
		try {
			return WebUrl.parse(url);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
