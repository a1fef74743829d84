// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.io.File;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
	static <T> T call(Class<? extends Callable<T>> scenario, String... withoutJars) throws Exception {
		return call(scenario, entries().filter((entry) -> {
			String name = entry.getFileName().toString();
			return Arrays.stream(withoutJars).noneMatch(name::startsWith);
		}));
	}

	/**
	 * Run a scenario with further classes.
	 * @param scenario the scenario; its result must be of the JDK's own types
	 * @param classes the directory of the classes
	 */
	static <T> T callWith(Class<? extends Callable<T>> scenario, Path classes) throws Exception {
		return call(scenario, Stream.concat(Stream.of(classes), entries()));
	}

	@SuppressWarnings("unchecked")
	private static <T> T call(Class<? extends Callable<T>> scenario, Stream<Path> classPath) throws Exception {
		List<URL> urls = new ArrayList<>();
		for (Path entry : classPath.toList()) {
			urls.add(entry.toUri().toURL());
		}
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		try (Recording classLoader = new Recording(urls.toArray(new URL[0]))) {
			Thread.currentThread().setContextClassLoader(classLoader);
			Constructor<?> constructor = classLoader.loadClass(scenario.getName()).getDeclaredConstructor();
			constructor.setAccessible(true);
			return (T) ((Callable<?>) constructor.newInstance()).call();
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	/**
	 * Return the names of the classes that were loaded so far, but for the JDK's.
	 * @param scenario the scenario that asks
	 * @return the names
	 */
	@SuppressWarnings("unchecked")
	static Set<String> loaded(Callable<?> scenario) {
		return ((Supplier<Set<String>>) scenario.getClass().getClassLoader()).get();
	}

	private static Stream<Path> entries() {
		return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
			.map(Path::of);
	}

	/**
	 * Knows what it has loaded. Of a type of the JDK's, as the scenario has another class
	 * of this name.
	 */
	private static final class Recording extends URLClassLoader implements Supplier<Set<String>> {

		private final Set<String> names = ConcurrentHashMap.newKeySet();

		Recording(URL[] urls) {
			super(urls, ClassLoader.getPlatformClassLoader());
		}

		@Override
		protected Class<?> findClass(String name) throws ClassNotFoundException {
			Class<?> found = super.findClass(name);
			this.names.add(name);
			return found;
		}

		@Override
		public Set<String> get() {
			return this.names;
		}

	}

}
