// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.Assert;
import org.jspecify.annotations.Nullable;

/**
 * What the caller decides about a migration. A connection at Auth0 is named by its id or
 * by its name.
 *
 * @param organizations which organization at Clerk a connection gets
 * @param scan what was found out about the organizations at Auth0; {@code null} if they
 * were not scanned
 * @param overrides what is given for single connections, by id or name at Auth0
 * @param only the connections to consider, by id or name at Auth0; empty for all
 * @param customAttributes whether attributes without a field at Clerk become custom
 * attributes, which is a feature of the instance
 */
public record MigrationOptions(OrganizationPairs organizations, @Nullable OrganizationScanState scan,
		Map<String, MigrationOverride> overrides, Set<String> only, boolean customAttributes) {

	public MigrationOptions {
		Assert.notNull(organizations, "'organizations' must not be null");
		Assert.notNull(overrides, "'overrides' must not be null");
		Assert.notNull(only, "'only' must not be null");
		overrides = Map.copyOf(overrides);
		only = Set.copyOf(only);
	}

	/**
	 * Return options without decisions: all connections, and no organizations.
	 * @return the options
	 */
	public static MigrationOptions defaults() {
		return new MigrationOptions(OrganizationPairs.none(), null, Map.of(), Set.of(), true);
	}

	/**
	 * Return a copy with organizations.
	 * @param organizations which organization at Clerk a connection gets
	 * @return the options
	 */
	public MigrationOptions withOrganizations(OrganizationPairs organizations) {
		return new MigrationOptions(organizations, this.scan, this.overrides, this.only, this.customAttributes);
	}

	/**
	 * Return a copy with the result of a scan.
	 * @param scan what was found out about the organizations at Auth0
	 * @return the options
	 */
	public MigrationOptions withScan(OrganizationScanState scan) {
		Assert.notNull(scan, "'scan' must not be null");
		return new MigrationOptions(this.organizations, scan, this.overrides, this.only, this.customAttributes);
	}

	/**
	 * Return a copy with what is given for a connection.
	 * @param connection the id or name at Auth0
	 * @param override what is given
	 * @return the options
	 */
	public MigrationOptions withOverride(String connection, MigrationOverride override) {
		Assert.hasText(connection, "'connection' must not be empty");
		Assert.notNull(override, "'override' must not be null");
		Map<String, MigrationOverride> all = new LinkedHashMap<>(this.overrides);
		all.put(connection, override);
		return new MigrationOptions(this.organizations, this.scan, all, this.only, this.customAttributes);
	}

	/**
	 * Return a copy that considers some connections only.
	 * @param connections the ids or names at Auth0, at least one
	 * @return the options
	 */
	public MigrationOptions limitedTo(Collection<String> connections) {
		Assert.notEmpty(connections, "'connections' must not be empty");
		Assert.noNullElements(connections, "'connections' must not contain null");
		return new MigrationOptions(this.organizations, this.scan, this.overrides, Set.copyOf(connections),
				this.customAttributes);
	}

	/**
	 * Return a copy without custom attributes, for an instance without that feature.
	 * @return the options
	 */
	public MigrationOptions withoutCustomAttributes() {
		return new MigrationOptions(this.organizations, this.scan, this.overrides, this.only, false);
	}

}
