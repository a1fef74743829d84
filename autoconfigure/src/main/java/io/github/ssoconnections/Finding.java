// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

/**
 * Something that a look at certificates, metadata or a connection has found.
 *
 * @param severity how bad it is
 * @param code what it is: the code of a {@link FindingCode}, in lower case with
 * underscores
 * @param message what is found, in a sentence that names the certificate, URL or field
 * @param remedy what to do about it
 */
public record Finding(Severity severity, String code, String message, String remedy) {
}
