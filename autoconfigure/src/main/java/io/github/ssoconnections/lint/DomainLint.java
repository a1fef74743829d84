// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.lint;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.url.HostNames;

/**
 * Checks e-mail domains for names that do not belong to a single company, for any vendor.
 */
public final class DomainLint {

	private DomainLint() {
	}

	/**
	 * Check the e-mail domains whose users sign in through a connection.
	 * @param domains the domains; no finding for an empty list
	 * @return the findings, in the order of the domains
	 */
	public static List<Finding> check(List<String> domains) {
		return check(domains, PublicDomains.defaults());
	}

	/**
	 * Check the e-mail domains whose users sign in through a connection.
	 * @param domains the domains; no finding for an empty list
	 * @param publicDomains domains that do not belong to a single company
	 * @return the findings, in the order of the domains
	 */
	public static List<Finding> check(List<String> domains, PublicDomains publicDomains) {
		Assert.notNull(domains, "'domains' must not be null");
		Assert.notNull(publicDomains, "'publicDomains' must not be null");
		List<Finding> findings = new ArrayList<>();
		for (String domain : domains) {
			String name = PublicDomains.normalize(domain);
			if (!HostNames.isQualified(name)) {
				findings.add(FindingCode.DOMAIN_NOT_QUALIFIED
					.finding("The domain " + Excerpt.quoted(domain) + " is not a fully qualified name."));
				continue;
			}
			if (!HostNames.isAscii(domain)) {
				findings.add(FindingCode.DOMAIN_NOT_ASCII
					.finding("The domain " + Excerpt.quoted(domain) + " is not ASCII: write it as "
							+ UrlLint.asciiForm(name, HostNames.isAmbiguous(domain)) + "."));
			}
			publicDomains.find(domain).ifPresent(findings::add);
		}
		return List.copyOf(findings);
	}

}
