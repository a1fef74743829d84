// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.springframework.util.ReflectionUtils;

/**
 * The operations that the services declare, by reflection.
 */
public final class DeclaredOperations {

	private DeclaredOperations() {
	}

	/**
	 * Return the operations of a vendor.
	 * @param vendor the vendor, which is the name of its package
	 * @return the operations, by name
	 */
	public static List<ApiOperation<?>> of(String vendor) {
		return new ClassFileImporter()
			.importPath(Path.of("target", "classes", "io", "github", "ssoconnections", vendor))
			.stream()
			.flatMap((type) -> Stream.of(type.reflect().getDeclaredFields()))
			.filter((field) -> field.getType() == ApiOperation.class)
			.<ApiOperation<?>>map((field) -> {
				ReflectionUtils.makeAccessible(field);
				return (ApiOperation<?>) ReflectionUtils.getField(field, null);
			})
			.sorted(Comparator.comparing(ApiOperation::name))
			.toList();
	}

	/**
	 * Return the request line of an operation.
	 * @param operation the operation
	 * @return the method and the path
	 */
	public static String request(ApiOperation<?> operation) {
		return operation.method() + " " + operation.path();
	}

}
