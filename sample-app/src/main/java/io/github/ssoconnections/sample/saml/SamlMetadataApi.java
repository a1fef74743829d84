// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.saml;

import java.net.URI;
import java.time.Instant;

import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SeveralIdpsException;
import io.github.ssoconnections.sample.web.ChangesNothing;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reads metadata documents that are posted. Nothing is kept, and no request is made.
 */
@RestController
@RequestMapping("/api/saml/metadata")
class SamlMetadataApi {

	// Read a metadata document, and say what is wrong with it.
	@ChangesNothing
	@PostMapping(
			consumes = { MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE, "application/samlmetadata+xml" },
			produces = MediaType.APPLICATION_JSON_VALUE)
	MetadataView read(@RequestParam(required = false) @Nullable String entityId,
			@RequestBody(required = false) byte @Nullable [] document) {
		return MetadataView.of(SamlMetadata.parse((document != null) ? document : new byte[0], entityId),
				Instant.now());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> rejected(InvalidMetadataException failure) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT,
				failure.getMessage() + ".");
		if (failure instanceof SeveralIdpsException several) {
			problem.setType(URI.create("urn:sso-connections:several-idps"));
			problem.setTitle("There are several IdPs: choose one with ?entityId=");
			problem.setProperty("entityIds", several.entityIds());
		}
		else {
			problem.setType(URI.create("urn:sso-connections:invalid-metadata"));
			problem.setTitle("This is no metadata that can be used");
		}
		if (failure.line() > 0) {
			problem.setProperty("line", failure.line());
			problem.setProperty("column", failure.column());
		}
		return ResponseEntity.of(problem).build();
	}

}
