// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import io.github.ssoconnections.sandbox.rest.Ids;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A domain of an organization. The strategy of a domain that the Backend API marked is an
 * assumption.
 */
final class OrganizationDomain {

	private final String id = Ids.next("orgdmn_", 27);

	private final String organizationId;

	private final String name;

	private final long createdAt;

	private String enrollmentMode;

	private boolean verified;

	private long ownershipVerifiedAt;

	private long updatedAt;

	OrganizationDomain(String organizationId, String name, String enrollmentMode, boolean verified, long createdAt) {
		this.organizationId = organizationId;
		this.name = name;
		this.enrollmentMode = enrollmentMode;
		this.verified = verified;
		this.createdAt = createdAt;
		this.updatedAt = createdAt;
	}

	String id() {
		return this.id;
	}

	String organizationId() {
		return this.organizationId;
	}

	String name() {
		return this.name;
	}

	String enrollmentMode() {
		return this.enrollmentMode;
	}

	boolean isVerified() {
		return this.verified;
	}

	void update(JsonNode body, long now) {
		this.enrollmentMode = body.path("enrollment_mode").asText(this.enrollmentMode);
		this.verified = body.path("verified").asBoolean(this.verified);
		this.updatedAt = now;
	}

	void verifyOwnership(long now) {
		if (this.ownershipVerifiedAt == 0) {
			this.ownershipVerifiedAt = now;
			this.updatedAt = now;
		}
	}

	JsonNode toJson() {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		json.put("object", "organization_domain").put("id", this.id).put("organization_id", this.organizationId);
		json.put("name", this.name).put("enrollment_mode", this.enrollmentMode);
		json.putNull("affiliation_email_address");
		json.set("affiliation_verification", verification(this.verified ? "verified" : "unverified", "admin"));
		json.set("verification", json.get("affiliation_verification"));
		json.set("ownership_verification", (this.ownershipVerifiedAt == 0) ? json.nullNode()
				: verification("verified", "manual_override").put("verified_at", this.ownershipVerifiedAt));
		json.put("total_pending_invitations", 0).put("total_pending_suggestions", 0);
		return json.put("created_at", this.createdAt).put("updated_at", this.updatedAt);
	}

	private static ObjectNode verification(String status, String strategy) {
		ObjectNode verification = JsonNodeFactory.instance.objectNode().put("status", status).put("strategy", strategy);
		return verification.putNull("attempts").putNull("expire_at").putNull("verified_at");
	}

}
