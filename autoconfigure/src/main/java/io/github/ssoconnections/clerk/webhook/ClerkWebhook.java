// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.webhook;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.client.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A verified webhook. The body may contain personal data: {@link #toString()} does not
 * have it.
 */
public final class ClerkWebhook {

	private static final String ORGANIZATION_DOMAIN = "organizationDomain.";

	private static final int MAX_TYPE = 128;

	private final String id;

	private final Instant sentAt;

	private final byte[] body;

	private final @Nullable String type;

	private final @Nullable String organizationId;

	private final @Nullable String domainId;

	private ClerkWebhook(String id, Instant sentAt, byte[] body, JsonNode event) {
		this.id = id;
		this.sentAt = sentAt;
		this.body = body;
		this.type = text(event.path("type"));
		JsonNode data = isOrganizationDomain() ? event.path("data") : WireJson.mapper().missingNode();
		this.organizationId = text(data.path("organization_id"));
		this.domainId = text(data.path("id"));
	}

	static ClerkWebhook of(String id, Instant sentAt, byte[] body) {
		byte[] copy = body.clone();
		return new ClerkWebhook(id, sentAt, copy, read(copy));
	}

	private static JsonNode read(byte[] body) {
		try {
			return WireJson.mapper().readTree(body);
		}
		catch (JacksonException ex) {
			return WireJson.mapper().missingNode();
		}
	}

	private static @Nullable String text(JsonNode node) {
		return node.isString() ? node.stringValue() : null;
	}

	/**
	 * Return the id of the message, which is the same in every retry.
	 * @return the id
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Return the time at which Clerk sent this attempt.
	 * @return the time, in seconds
	 */
	public Instant sentAt() {
		return this.sentAt;
	}

	/**
	 * Return the type of the event.
	 * @return such as {@code organizationDomain.created}; {@code null} if the body has
	 * none
	 */
	public @Nullable String type() {
		return this.type;
	}

	/**
	 * Return whether a domain of an organization was created, changed or deleted: the
	 * domains of {@link #organizationId()} should be read again.
	 * @return whether the type begins with {@code organizationDomain.}
	 */
	public boolean isOrganizationDomain() {
		return this.type != null && this.type.startsWith(ORGANIZATION_DOMAIN);
	}

	/**
	 * Return the organization of a domain.
	 * @return the id of the organization; {@code null} for other types, and for
	 * {@code organizationDomain.deleted}, for which Clerk sends the id of the domain only
	 */
	public @Nullable String organizationId() {
		return this.organizationId;
	}

	/**
	 * Return the domain of an organization.
	 * @return the id of the domain, {@code null} for other types
	 */
	public @Nullable String domainId() {
		return this.domainId;
	}

	/**
	 * Return the body as received.
	 * @return a stream of the bytes, for a JSON mapper of the application
	 */
	public InputStream body() {
		return new ByteArrayInputStream(this.body);
	}

	@Override
	public String toString() {
		return "ClerkWebhook[id=" + this.id + ", sentAt=" + this.sentAt + ", type="
				+ ((this.type != null) ? Excerpt.of(this.type, MAX_TYPE) : null) + "]";
	}

}
