// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import io.github.ssoconnections.certificate.SamlMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of an IdP that a connection is created from.
 *
 * @param source the field at Auth0 that it comes from
 * @param url the URL; {@code null} for a document
 * @param xml the document; {@code null} for a URL
 * @param metadata what was read; {@code null} if it was not, or could not be read
 * @param problem why it could not be read; {@code null} if it was, or nobody tried
 */
record IdpMetadata(String source, @Nullable String url, @Nullable String xml, @Nullable SamlMetadata metadata,
		@Nullable String problem) {

	IdpMetadata withMetadata(SamlMetadata metadata) {
		return new IdpMetadata(this.source, this.url, this.xml, metadata, null);
	}

	IdpMetadata withProblem(String problem) {
		return new IdpMetadata(this.source, this.url, this.xml, null, problem);
	}

}
