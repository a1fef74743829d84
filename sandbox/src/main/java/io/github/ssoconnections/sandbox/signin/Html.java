// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.signin;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.ssoconnections.sandbox.rest.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Plain pages: no script, no style, nothing from elsewhere.
 */
final class Html {

	private Html() {
	}

	static String escape(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

	static Reply page(int status, String title, String body, @Nullable String formTarget) {
		String html = """
				<!DOCTYPE html>
				<html lang="en">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<meta name="color-scheme" content="light dark">
				<title>%1$s</title>
				</head>
				<body>
				<main>
				<h1>%1$s</h1>
				%2$s</main>
				</body>
				</html>
				""".formatted(escape(title), body);
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
				+ "form-action 'self'" + ((formTarget != null) ? " " + formTarget : ""));
		headers.put("X-Content-Type-Options", "nosniff");
		headers.put("Referrer-Policy", "no-referrer");
		headers.put("Cache-Control", "no-store");
		return Reply.text(status, "text/html;charset=UTF-8", html).with(headers);
	}

}
