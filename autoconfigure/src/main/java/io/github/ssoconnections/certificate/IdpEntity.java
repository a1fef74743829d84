// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.ssoconnections.Excerpt;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * An IdP in metadata. Its values are parsed when this IdP is selected, so that errors in
 * other IdPs of the document have no effect.
 */
final class IdpEntity {

	private static final int MAX_VALUES = 200;

	private static final int MAX_ENTITY_ID_LENGTH = 1024;

	private final @Nullable String entityId;

	private final Place place;

	private final List<MetadataReader.Validity> validities;

	private final List<Value> wantSigned = new ArrayList<>();

	private final List<Endpoint> endpoints = new ArrayList<>();

	private final List<List<Value>> certificates = new ArrayList<>();

	private final List<Value> nameIdFormats = new ArrayList<>();

	private boolean idp;

	private int values;

	IdpEntity(@Nullable String entityId, Place place, List<MetadataReader.Validity> validities) {
		this.entityId = (StringUtils.hasText(entityId)) ? Invisible.strip(entityId) : null;
		this.place = place;
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

	void addNameIdFormat(@Nullable String format, Place place) {
		count(place);
		this.nameIdFormats.add(new Value(format, place));
	}

	void addCertificates(List<Value> certificates) {
		certificates.forEach((certificate) -> count(certificate.place()));
		this.certificates.add(certificates);
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

	/**
	 * Return the entity ID.
	 * @return the entity ID, {@code null} if it is absent or too long
	 */
	@Nullable String entityId() {
		return (this.entityId != null && this.entityId.length() <= MAX_ENTITY_ID_LENGTH) ? this.entityId : null;
	}

	SamlMetadata toMetadata() {
		MetadataFindings findings = new MetadataFindings();
		if (entityId() == null && this.entityId != null) {
			findings.addInvalidValue(
					"The entity ID is longer than " + MAX_ENTITY_ID_LENGTH + " characters, and left out", this.place);
		}
		List<SamlMetadata.SsoUrl> ssoUrls = this.endpoints.stream()
			.map((endpoint) -> endpoint.toSsoUrl(findings))
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		MetadataCertificates all = MetadataCertificates.of(this.certificates, findings);
		Instant validUntil = least("validUntil", MetadataReader.Validity::until, XmlTime::instant, findings);
		Duration cacheDuration = least("cacheDuration", MetadataReader.Validity::cache, XmlTime::duration, findings);
		return new SamlMetadata(entityId(), ssoUrls, all.signing(), nameIdFormats(findings), validUntil, cacheDuration,
				wantAuthnRequestsSigned(findings), all.unreadable(), findings.toList(!all.signing().isEmpty()));
	}

	private List<String> nameIdFormats(MetadataFindings findings) {
		Set<String> formats = this.nameIdFormats.stream()
			.filter((format) -> format.isText("'NameIDFormat'", findings))
			.map((format) -> Invisible.strip(format.toString()))
			.filter(StringUtils::hasText)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		return List.copyOf(formats);
	}

	private <T extends Comparable<T>> @Nullable T least(String name, ValueReader<MetadataReader.Validity, String> text,
			ValueReader<String, T> reader, MetadataFindings findings) {
		T least = null;
		for (MetadataReader.Validity validity : this.validities) {
			String value = text.read(validity);
			T read = (value != null) ? reader.read(value) : null;
			if (value != null && read == null) {
				findings.addInvalidValue("'" + name + "' is left out, as it cannot be read: " + Excerpt.quoted(value),
						validity.place());
			}
			least = (read != null && (least == null || read.compareTo(least) < 0)) ? read : least;
		}
		return least;
	}

	private @Nullable Boolean wantAuthnRequestsSigned(MetadataFindings findings) {
		Boolean wanted = null;
		for (Value value : this.wantSigned) {
			String text = Invisible.strip(value.toString());
			Boolean signed = switch (text.toLowerCase(Locale.ROOT)) {
				case "true", "1" -> true;
				case "false", "0" -> false;
				default -> null;
			};
			if (signed == null) {
				findings.addInvalidValue("'WantAuthnRequestsSigned' is left out, as it is neither true nor false: "
						+ Excerpt.quoted(value.toString()), value.place());
			}
			else if (!text.equals(text.toLowerCase(Locale.ROOT))) {
				findings.addInvalidValue("'WantAuthnRequestsSigned' is read as " + signed + ", and written as "
						+ Excerpt.quoted(value.toString()), value.place());
			}
			wanted = (signed != null) ? Boolean.valueOf(signed || Boolean.TRUE.equals(wanted)) : wanted;
		}
		return wanted;
	}

	/**
	 * A value that is not parsed yet.
	 *
	 * @param text the value, {@code null} if it contains elements
	 * @param place the position of the value
	 */
	record Value(@Nullable String text, Place place) {

		boolean isText(String name, MetadataFindings findings) {
			if (this.text == null) {
				findings.addInvalidValue("A " + name + " is left out, as there is an element in its text", this.place);
			}
			return this.text != null;
		}

		@Override
		public String toString() {
			return (this.text != null) ? this.text : "";
		}

	}

	private record Endpoint(@Nullable String binding, @Nullable String location, Place place) {

		private SamlMetadata.@Nullable SsoUrl toSsoUrl(MetadataFindings findings) {
			if (StringUtils.hasText(this.binding) && StringUtils.hasText(this.location)) {
				return new SamlMetadata.SsoUrl(Invisible.strip(this.binding), Invisible.strip(this.location));
			}
			String missing = (StringUtils.hasText(this.location)) ? "Binding" : "Location";
			findings.addInvalidValue("A 'SingleSignOnService' is left out, as it has no '" + missing + "'", this.place);
			return null;
		}

	}

	/**
	 * Parser of a value, which returns {@code null} for an invalid value.
	 *
	 * @param <S> the type of the source
	 * @param <T> the type of the value
	 */
	private interface ValueReader<S, T> {

		@Nullable T read(S source);

	}

}
