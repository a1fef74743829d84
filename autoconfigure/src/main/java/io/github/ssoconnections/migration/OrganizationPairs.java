// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.Assert;
import org.jspecify.annotations.Nullable;

/**
 * Which organization at Clerk a connection gets: by the connection at Auth0, or by the
 * organization at Auth0, which needs a scan. At Auth0, a connection can be in several
 * organizations; at Clerk it is in one at most. Immutable.
 */
public final class OrganizationPairs {

	/** Stands for no organization in a file. */
	static final String NO_ORGANIZATION = "-";

	private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9|_-]{1,128}");

	private static final Pattern TARGET = Pattern.compile("[A-Za-z0-9_-]{1,128}");

	private final Map<String, String> byConnection;

	private final Map<String, String> byOrganization;

	private OrganizationPairs(Map<String, String> byConnection, Map<String, String> byOrganization) {
		this.byConnection = byConnection;
		this.byOrganization = byOrganization;
	}

	/**
	 * Return no pairs.
	 * @return the pairs
	 */
	public static OrganizationPairs none() {
		return new OrganizationPairs(Map.of(), Map.of());
	}

	/**
	 * Read pairs from CSV in UTF-8 with the header {@code connection,clerk_organization},
	 * or {@code organization,clerk_organization}: ids or names at Auth0, ids at Clerk,
	 * {@code -} for no organization. At most 1,000,000 characters.
	 * @param csv the text, which is not closed
	 * @return the pairs
	 * @throws IllegalArgumentException if a line is invalid, or names a connection or
	 * organization a second time: the message has the number of the line
	 * @throws java.io.UncheckedIOException if the text cannot be read
	 */
	public static OrganizationPairs read(Reader csv) {
		Assert.notNull(csv, "'csv' must not be null");
		return OrganizationPairsReader.read(csv);
	}

	/**
	 * Return a copy with a pair for a connection. It decides, whatever a scan has found.
	 * @param connection the id or name of the connection at Auth0
	 * @param organizationId the organization at Clerk, {@code null} for none
	 * @return the pairs
	 * @throws IllegalArgumentException if there is a pair for the connection
	 */
	public OrganizationPairs withConnection(String connection, @Nullable String organizationId) {
		Assert.isTrue(isSource(connection), "'connection' must be an id or a name at Auth0");
		if (organizationId != null) {
			checkTarget(organizationId);
		}
		String target = (organizationId != null) ? organizationId : NO_ORGANIZATION;
		return new OrganizationPairs(add(this.byConnection, connection, target), this.byOrganization);
	}

	/**
	 * Return a copy with a pair for an organization.
	 * @param organization the id or name of the organization at Auth0
	 * @param organizationId the organization at Clerk
	 * @return the pairs
	 * @throws IllegalArgumentException if there is a pair for the organization
	 */
	public OrganizationPairs withOrganization(String organization, String organizationId) {
		Assert.isTrue(isSource(organization), "'organization' must be an id or a name at Auth0");
		checkTarget(organizationId);
		return new OrganizationPairs(this.byConnection, add(this.byOrganization, organization, organizationId));
	}

	/**
	 * Return a copy with further pairs.
	 * @param other the further pairs
	 * @return the pairs
	 * @throws IllegalArgumentException if a connection or organization is in both
	 */
	public OrganizationPairs and(OrganizationPairs other) {
		Assert.notNull(other, "'other' must not be null");
		OrganizationPairs all = this;
		for (Map.Entry<String, String> pair : other.byConnection.entrySet()) {
			all = new OrganizationPairs(add(all.byConnection, pair.getKey(), pair.getValue()), all.byOrganization);
		}
		for (Map.Entry<String, String> pair : other.byOrganization.entrySet()) {
			all = new OrganizationPairs(all.byConnection, add(all.byOrganization, pair.getKey(), pair.getValue()));
		}
		return all;
	}

	private static Map<String, String> add(Map<String, String> pairs, String source, String target) {
		Assert.isTrue(!pairs.containsKey(source), () -> "There is a pair for '" + source + "' already");
		Map<String, String> all = new LinkedHashMap<>(pairs);
		all.put(source, target);
		return all;
	}

	static OrganizationPairs ofConnections(Map<String, String> pairs) {
		return new OrganizationPairs(new LinkedHashMap<>(pairs), Map.of());
	}

	static OrganizationPairs ofOrganizations(Map<String, String> pairs) {
		return new OrganizationPairs(Map.of(), new LinkedHashMap<>(pairs));
	}

	static boolean isSource(@Nullable String text) {
		return text != null && SOURCE.matcher(text).matches();
	}

	static void checkTarget(@Nullable String organizationId) {
		Assert.isTrue(isTarget(organizationId), "'organizationId' must be an id at Clerk, such as org_…");
	}

	static boolean isTarget(@Nullable String text) {
		return text != null && TARGET.matcher(text).matches() && !text.equals(NO_ORGANIZATION);
	}

	/**
	 * Return the connections with a pair.
	 * @return the ids or names at Auth0
	 */
	Set<String> connections() {
		return this.byConnection.keySet();
	}

	/**
	 * Return what the pairs say of a connection.
	 * @param id the id at Auth0
	 * @param name the name at Auth0
	 * @return the organizations at Clerk, {@value #NO_ORGANIZATION} for none; empty
	 * without a pair, two if the pairs contradict each other
	 */
	Set<String> ofConnection(String id, String name) {
		return targets(this.byConnection, id, name);
	}

	/**
	 * Return what the pairs say of an organization.
	 * @param organization the organization at Auth0
	 * @return the organizations at Clerk; empty without a pair, two if the pairs
	 * contradict each other
	 */
	Set<String> ofOrganization(ScannedOrganization organization) {
		return targets(this.byOrganization, organization.id(), organization.name());
	}

	private static Set<String> targets(Map<String, String> pairs, String id, @Nullable String name) {
		return Stream.of(id, (name != null) ? name : id)
			.filter(pairs::containsKey)
			.map(pairs::get)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	@Override
	public String toString() {
		return "OrganizationPairs[connections=" + this.byConnection.size() + ", organizations="
				+ this.byOrganization.size() + "]";
	}

}
