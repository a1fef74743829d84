// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.Severity;

/**
 * Collects what is odd about a document that was read, with the places.
 */
final class MetadataFindings {

	private final List<Finding> findings = new ArrayList<>();

	void odd(String message, Place place) {
		add(FindingCode.METADATA_VALUE_INVALID, message, place);
	}

	void add(FindingCode code, String message, Place place) {
		this.findings.add(code.finding(message + " (" + place.inWords() + ")."));
	}

	/**
	 * Return the findings. A certificate that cannot be read is an error only where it
	 * leaves none to sign in with.
	 * @param covered whether there is one that can be read
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
