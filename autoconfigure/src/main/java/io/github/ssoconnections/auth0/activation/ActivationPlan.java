// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.activation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;

/**
 * What an activation enables a connection for.
 *
 * @param clientIds the clients (applications), at least one
 * @param organizationIds the organizations; may be empty
 * @param assignMembershipOnLogin whether users become members of these organizations when
 * they sign in. Without it, only users who are members already can sign in
 */
public record ActivationPlan(List<String> clientIds, List<String> organizationIds, boolean assignMembershipOnLogin) {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_|-]{1,128}");

	/**
	 * Create a plan.
	 * @param clientIds the clients
	 * @param organizationIds the organizations
	 * @param assignMembershipOnLogin whether users become members
	 */
	public ActivationPlan {
		Assert.notEmpty(clientIds, "'clientIds' must not be empty");
		Assert.notNull(organizationIds, "'organizationIds' must not be null");
		clientIds = distinct(clientIds, "'clientIds'");
		organizationIds = distinct(organizationIds, "'organizationIds'");
		Assert.isTrue(ActivationState.maxLength(clientIds, organizationIds) <= ActivationState.MAX_LENGTH,
				"the plan must fit into one metadata value of 255 characters: about four clients and four organizations");
	}

	private static List<String> distinct(List<String> ids, String name) {
		Assert.noNullElements(ids, name + " must not contain null");
		for (String id : ids) {
			Assert.isTrue(ID.matcher(id).matches(),
					name + " must have 1 to 128 characters each out of A-Z, a-z, 0-9, '_', '-' and '|'");
		}
		return List.copyOf(new LinkedHashSet<>(ids));
	}

	boolean isSameAs(ActivationPlan other) {
		return Set.copyOf(this.clientIds).equals(Set.copyOf(other.clientIds))
				&& Set.copyOf(this.organizationIds).equals(Set.copyOf(other.organizationIds))
				&& this.assignMembershipOnLogin == other.assignMembershipOnLogin;
	}

	/**
	 * Create a plan by which users become members of the organization when they sign in.
	 * @param clientId the client
	 * @param organizationId the organization
	 * @return the plan
	 */
	public static ActivationPlan of(String clientId, String organizationId) {
		Assert.notNull(clientId, "'clientId' must not be null");
		Assert.notNull(organizationId, "'organizationId' must not be null");
		return of(List.of(clientId), List.of(organizationId));
	}

	/**
	 * Create a plan by which users become members of the organizations when they sign in.
	 * @param clientIds the clients
	 * @param organizationIds the organizations
	 * @return the plan
	 */
	public static ActivationPlan of(List<String> clientIds, List<String> organizationIds) {
		return new ActivationPlan(clientIds, organizationIds, true);
	}

	/**
	 * Return a copy of this plan.
	 * @param assigned whether users become members when they sign in, {@code true} unless
	 * this is called
	 * @return the plan
	 */
	public ActivationPlan withAssignMembershipOnLogin(boolean assigned) {
		return new ActivationPlan(this.clientIds, this.organizationIds, assigned);
	}

}
