// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.testing;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * System properties of a test, which are afterwards what they were before.
 */
public final class SystemProperties implements AutoCloseable {

	private final Map<String, @Nullable String> before = new HashMap<>();

	public SystemProperties set(String name, String value) {
		if (!this.before.containsKey(name)) {
			this.before.put(name, System.getProperty(name));
		}
		System.setProperty(name, value);
		return this;
	}

	@Override
	public void close() {
		this.before.forEach((name, value) -> {
			if (value != null) {
				System.setProperty(name, value);
			}
			else {
				System.clearProperty(name);
			}
		});
		this.before.clear();
	}

}
