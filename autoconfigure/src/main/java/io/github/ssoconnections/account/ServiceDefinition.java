// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.account;

import java.util.function.Function;

/**
 * How a service of an account is created.
 *
 * @param <T> the type of the service
 * @param type the type of the service
 * @param factory creates the service
 */
public record ServiceDefinition<T>(Class<T> type, Function<ServiceLookup, T> factory) {

}
