// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.Assert;
import org.jspecify.annotations.Nullable;

/**
 * Switch of the signing certificate of a connection. Auth0 uses one certificate per
 * connection, so there is no time at which it trusts both. Certificates are identified by
 * their SHA-256 fingerprints, 64 hexadecimal digits in lower case.
 *
 * @param connectionId the id of the connection
 * @param before the certificate before the write; {@code null} if there was none, or none
 * that could be read
 * @param after the certificate after the write, likewise
 * @param wanted the certificate that should be used after the write; {@code null} if
 * Auth0 read metadata that was not checked before
 * @param switchedAt the moment of the switch, by the clock of this process when the
 * response to the write had been received: from then on, sign-ins that the IdP signs with
 * another certificate fail. {@code null} if nothing was written
 * @param changedOptions the names of options that differ from those before the write and
 * should not. Another client may have updated the connection at the same time.
 * {@code cert_rollover_notification} is not compared, on the assumption that Auth0 sets
 * it by itself
 * @param metadataOptions the names of further options that Auth0 read from the metadata
 * and that have changed, such as {@code signInEndpoint}
 * @param verified whether the connection was read after the write. If that read failed,
 * the result is that of the response to the write
 */
public record CertificateSwitch(String connectionId, @Nullable String before, @Nullable String after,
		@Nullable String wanted, @Nullable Instant switchedAt, List<String> changedOptions,
		List<String> metadataOptions, boolean verified) {

	public CertificateSwitch {
		Assert.hasText(connectionId, "'connectionId' must not be empty");
		changedOptions = List.copyOf(changedOptions);
		metadataOptions = List.copyOf(metadataOptions);
	}

	static CertificateSwitch none(String connectionId, String certificate) {
		return new CertificateSwitch(connectionId, certificate, certificate, certificate, null, List.of(), List.of(),
				true);
	}

	CertificateSwitch unverified() {
		return new CertificateSwitch(this.connectionId, this.before, this.after, this.wanted, this.switchedAt,
				this.changedOptions, this.metadataOptions, false);
	}

	/**
	 * Return whether the certificate is the wanted one and every other option is as
	 * before.
	 * @return whether the switch is complete
	 */
	public boolean isComplete() {
		return (this.wanted == null || this.wanted.equals(this.after)) && this.changedOptions.isEmpty();
	}

	/**
	 * Return whether the connection uses another certificate than before.
	 * @return whether the certificate has changed
	 */
	public boolean isChanged() {
		return (this.before != null) ? !this.before.equals(this.after) : this.after != null;
	}

}
