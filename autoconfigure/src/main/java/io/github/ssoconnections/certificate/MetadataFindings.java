// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.Severity;

/**
 * Collector of the findings about a document, with their positions.
 */
final class MetadataFindings {

	private final List<Finding> findings = new ArrayList<>();

	void addInvalidValue(String message, Place place) {
		add(FindingCode.METADATA_VALUE_INVALID, message, place);
	}

	void add(FindingCode code, String message, Place place) {
		this.findings.add(code.finding(message + " (" + place.describe() + ")."));
	}

	/**
	 * Return the findings. An unreadable certificate is an error only if there is no
	 * readable certificate.
	 * @param covered whether there is a readable certificate
	 * @return the findings, in the order in which they were found
	 */
	List<Finding> toList(boolean covered) {
		String invalid = FindingCode.CERTIFICATE_INVALID.code();
		return this.findings.stream()
			.map((finding) -> (covered && finding.code().equals(invalid))
					? FindingCode.CERTIFICATE_INVALID.finding(Severity.WARNING, finding.message()) : finding)
			.toList();
	}

}
