// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * Properties of the console.
 */
@ConfigurationProperties("console")
class ConsoleProperties {

	/**
	 * Host names, without port, under which the console may be called in addition to the
	 * loopback's and that of 'server.address'.
	 */
	private List<String> allowedHosts = new ArrayList<>();

	/**
	 * Time after which a connection is closed whose request has not arrived, head or
	 * body.
	 */
	private Duration requestTimeout = Duration.ofSeconds(30);

	/**
	 * Whether changes are rejected, on the pages and under '/api'. Without a value,
	 * changes of live accounts are rejected: at Clerk with a key that starts with
	 * 'sk_live_', at Auth0 with any tenant but the embedded sandbox.
	 */
	private @Nullable Boolean readOnly;

	List<String> getAllowedHosts() {
		return this.allowedHosts;
	}

	void setAllowedHosts(List<String> allowedHosts) {
		this.allowedHosts = allowedHosts;
	}

	Duration getRequestTimeout() {
		return this.requestTimeout;
	}

	void setRequestTimeout(Duration requestTimeout) {
		Assert.isTrue(requestTimeout.toMillis() >= 1, "must be at least 1ms");
		this.requestTimeout = requestTimeout;
	}

	@Nullable Boolean getReadOnly() {
		return this.readOnly;
	}

	void setReadOnly(@Nullable Boolean readOnly) {
		this.readOnly = readOnly;
	}

}
