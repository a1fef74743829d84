// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.lint;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.url.HostNames;

import org.springframework.util.Assert;

/**
 * Looks for e-mail domains that no company's single sign-on should be for, whoever the
 * vendor is.
 */
public final class DomainLint {

	private DomainLint() {
	}

	/**
	 * Look at the domains of the e-mail addresses of those who sign in through a
	 * connection.
	 * @param domains the domains; none is no finding
	 * @return what there is to say, in the order of the domains
	 */
	public static List<Finding> check(List<String> domains) {
		return check(domains, PublicDomains.defaults());
	}

	/**
	 * Look at the domains of the e-mail addresses of those who sign in through a
	 * connection.
	 * @param domains the domains; none is no finding
	 * @param publicDomains the domains that belong to no one company
	 * @return what there is to say, in the order of the domains
	 */
	public static List<Finding> check(List<String> domains, PublicDomains publicDomains) {
		Assert.notNull(domains, "'domains' must not be null");
		Assert.notNull(publicDomains, "'publicDomains' must not be null");
		List<Finding> findings = new ArrayList<>();
		for (String domain : domains) {
			String name = PublicDomains.normalize(domain);
			if (!HostNames.isQualified(name)) {
				findings.add(FindingCode.DOMAIN_NOT_QUALIFIED
					.finding("The domain " + Excerpt.quoted(domain) + " is no fully qualified name."));
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
