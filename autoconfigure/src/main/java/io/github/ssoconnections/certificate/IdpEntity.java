// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * An IdP as its metadata has it. Its values are read when it is the one asked for: what
 * is wrong with another one in the same document does no harm.
 */
final class IdpEntity {

	private static final int MAX_VALUES = 200;

	private final @Nullable String entityId;

	private final List<MetadataReader.Validity> validities;

	private final List<Value> wantSigned = new ArrayList<>();

	private final List<Endpoint> endpoints = new ArrayList<>();

	private final List<List<Value>> certificates = new ArrayList<>();

	private final Set<String> nameIdFormats = new LinkedHashSet<>();

	private boolean idp;

	private int values;

	IdpEntity(@Nullable String entityId, List<MetadataReader.Validity> validities) {
		this.entityId = (StringUtils.hasText(entityId)) ? entityId.strip() : null;
		this.validities = validities;
	}

	void addRole(MetadataReader.Validity validity, @Nullable String wantAuthnRequestsSigned, Place place) {
		count(place);
		this.idp = true;
		this.validities.add(validity);
		if (wantAuthnRequestsSigned != null) {
			this.wantSigned.add(new Value(wantAuthnRequestsSigned, place));
		}
	}

	void addSsoUrl(@Nullable String binding, @Nullable String location, Place place) {
		count(place);
		this.endpoints.add(new Endpoint(binding, location, place));
	}

	void addNameIdFormat(String format, Place place) {
		count(place);
		if (StringUtils.hasText(format)) {
			this.nameIdFormats.add(format.strip());
		}
	}

	void addCertificates(List<Value> chain) {
		chain.forEach((certificate) -> count(certificate.place()));
		this.certificates.add(chain);
	}

	private void count(Place place) {
		if (++this.values > MAX_VALUES) {
			throw new InvalidMetadataException(
					"An IdP has more than " + MAX_VALUES + " roles, SSO URLs, name ID formats and signing certificates",
					place);
		}
	}

	boolean isIdp() {
		return this.idp;
	}

	@Nullable String entityId() {
		return this.entityId;
	}

	SamlMetadata toMetadata() {
		return new SamlMetadata(this.entityId, this.endpoints.stream().map(Endpoint::toSsoUrl).distinct().toList(),
				this.certificates.stream().flatMap((chain) -> signers(chain).stream()).toList(),
				List.copyOf(this.nameIdFormats), validUntil(), cacheDuration(), wantAuthnRequestsSigned());
	}

	private @Nullable Instant validUntil() {
		Instant soonest = null;
		for (MetadataReader.Validity validity : this.validities) {
			Instant until = (validity.until() != null) ? XmlTime.instant(validity.until(), validity.place()) : null;
			soonest = (until != null && (soonest == null || until.isBefore(soonest))) ? until : soonest;
		}
		return soonest;
	}

	private @Nullable Duration cacheDuration() {
		Duration shortest = null;
		for (MetadataReader.Validity validity : this.validities) {
			Duration cache = (validity.cache() != null) ? XmlTime.duration(validity.cache(), validity.place()) : null;
			shortest = (cache != null && (shortest == null || cache.compareTo(shortest) < 0)) ? cache : shortest;
		}
		return shortest;
	}

	private @Nullable Boolean wantAuthnRequestsSigned() {
		Boolean wanted = null;
		for (Value value : this.wantSigned) {
			boolean signed = switch (value.text().strip()) {
				case "true", "1" -> true;
				case "false", "0" -> false;
				default -> throw new InvalidMetadataException(
						"'WantAuthnRequestsSigned' is neither true nor false, but " + Excerpt.quoted(value.text()),
						value.place());
			};
			wanted = signed || Boolean.TRUE.equals(wanted);
		}
		return wanted;
	}

	// The rest of a chain is there to judge the signer by: no IdP signs with it
	private static List<SigningCertificate> signers(List<Value> chain) {
		List<SigningCertificate> certificates = chain.stream().map(Value::toCertificate).toList();
		Set<String> issuers = certificates.stream()
			.filter((certificate) -> !certificate.issuer().equals(certificate.subject()))
			.map(SigningCertificate::issuer)
			.collect(Collectors.toSet());
		return certificates.stream().filter((certificate) -> !issuers.contains(certificate.subject())).toList();
	}

	/**
	 * A value that is not yet read.
	 *
	 * @param text the value
	 * @param place where it is
	 */
	record Value(String text, Place place) {

		private SigningCertificate toCertificate() {
			try {
				return SigningCertificate.parse(this.text);
			}
			catch (InvalidCertificateException ex) {
				throw new InvalidMetadataException("A signing certificate is wrong: " + ex.getMessage(), this.place);
			}
		}

	}

	private record Endpoint(@Nullable String binding, @Nullable String location, Place place) {

		private SamlMetadata.SsoUrl toSsoUrl() {
			return new SamlMetadata.SsoUrl(required("Binding", this.binding), required("Location", this.location));
		}

		private String required(String name, @Nullable String value) {
			if (!StringUtils.hasText(value)) {
				throw new InvalidMetadataException("A 'SingleSignOnService' has no '" + name + "'", this.place);
			}
			return value.strip();
		}

	}

}
