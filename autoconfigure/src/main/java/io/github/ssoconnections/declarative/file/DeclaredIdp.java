// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.onboarding.IdpSettings;
import org.jspecify.annotations.Nullable;

/**
 * Reads the IdP of a connection in one of its forms.
 */
final class DeclaredIdp {

	private static final List<List<String>> FORMS = List.of(List.of("metadata-url"), List.of("metadata-file"),
			List.of("metadata"), List.of("entity-id", "sso-url", "certificates", "certificate-files"),
			List.of("issuer", "client-id", "client-secret"));

	private static final List<String> KNOWN = FORMS.stream().flatMap(List::stream).toList();

	private static final String USAGE = "use one of: metadata-url; metadata-file; metadata;"
			+ " entity-id with sso-url and certificates or certificate-files;"
			+ " issuer with client-id and client-secret";

	private final SourceFile source;

	private final SettingsReader settings;

	private final FieldReader fields;

	private final AdjacentFiles files;

	DeclaredIdp(SourceFile source, SettingsReader settings, YamlNode node) {
		this.source = source;
		this.settings = settings;
		this.fields = new FieldReader(source, settings, node, "'idp'", KNOWN);
		this.files = new AdjacentFiles(source);
	}

	IdpSettings read() {
		List<List<String>> forms = FORMS.stream().filter((form) -> form.stream().anyMatch(this.fields::has)).toList();
		if (forms.size() != 1) {
			throw this.source.error(this.fields.line(),
					((forms.isEmpty()) ? "'idp' is empty: " : "'idp' mixes ways to declare an IdP: ") + USAGE);
		}
		return switch (forms.get(0).get(0)) {
			case "metadata-url" -> IdpSettings.metadataUrl(required("metadata-url"));
			case "metadata-file" -> metadataFile(required("metadata-file"));
			case "metadata" -> metadata(required("metadata"));
			case "entity-id" -> saml();
			default -> oidc();
		};
	}

	private String required(String name) {
		return this.fields.requiredText(name, USAGE);
	}

	private IdpSettings metadata(String xml) {
		return metadata("metadata", () -> xml);
	}

	private IdpSettings metadataFile(String file) {
		byte[] content = this.files.read(this.fields.line("metadata-file"), file);
		return metadata("metadata-file", () -> SamlMetadata.decode(content));
	}

	private IdpSettings metadata(String name, Supplier<String> document) {
		try {
			String xml = document.get();
			SamlMetadata.parse(xml);
			return IdpSettings.metadata(xml);
		}
		catch (InvalidArgumentException ex) {
			throw this.source.error(this.fields.line(name),
					"'" + name + "' is no SAML metadata that can be read: " + ex.getMessage());
		}
	}

	private IdpSettings saml() {
		String entityId = required("entity-id");
		String ssoUrl = required("sso-url");
		Set<String> certificates = new LinkedHashSet<>();
		texts("certificates").forEach((text) -> {
			parse("certificates", text);
			certificates.add(text);
		});
		int line = this.fields.line("certificate-files");
		texts("certificate-files").forEach((file) -> parse("certificate-files", this.files.readText(line, file))
			.forEach((certificate) -> certificates.add(certificate.pem())));
		if (certificates.isEmpty()) {
			throw this.source.error(this.fields.line(), "'certificates' is missing or empty: " + USAGE);
		}
		return new IdpSettings.Saml(entityId, ssoUrl, new ArrayList<>(certificates));
	}

	private List<String> texts(String name) {
		List<String> texts = this.fields.texts(name);
		return (texts != null) ? texts : List.of();
	}

	private List<SigningCertificate> parse(String name, String text) {
		try {
			return (name.equals("certificates")) ? List.of(SigningCertificate.parse(text))
					: SigningCertificate.parseAll(text);
		}
		catch (InvalidArgumentException ex) {
			throw this.source.error(this.fields.line(name),
					"'" + name + "' has no certificate that can be read: " + ex.getMessage());
		}
	}

	private IdpSettings oidc() {
		return IdpSettings.oidc(required("issuer"), required("client-id"), clientSecret());
	}

	private @Nullable Secret clientSecret() {
		YamlNode node = this.fields.node("client-secret");
		if (node == null) {
			return null;
		}
		if (!(node instanceof YamlNode.Scalar scalar)) {
			throw this.source.error(node.line(), "'client-secret' must be a reference to a secret");
		}
		if (this.settings.secret("client-secret", scalar) instanceof Secret secret) {
			return secret;
		}
		throw this.source.error(node.line(), "'client-secret' of an 'idp' cannot be read without its value");
	}

}
