// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.lint;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Matcher of names against the rules of the Public Suffix List.
 *
 * @see <a href="https://publicsuffix.org/list/">The list and its algorithm</a>
 */
final class PublicSuffixes {

	private final Set<String> rules = new HashSet<>();

	/** Parents of the rules with a wildcard. */
	private final Set<String> wildcards = new HashSet<>();

	private final Set<String> exceptions = new HashSet<>();

	/**
	 * Create an instance.
	 * @param rules the rules in ASCII, such as {@code com}, {@code *.ck}, {@code !www.ck}
	 */
	PublicSuffixes(Collection<String> rules) {
		for (String rule : rules) {
			if (rule.startsWith("!")) {
				this.exceptions.add(rule.substring(1));
			}
			else if (rule.startsWith("*.")) {
				this.wildcards.add(rule.substring(2));
			}
			else {
				this.rules.add(rule);
			}
		}
	}

	/**
	 * Return whether a name is a public suffix, below which names are registered.
	 * @param name the name in lower case and ASCII
	 * @return whether the name is a public suffix, as is any name without a dot
	 */
	boolean contains(String name) {
		int dot = name.indexOf('.');
		if (dot < 0 || this.rules.contains(name) || this.wildcards.contains(name)) {
			return true;
		}
		return this.wildcards.contains(name.substring(dot + 1)) && !this.exceptions.contains(name);
	}

}
