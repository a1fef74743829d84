// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import org.jspecify.annotations.Nullable;

/**
 * Meters of certificates and of client secrets. Requires Micrometer's metrics on the
 * class path.
 */
public enum CertificateMeter implements MeterDocumentation {

	/**
	 * Time until all signing certificates of a connection have expired. Negative
	 * afterwards, and {@code NaN} after the connection was deleted or deactivated, until
	 * the next refresh. At most 100 connections: active connections first, sorted by
	 * expiry.
	 */
	EXPIRY("sso.connections.certificate.expiry", "seconds", Keys.VENDOR, Keys.ACCOUNT, Keys.CONNECTION_ID, Keys.ACTIVE),

	/**
	 * Time until the client secret of an OIDC connection expires. The application has
	 * noted the expiry. Negative afterwards, and at most 100 connections, as above.
	 */
	OIDC_SECRET_EXPIRY("sso.connections.oidc.secret.expiry", "seconds", Keys.VENDOR, Keys.ACCOUNT, Keys.CONNECTION_ID,
			Keys.ACTIVE),

	/**
	 * Connections with signing certificates, and all SAML connections. {@code NaN} before
	 * the first refresh.
	 */
	CONNECTIONS("sso.connections.certificates", null, Keys.VENDOR, Keys.ACCOUNT, Keys.STATE, Keys.ACTIVE),

	/**
	 * Time since the last successful refresh. Since the start if no refresh has
	 * succeeded.
	 */
	REFRESH_AGE("sso.connections.certificate.sweep.age", "seconds", Keys.VENDOR, Keys.ACCOUNT);

	private final String meterName;

	private final @Nullable String baseUnit;

	private final KeyName[] keys;

	CertificateMeter(String meterName, @Nullable String baseUnit, KeyName... keys) {
		this.meterName = meterName;
		this.baseUnit = baseUnit;
		this.keys = keys;
	}

	@Override
	public String getName() {
		return this.meterName;
	}

	@Override
	public Meter.Type getType() {
		return Meter.Type.GAUGE;
	}

	@Override
	public @Nullable String getBaseUnit() {
		return this.baseUnit;
	}

	@Override
	public KeyName[] getKeyNames() {
		return this.keys.clone();
	}

	/**
	 * Keys of the meters. The values of each key are a closed set, except for the id.
	 */
	public enum Keys implements KeyName {

		/**
		 * Name of the vendor, such as {@code clerk}.
		 */
		VENDOR("vendor"),

		/**
		 * Name of the account, {@code default} if it has none.
		 */
		ACCOUNT("account"),

		/**
		 * The vendor's id of the connection.
		 */
		CONNECTION_ID("connection.id"),

		/**
		 * State, as in {@link CertificateState}, in lower case with hyphens.
		 */
		STATE("state"),

		/**
		 * Whether the connection may be active: {@code true} or {@code false}.
		 */
		ACTIVE("active");

		private final String key;

		Keys(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
