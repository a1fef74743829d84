// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names of operations that no service has. Their number is limited, because meters are
 * kept for each of them.
 */
final class OperationNames {

	static final int MAX_NAMES = 200;

	static final String OTHER = "other";

	private final Set<String> names = ConcurrentHashMap.newKeySet();

	/**
	 * Return the name to observe and report an operation by.
	 * @param name the name of the operation
	 * @return the name, or {@code other} if there are too many names
	 */
	String of(String name) {
		if (this.names.contains(name)) {
			return name;
		}
		synchronized (this.names) {
			if (this.names.size() < MAX_NAMES) {
				this.names.add(name);
			}
		}
		return this.names.contains(name) ? name : OTHER;
	}

}
