// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * The names under which the console may be called. A page elsewhere can point a name of
 * its own at the loopback, and would then pass for the same origin.
 */
@Component
@EnableConfigurationProperties(ConsoleProperties.class)
class AllowedHosts {

	private static final Pattern HOST = Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::\\d{1,5})?");

	private static final Pattern LOOPBACK = Pattern
		.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[(::1|0:0:0:0:0:0:0:1)]");

	private final Set<String> names = new HashSet<>();

	AllowedHosts(ConsoleProperties console, ServerProperties server) {
		console.getAllowedHosts().forEach((name) -> this.names.add(name.strip().toLowerCase(Locale.ROOT)));
		InetAddress address = server.getAddress();
		if (address != null && !address.isAnyLocalAddress()) {
			String text = address.getHostAddress();
			this.names.add((address instanceof Inet6Address) ? "[" + text + "]" : text);
		}
	}

	/**
	 * Return whether a {@code Host} header is right.
	 * @param host the header, {@code null} if there is none
	 * @return whether its name is allowed, whatever the port
	 */
	boolean contains(@Nullable String host) {
		Matcher matcher = HOST.matcher((host != null) ? host.toLowerCase(Locale.ROOT) : "");
		if (!matcher.matches()) {
			return false;
		}
		String name = matcher.group(1);
		return LOOPBACK.matcher(name).matches() || this.names.contains(name);
	}

}
