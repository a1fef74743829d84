// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.io.File;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * Runs something in classes of its own, as a fresh JVM would: without some jars, and with
 * all that is static as it is at first.
 */
final class IsolatedClassPath {

	private IsolatedClassPath() {
	}

	/**
	 * Run a scenario, a class with a constructor without arguments.
	 * @param scenario the scenario; its result must be of the JDK's own types
	 * @param withoutJars what the names of the missing jars start with
	 */
	@SuppressWarnings("unchecked")
	static <T> T call(Class<? extends Callable<T>> scenario, String... withoutJars) throws Exception {
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		try (URLClassLoader classLoader = new URLClassLoader(urls(withoutJars), ClassLoader.getPlatformClassLoader())) {
			Thread.currentThread().setContextClassLoader(classLoader);
			Constructor<?> constructor = classLoader.loadClass(scenario.getName()).getDeclaredConstructor();
			constructor.setAccessible(true);
			return (T) ((Callable<?>) constructor.newInstance()).call();
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	private static URL[] urls(String... withoutJars) throws Exception {
		String[] entries = System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator));
		URL[] urls = new URL[entries.length];
		int count = 0;
		for (String entry : entries) {
			Path path = Path.of(entry);
			if (Arrays.stream(withoutJars).noneMatch(path.getFileName().toString()::startsWith)) {
				URI uri = path.toUri();
				urls[count++] = uri.toURL();
			}
		}
		return Arrays.copyOf(urls, count);
	}

}
