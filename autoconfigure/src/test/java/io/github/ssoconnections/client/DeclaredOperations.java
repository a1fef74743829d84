// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
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
			.filter((field) -> Modifier.isStatic(field.getModifiers()))
			.flatMap(DeclaredOperations::of)
			.sorted(Comparator.comparing(ApiOperation::name))
			.toList();
	}

	private static Stream<ApiOperation<?>> of(Field field) {
		if (field.getType() == ApiOperation.class) {
			ReflectionUtils.makeAccessible(field);
			return Stream.of((ApiOperation<?>) ReflectionUtils.getField(field, null));
		}
		if (!field.getType().isRecord()) {
			return Stream.empty();
		}
		return Stream.of(field.getType().getRecordComponents())
			.filter((component) -> component.getType() == ApiOperation.class)
			.map((component) -> {
				ReflectionUtils.makeAccessible(field);
				ReflectionUtils.makeAccessible(component.getAccessor());
				return (ApiOperation<?>) ReflectionUtils.invokeMethod(component.getAccessor(),
						ReflectionUtils.getField(field, null));
			});
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
