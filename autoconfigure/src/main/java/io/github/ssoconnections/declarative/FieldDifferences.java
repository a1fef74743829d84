// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Differences between declared fields and a connection.
 */
final class FieldDifferences {

	private final FieldRules rules;

	private final boolean sendSecrets;

	private final List<FieldChange> changes = new ArrayList<>();

	private final List<FieldPath> notCompared = new ArrayList<>();

	private final List<String> problems = new ArrayList<>();

	private final Map<FieldPath, String> unreadable;

	/**
	 * Compare.
	 * @param rules the rules of the vendor
	 * @param declared the declared fields
	 * @param current the connection
	 * @param sendSecrets whether secrets count as different
	 */
	FieldDifferences(FieldRules rules, Map<String, @Nullable Object> declared, CurrentConnection current,
			boolean sendSecrets) {
		this.rules = rules;
		this.sendSecrets = sendSecrets;
		this.unreadable = current.unreadable();
		compare(FieldPath.ROOT, declared, current.fields());
	}

	private void compare(FieldPath path, @Nullable Object declared, @Nullable Object current) {
		FieldRule rule = this.rules.of(path);
		String reason = this.unreadable.get(path);
		if (reason != null) {
			this.problems.add(path + " cannot be read: " + reason);
		}
		else if (isSecret(declared) || rule.source() == FieldSource.WRITE_ONLY) {
			this.notCompared.add(path);
			if (this.sendSecrets) {
				this.changes.add(new FieldChange(path, FieldSource.WRITE_ONLY, null, Secret.MASK));
			}
		}
		else if (declared instanceof Map<?, ?> map) {
			map.forEach((name, value) -> compareField(path.child(String.valueOf(name)), value, current));
		}
		else {
			compare(path, rule, declared, current);
		}
	}

	private void compareField(FieldPath path, @Nullable Object declared, @Nullable Object parent) {
		String name = path.names().get(path.names().size() - 1);
		boolean known = parent instanceof Map<?, ?> fields && fields.containsKey(name);
		Object current = (parent instanceof Map<?, ?> fields) ? fields.get(name) : null;
		if (!known && this.rules.of(path).source() == FieldSource.FURTHER_CALL) {
			this.notCompared.add(path);
		}
		else {
			compare(path, declared, current);
		}
	}

	private void compare(FieldPath path, FieldRule rule, @Nullable Object declared, @Nullable Object current) {
		Object value = (current != null) ? current : rule.defaultValue();
		if (rule.comparison().isSame(declared, value)) {
			return;
		}
		if (rule.fixed()) {
			this.problems.add(path + " cannot be changed from " + value + " to " + declared
					+ ": that takes a new connection with a new ACS URL, and the administrator of the IdP");
			return;
		}
		this.changes.add(new FieldChange(path, rule.source(), rule.comparison().describe(value),
				rule.comparison().describe(declared)));
	}

	private static boolean isSecret(@Nullable Object declared) {
		return declared instanceof Secret || declared instanceof SecretReference;
	}

	/**
	 * Send declared secrets that the vendor would lose with the changes, and report
	 * others.
	 * @param lost the paths of the secrets
	 * @param declared the declared fields
	 */
	void addLost(List<FieldPath> lost, Map<String, @Nullable Object> declared) {
		for (FieldPath path : lost) {
			if (!(path.read(declared) instanceof Secret)) {
				this.problems.add(path + " is not returned, and these changes would lose it: declare it");
			}
			else if (this.changes.stream().noneMatch((change) -> change.path().equals(path))) {
				this.changes.add(new FieldChange(path, FieldSource.WRITE_ONLY, null, Secret.MASK));
			}
		}
	}

	List<FieldChange> changes() {
		return this.changes;
	}

	List<FieldPath> notCompared() {
		return this.notCompared;
	}

	List<String> problems() {
		return this.problems;
	}

}
