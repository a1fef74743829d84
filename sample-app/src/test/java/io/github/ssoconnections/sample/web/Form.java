// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.time.Duration;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The hidden fields of a page's forms and the cookie of the browser that opened it.
 *
 * @param token the token
 * @param state the state that the forms were rendered from, empty if they have none
 * @param cookie the cookie
 * @param page the page
 */
public record Form(String token, String state, String cookie, String page) {

	private static final Pattern TOKEN = Pattern
		.compile("<input type=\"hidden\" name=\"_token\" value=\"([A-Za-z0-9_-]{43})\"");

	private static final Pattern STATE = Pattern
		.compile("<input type=\"hidden\" name=\"_state\"[^>]*? value=\"([A-Za-z0-9_-]{43})\"");

	public static Form open(WebTestClient client, String path) {
		FluxExchangeResult<String> result = client.get()
			.uri(path)
			.accept(MediaType.TEXT_HTML)
			.exchange()
			.returnResult(String.class);
		String page = String.join("\n", result.getResponseBody().collectList().block(Duration.ofSeconds(10)));
		ResponseCookie cookie = result.getResponseCookies().getFirst(FormTokens.COOKIE);
		assertThat(cookie).isNotNull();
		return new Form(find(TOKEN, page), find(STATE, page), cookie.getValue(), page);
	}

	private static String find(Pattern pattern, String page) {
		return pattern.matcher(page).results().map((MatchResult match) -> match.group(1)).findFirst().orElse("");
	}

	public WebTestClient.ResponseSpec submit(WebTestClient client, String path, Map<String, String> fields) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("_token", this.token);
		if (!this.state.isEmpty()) {
			form.add("_state", this.state);
		}
		fields.forEach(form::set);
		return client.post()
			.uri(path)
			.accept(MediaType.TEXT_HTML)
			.cookie(FormTokens.COOKIE, this.cookie)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.bodyValue(form)
			.exchange();
	}

}
