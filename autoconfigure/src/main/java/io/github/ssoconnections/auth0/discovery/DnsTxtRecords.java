// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.discovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.regex.Pattern;

import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

import io.github.ssoconnections.Assert;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Lookup of TXT records with the DNS provider of JNDI.
 */
final class DnsTxtRecords {

	private static final String TXT = "TXT";

	/** Without a colon or a slash, so that JNDI cannot take it for a URL. */
	private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

	private static final int MAX_LENGTH = 253;

	private static final Duration TIMEOUT = Duration.ofSeconds(7);

	private DnsTxtRecords() {
	}

	/**
	 * Look up the TXT records of a host.
	 * @param host the host
	 * @param server the server as a URL, {@code dns:} for that of the machine
	 * @return the texts
	 */
	static Mono<List<String>> lookup(String host, String server) {
		return lookup(host, server, Schedulers.parallel());
	}

	static Mono<List<String>> lookup(String host, String server, Scheduler timer) {
		checkHost(host);
		// The timeouts of JNDI are those of one server; there may be several
		return Mono.fromCallable(() -> read(host, server))
			.subscribeOn(Schedulers.boundedElastic())
			.timeout(TIMEOUT, timer);
	}

	static void checkHost(String host) {
		Assert.isTrue(host.length() <= MAX_LENGTH && HOST.matcher(host).matches(),
				"'host' must be a host name of at most 253 ASCII characters");
	}

	private static List<String> read(String host, String server) throws NamingException {
		DirContext context = new InitialDirContext(environment(server));
		try {
			// With a final dot, so that no search domain is added
			Attribute records = context.getAttributes(host + ".", new String[] { TXT }).get(TXT);
			return (records != null) ? texts(records) : List.of();
		}
		catch (NameNotFoundException ex) {
			return List.of();
		}
		finally {
			context.close();
		}
	}

	private static Hashtable<String, String> environment(String server) {
		Hashtable<String, String> environment = new Hashtable<>();
		environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
		environment.put(Context.PROVIDER_URL, server);
		// 1, 2 and 4 seconds for each server
		environment.put("com.sun.jndi.dns.timeout.initial", "1000");
		environment.put("com.sun.jndi.dns.timeout.retries", "3");
		return environment;
	}

	private static List<String> texts(Attribute records) throws NamingException {
		List<String> texts = new ArrayList<>();
		NamingEnumeration<?> values = records.getAll();
		while (values.hasMore()) {
			texts.add(unquote(String.valueOf(values.next())));
		}
		return texts;
	}

	/**
	 * Return a text as it is in DNS. JNDI quotes a text with a blank or a quote.
	 * @param text the text of JNDI
	 * @return the text
	 */
	private static String unquote(String text) {
		boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
		return quoted ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
	}

}
