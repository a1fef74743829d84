// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Walks through records by reflection.
 */
final class Records {

	/** Every type of an answer, the nested ones included: see {@link AnswerTests}. */
	static final Set<Class<?>> ANSWERS = Set.of(EnterpriseConnection.class, EnterpriseConnection.Saml.class,
			EnterpriseConnection.Oauth.class, SamlConnection.class, AttributeMapping.class, CustomAttribute.class,
			IdpCertificate.class, LoginHint.class, TestRun.class, TestRun.UserInfo.class, TestRun.Log.class,
			TestRun.Saml.class, TestRun.Oauth.class, TestRunLink.class, DeletedObject.class);

	private Records() {
	}

	/**
	 * Hand on every component of a record, and of the records within it, with its path.
	 */
	static void walk(Object record, BiConsumer<String, Object> visitor) {
		walk("", record, visitor);
	}

	private static void walk(String path, Object value, BiConsumer<String, Object> visitor) {
		if (value instanceof Record record && ANSWERS.contains(record.getClass())) {
			for (RecordComponent component : record.getClass().getRecordComponents()) {
				String name = path + "/" + component.getName();
				Object part = get(component, record);
				visitor.accept(name, part);
				walk(name, part, visitor);
			}
		}
		else if (value instanceof List<?> items) {
			for (int i = 0; i < items.size(); i++) {
				visitor.accept(path + "/" + i, items.get(i));
				walk(path + "/" + i, items.get(i), visitor);
			}
		}
	}

	static Object get(RecordComponent component, Object record) {
		try {
			return component.getAccessor().invoke(record);
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * Return the types that hold values, found in a full answer.
	 */
	static Set<Class<?>> types(Object record) {
		Set<Class<?>> types = new LinkedHashSet<>(Set.of(record.getClass()));
		walk(record, (path, value) -> {
			if (value instanceof Record) {
				types.add(value.getClass());
			}
		});
		types.retainAll(ANSWERS);
		return types;
	}

	/**
	 * Return the maps of unknown fields with their paths.
	 */
	static boolean isUnknownFields(String path, Object value) {
		return path.endsWith("/unknownFields") && value instanceof Map;
	}

}
