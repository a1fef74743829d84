// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import org.jspecify.annotations.Nullable;

/**
 * Difference between a declared field and the field as it is.
 *
 * @param path the path of the field in a request
 * @param source how the current value is known
 * @param before the current value, masked if it is secret, {@code null} if it is absent
 * or not known. Certificates are shown as SHA-256 fingerprints
 * @param after the declared value, in the same form
 */
public record FieldChange(FieldPath path, FieldSource source, @Nullable Object before, @Nullable Object after) {

}
