// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.options.ConnectionOption;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * What is known so far about a connection that is to be moved. Every option that Auth0
 * has set is named in one of the lists.
 */
final class Draft {

	private static final String OPTIONS = "options.";

	private final Auth0Connection source;

	private final MigrationOverride override;

	private final ConnectionOptions options;

	private final Set<String> unexpected;

	private final TargetConnection target = new TargetConnection();

	private final Set<String> named = new HashSet<>();

	private final List<FieldMapping> mapped = new ArrayList<>();

	private final List<FieldMapping> changed = new ArrayList<>();

	private final List<FieldMapping> notMapped = new ArrayList<>();

	private final List<FieldMapping> blockers = new ArrayList<>();

	private final List<Finding> findings = new ArrayList<>();

	private @Nullable String name;

	private List<String> domains = List.of();

	Draft(Auth0Connection source, MigrationOverride override) {
		this.source = source;
		this.override = override;
		this.options = (source.options() != null) ? source.options() : ConnectionOptions.of(Map.of());
		this.unexpected = this.options.unexpectedTypes();
	}

	Auth0Connection source() {
		return this.source;
	}

	MigrationOverride override() {
		return this.override;
	}

	TargetConnection target() {
		return this.target;
	}

	List<String> domains() {
		return this.domains;
	}

	void name(String name) {
		this.name = name;
		this.target.connection().name(name);
	}

	void domains(List<String> domains) {
		this.domains = List.copyOf(domains);
		this.target.connection().domains(this.domains);
	}

	/**
	 * Read an option. One in an unexpected form is left out.
	 * @param <T> the type
	 * @param option the option
	 * @return the value; {@code null} if it is absent, empty or unreadable
	 */
	<T> @Nullable T read(ConnectionOption<?, T> option) {
		if (!isPresent(this.options.get((Object) option.name()))) {
			return null;
		}
		String name = option.name();
		T value = this.options.get(option);
		if (value == null || this.unexpected.stream().anyMatch((one) -> one.equals(name))) {
			notMapped(OPTIONS + name, null, "The value has an unexpected form, and is left out: check it at Auth0.");
			return null;
		}
		return value;
	}

	@Nullable String text(ConnectionOption<?, String> option) {
		String text = read(option);
		return StringUtils.hasText(text) ? text.strip() : null;
	}

	/**
	 * Return whether a flag is set. One in an unexpected form counts as set.
	 * @param option the flag
	 * @return whether it is set
	 */
	boolean isSet(ConnectionOption<?, Boolean> option) {
		Object value = raw(option.name());
		return isPresent(value) && !Boolean.FALSE.equals(value);
	}

	@Nullable Object raw(String option) {
		return this.options.get((Object) option);
	}

	void mapped(String source, String target, String note) {
		this.mapped.add(named(source, target, note));
	}

	void changed(@Nullable String source, @Nullable String target, String note) {
		this.changed.add(named(source, target, note));
	}

	void notMapped(String source, @Nullable String target, String note) {
		FieldMapping field = named(source, target, note);
		if (!this.notMapped.contains(field)) {
			this.notMapped.add(field);
		}
	}

	void blocked(@Nullable String source, @Nullable String target, String note) {
		FieldMapping blocker = named(source, target, note);
		if (!this.blockers.contains(blocker)) {
			this.blockers.add(blocker);
		}
	}

	void find(Collection<Finding> findings) {
		this.findings.addAll(findings);
	}

	boolean isBlocked() {
		return !this.blockers.isEmpty();
	}

	private FieldMapping named(@Nullable String source, @Nullable String target, String note) {
		if (source != null && source.startsWith(OPTIONS)) {
			this.named.add(source.substring(OPTIONS.length()).replaceFirst("\\..*", ""));
		}
		return new FieldMapping(source, target, note);
	}

	/**
	 * Name every option that was not named until now.
	 */
	void nameTheRest() {
		this.options.forEach((name, value) -> {
			if (!this.named.contains(name) && isPresent(value)) {
				notMapped(OPTIONS + name, null, UnmappedFields.reason(name));
			}
		});
		UnmappedFields.ofConnection(this.source).forEach((name, reason) -> notMapped(name, null, reason));
	}

	static boolean isPresent(@Nullable Object value) {
		if (value instanceof String text) {
			return !text.isBlank();
		}
		if (value instanceof Secret secret) {
			return !secret.value().isBlank();
		}
		if (value instanceof Map<?, ?> map) {
			return !map.isEmpty();
		}
		return (value instanceof Collection<?> items) ? !items.isEmpty() : value != null;
	}

	MigrationEntry entry(MigrationStatus status, @Nullable ServiceProviderDetails before) {
		String strategy = (this.source.strategy() != null) ? this.source.strategy().value() : null;
		return new MigrationEntry(this.source.id(), this.source.name(), strategy, this.name, this.domains,
				this.target.organizationId(), status, this.mapped, this.changed, this.notMapped, this.blockers,
				Finding.sorted(this.findings), before, null, null);
	}

}
