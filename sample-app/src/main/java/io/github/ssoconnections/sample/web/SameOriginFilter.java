// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Rejects cross-site requests: the console has no login, so that being able to reach it
 * is all that is needed to use it. Programs, which send neither {@code Origin} nor
 * {@code Sec-Fetch-Site}, are served.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class SameOriginFilter implements WebFilter {

	private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

	private static final String SITE = "Sec-Fetch-Site";

	private final AllowedHosts allowedHosts;

	SameOriginFilter(AllowedHosts allowedHosts) {
		this.allowedHosts = allowedHosts;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String rejection = rejection(exchange.getRequest());
		return (rejection != null) ? reject(exchange, rejection) : chain.filter(exchange);
	}

	private @Nullable String rejection(ServerHttpRequest request) {
		List<String> hosts = request.getHeaders().getOrEmpty(HttpHeaders.HOST);
		if (hosts.size() != 1 || !this.allowedHosts.contains(hosts.get(0))) {
			return "The host is not one of this application; 'console.allowed-hosts' takes further names.";
		}
		String own = request.getURI().getScheme() + "://" + hosts.get(0);
		boolean ownOrigin = request.getHeaders()
			.getOrEmpty(HttpHeaders.ORIGIN)
			.stream()
			.allMatch((origin) -> own.equalsIgnoreCase(origin) || isOwnForm(request, origin));
		if (!ownOrigin) {
			return "The request comes from another origin.";
		}
		boolean ownSite = OWN_SITES.containsAll(request.getHeaders().getOrEmpty(SITE));
		return (ownSite || isLinkToPage(request)) ? null : "The request comes from another site.";
	}

	// With 'no-referrer', browsers hide the origin of a form: they still tell the site
	private static boolean isOwnForm(ServerHttpRequest request, String origin) {
		return origin.equals("null") && request.getMethod() == HttpMethod.POST && isPage(request)
				&& request.getHeaders().getOrEmpty(SITE).equals(List.of("same-origin"))
				&& request.getHeaders().getOrEmpty("Sec-Fetch-Mode").equals(List.of("navigate"));
	}

	// Safe: it changes nothing, and the other site can neither read nor frame what opens
	private static boolean isLinkToPage(ServerHttpRequest request) {
		return request.getMethod() == HttpMethod.GET && isPage(request)
				&& request.getHeaders().getOrEmpty("Sec-Fetch-Mode").equals(List.of("navigate"))
				&& request.getHeaders().getOrEmpty("Sec-Fetch-Dest").equals(List.of("document"));
	}

	private static boolean isPage(ServerHttpRequest request) {
		String path = request.getPath().value();
		return !path.equals("/api") && !path.startsWith("/api/") && !path.equals("/actuator")
				&& !path.startsWith("/actuator/");
	}

	private static Mono<Void> reject(ServerWebExchange exchange, String detail) {
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("type", "urn:sso-connections:cross-site-request");
		problem.put("title", "Cross-site requests are rejected");
		problem.put("status", HttpStatus.FORBIDDEN.value());
		problem.put("detail", detail);
		problem.put("instance", exchange.getRequest().getURI().getRawPath());
		return ProblemResponse.write(exchange.getResponse(), HttpStatus.FORBIDDEN, problem);
	}

}
