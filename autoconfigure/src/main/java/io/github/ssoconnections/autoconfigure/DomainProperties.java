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
	 * Public domains in addition to the known public suffixes, default domains of tenants
	 * and public mail services.
	 */
	private List<String> additionalPublic = new ArrayList<>();

	/**
	 * Known public domains that belong to a company.
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
