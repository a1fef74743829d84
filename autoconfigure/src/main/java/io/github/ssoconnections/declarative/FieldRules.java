// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.ssoconnections.Assert;

/**
 * The fields of a vendor that are not compared by {@link FieldRule#DEFAULT}. A rule
 * applies to a field and to all fields within it that have no rule of their own.
 */
public final class FieldRules {

	private final Map<FieldPath, FieldRule> rules = new LinkedHashMap<>();

	/**
	 * Add a rule.
	 * @param path the path of the field, with dots between the names
	 * @param rule the rule
	 * @return these rules
	 */
	public FieldRules add(String path, FieldRule rule) {
		Assert.hasText(path, "'path' must not be empty");
		Assert.notNull(rule, "'rule' must not be null");
		this.rules.put(FieldPath.of(path.split("\\.")), rule);
		return this;
	}

	/**
	 * Return the rule of a field.
	 * @param path the path of the field
	 * @return the rule
	 */
	FieldRule of(FieldPath path) {
		for (int length = path.names().size(); length > 0; length--) {
			FieldRule rule = this.rules.get(new FieldPath(path.names().subList(0, length)));
			if (rule != null) {
				return rule;
			}
		}
		return FieldRule.DEFAULT;
	}

}
