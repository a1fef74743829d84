// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.lint.PublicDomains;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of e-mail domains.
 */
@ConfigurationProperties("sso-connections.domains")
public class DomainProperties {

	/**
	 * Domains that belong to no one company, besides public suffixes, tenants' default
	 * domains and public mail services that are known.
	 */
	private List<String> additionalPublic = new ArrayList<>();

	/**
	 * Domains that belong to a company after all, though they are known as public ones.
	 */
	private List<String> notPublic = new ArrayList<>();

	public List<String> getAdditionalPublic() {
		return this.additionalPublic;
	}

	public void setAdditionalPublic(List<String> additionalPublic) {
		PublicDomains.defaults().with(additionalPublic, List.of());
		this.additionalPublic = additionalPublic;
	}

	public List<String> getNotPublic() {
		return this.notPublic;
	}

	public void setNotPublic(List<String> notPublic) {
		PublicDomains.defaults().with(List.of(), notPublic);
		this.notPublic = notPublic;
	}

	PublicDomains toPublicDomains() {
		return PublicDomains.defaults().with(this.additionalPublic, this.notPublic);
	}

}
