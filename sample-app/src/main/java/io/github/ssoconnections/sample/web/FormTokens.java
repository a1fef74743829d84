// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpCookie;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.RequestDataValueProcessor;
import org.springframework.web.server.ServerWebExchange;

/**
 * Adds a token to each form with {@code th:action}: an HMAC, with a key of the running
 * console, of the random value of a cookie. Nothing is stored. Named as Spring looks it
 * up.
 */
@Component("requestDataValueProcessor")
class FormTokens implements RequestDataValueProcessor {

	static final String FIELD = "_token";

	static final String COOKIE = "sso-console";

	private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");

	private static final String SKIP = FormTokens.class.getName() + ".skip";

	private static final String ISSUED = FormTokens.class.getName() + ".issued";

	private static final int SIZE = 32;

	private final SecureRandom random = new SecureRandom();

	private final SecretKeySpec key = new SecretKeySpec(bytes(), "HmacSHA256");

	@Override
	public String processAction(ServerWebExchange exchange, String action, @Nullable String httpMethod) {
		exchange.getAttributes().put(SKIP, httpMethod == null || httpMethod.equalsIgnoreCase(HttpMethod.GET.name()));
		return action;
	}

	@Override
	public String processFormFieldValue(ServerWebExchange exchange, String name, String value, String type) {
		return value;
	}

	@Override
	public String processUrl(ServerWebExchange exchange, String url) {
		return url;
	}

	@Override
	public Map<String, String> getExtraHiddenFields(ServerWebExchange exchange) {
		boolean skip = Boolean.TRUE.equals(exchange.getAttributes().remove(SKIP));
		return skip ? Map.of() : Map.of(FIELD, sign(cookie(exchange)));
	}

	/**
	 * Return whether a token belongs to the browser and to the running console.
	 * @param exchange the request
	 * @param token the token, {@code null} if the form has none
	 * @return whether it does
	 */
	boolean matches(ServerWebExchange exchange, @Nullable String token) {
		return token != null && cookies(exchange).stream().anyMatch((cookie) -> isEqual(sign(cookie), token));
	}

	private String cookie(ServerWebExchange exchange) {
		List<String> cookies = cookies(exchange);
		if (!cookies.isEmpty()) {
			return cookies.get(0);
		}
		String issued = exchange.getAttribute(ISSUED);
		if (issued == null) {
			issued = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
			exchange.getAttributes().put(ISSUED, issued);
			exchange.getResponse()
				.addCookie(ResponseCookie.from(COOKIE, issued)
					.path("/")
					.httpOnly(true)
					// A link from elsewhere would otherwise replace it, and with it every
					// open form's
					.sameSite("Lax")
					.secure("https".equals(exchange.getRequest().getURI().getScheme()))
					.build());
		}
		return issued;
	}

	private static List<String> cookies(ServerWebExchange exchange) {
		return exchange.getRequest()
			.getCookies()
			.getOrDefault(COOKIE, List.of())
			.stream()
			.map(HttpCookie::getValue)
			.filter((value) -> VALUE.matcher(value).matches())
			.toList();
	}

	private String sign(String cookie) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(mac.doFinal(cookie.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HmacSHA256 is missing", ex);
		}
	}

	private static boolean isEqual(String left, String right) {
		return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
	}

	private byte[] bytes() {
		byte[] bytes = new byte[SIZE];
		this.random.nextBytes(bytes);
		return bytes;
	}

}
