// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.ssoconnections.Assert;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does with one connection.
 *
 * @param action what is done
 * @param name the name of the connection
 * @param desired the connection as it is declared, {@code null} for a deletion
 * @param declared the declared fields with the vendor's names in a request, {@code null}
 * for a deletion
 * @param current the connection as it is, {@code null} for a creation
 * @param changes the fields that differ; for a creation, all declared fields
 * @param notCompared the declared fields that are not compared: those that the vendor
 * does not return, and those that need further calls if the plan makes none
 * @param removedDomains the verified domains of the organization that the vendor removes
 * when the connection is activated; applying the plan consents to it
 * @param question why a creation is not applied unless it is confirmed by name,
 * {@code null} if there is no doubt
 * @param warnings what else the action does
 */
public record PlannedConnection(PlanAction action, String name, @JsonIgnore @Nullable DesiredConnection desired,
		@JsonIgnore @Nullable Map<String, @Nullable Object> declared, @Nullable CurrentConnection current,
		List<FieldChange> changes, List<FieldPath> notCompared, Set<String> removedDomains, @Nullable String question,
		List<String> warnings) {

	public PlannedConnection {
		Assert.notNull(action, "'action' must not be null");
		changes = List.copyOf(changes);
		notCompared = List.copyOf(notCompared);
		removedDomains = Collections.unmodifiableSet(new TreeSet<>(removedDomains));
		warnings = List.copyOf(warnings);
	}

	/**
	 * Return whether a field differs, or one within it.
	 * @param path the path of the field
	 * @return whether it is to be written
	 */
	public boolean isChanged(FieldPath path) {
		return this.changes.stream().anyMatch((change) -> path.contains(change.path()));
	}

	/**
	 * Return whether a field differs, or one within it.
	 * @param names the names of the objects and of the field
	 * @return whether it is to be written
	 */
	public boolean isChanged(String... names) {
		return isChanged(FieldPath.of(names));
	}

	/**
	 * Return whether the plan changes something, and is not in doubt about it.
	 * @return whether it is applied
	 */
	@JsonIgnore
	public boolean isApplied() {
		return this.action != PlanAction.NONE && this.question == null;
	}

	@Override
	public String toString() {
		return this.action + " " + this.name + " " + this.changes.stream().map(FieldChange::path).toList();
	}

}
