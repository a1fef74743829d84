// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A finding about certificates, metadata or a connection.
 *
 * @param severity the severity
 * @param code the code of a {@link FindingCode}, in lower case with underscores
 * @param message the finding in a sentence that names the certificate, URL or field
 * @param remedy the action to take
 */
public record Finding(Severity severity, String code, String message, String remedy) {

	/**
	 * Return findings sorted by severity, errors first.
	 * @param findings the findings
	 * @return the findings; findings of the same severity keep their order
	 */
	public static List<Finding> sorted(Collection<Finding> findings) {
		return findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
	}

}
