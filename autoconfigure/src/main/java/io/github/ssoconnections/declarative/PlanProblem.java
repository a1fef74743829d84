// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import org.jspecify.annotations.Nullable;

/**
 * Why a connection is not touched.
 *
 * @param name the name of the connection
 * @param origin where it is declared, {@code null} if that is unknown
 * @param text the reason and what to do
 */
public record PlanProblem(String name, @Nullable String origin, String text) {

}
