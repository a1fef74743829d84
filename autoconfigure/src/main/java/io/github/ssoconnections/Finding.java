// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

/**
 * A finding about certificates, metadata or a connection.
 *
 * @param severity the severity
 * @param code the code of a {@link FindingCode}, in lower case with underscores
 * @param message the finding in a sentence that names the certificate, URL or field
 * @param remedy the action to take
 */
public record Finding(Severity severity, String code, String message, String remedy) {
}
