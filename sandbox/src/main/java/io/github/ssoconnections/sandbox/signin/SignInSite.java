// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.signin;

import java.util.function.IntSupplier;
import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages are, and where they lead to.
 */
public final class SignInSite {

	private static final Pattern HOST = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?");

	private static final Pattern URL = Pattern
		.compile("https?://[A-Za-z0-9.\\-\\[\\]:]+/([A-Za-z0-9_./-]|\\{vendor}|\\{connection})*");

	private final IntSupplier port;

	private volatile @Nullable String returnUrl;

	/**
	 * Create a site that leads nowhere.
	 * @param port the port that the sandbox listens on
	 */
	public SignInSite(IntSupplier port) {
		this.port = port;
	}

	/**
	 * Set the page to return to.
	 * @param url the URL, with <code>{vendor}</code> and <code>{connection}</code> in its
	 * path; {@code null} for none
	 * @throws IllegalArgumentException if it is no such URL
	 */
	public void returnTo(@Nullable String url) {
		if (url != null) {
			check(url);
		}
		this.returnUrl = url;
	}

	private static void check(String url) {
		if (!URL.matcher(url).matches()) {
			throw new IllegalArgumentException(
					"The URL must have http or https, a host, and a path, with variables in the path only");
		}
	}

	String address(String path) {
		return "http://127.0.0.1:" + this.port.getAsInt() + path;
	}

	@Nullable String returnUrl(String vendor, String connectionId) {
		String url = this.returnUrl;
		// Ids consist of letters, digits and underscores
		return (url != null) ? url.replace("{vendor}", vendor).replace("{connection}", connectionId) : null;
	}

	@Nullable String returnOrigin() {
		String url = this.returnUrl;
		return (url != null) ? url.substring(0, url.indexOf('/', url.indexOf("//") + 2)) : null;
	}

	// A page elsewhere can point a name of its own at the loopback
	boolean isOwn(Request request) {
		String host = request.getHeader("Host");
		return host != null && HOST.matcher(host).matches();
	}

	// Browsers send 'null' with a form, because of the referrer policy
	boolean isOwnForm(Request request) {
		String origin = request.getHeader("Origin");
		String site = request.getHeader("Sec-Fetch-Site");
		boolean sameSite = site == null || site.equals("same-origin") || site.equals("none");
		return sameSite
				&& (origin == null || origin.equals("null") || origin.equals("http://" + request.getHeader("Host")));
	}

}
