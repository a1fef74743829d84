// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.util.Arrays;
import java.util.regex.Pattern;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Operations;
import io.github.ssoconnections.client.ApiCall;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.client.ResponseType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is subscribed to. A tenant may reject the types {@code connection.*} (400), and it
 * rejects an invalid offset with the same status. If the error names neither, the types
 * are left out and the offset is kept: if that is rejected, too, it was the offset, and
 * the types are asked for again. So no position is given up without need.
 */
final class EventSubscription {

	static final String OPERATION = "events.subscribe";

	private static final ApiOperation<JsonNode> SUBSCRIBE = Auth0Operations
		.<JsonNode>read(OPERATION, "/events", ResponseType.of(JsonNode.class))
		.withScopes("read:events");

	private static final Pattern OFFSET = Pattern.compile("cursor|property '?from\\b", Pattern.CASE_INSENSITIVE);

	private static final Pattern TYPES = Pattern.compile("event[_ ]type|\\bconnection\\.", Pattern.CASE_INSENSITIVE);

	private boolean connectionTypes = true;

	/** Whether the types are left out to find out what was rejected. */
	private boolean probing;

	private boolean reported;

	boolean hasConnectionTypes() {
		return this.connectionTypes;
	}

	ApiCall<?> call(@Nullable String offset) {
		return SUBSCRIBE.call().query(new Query().of(offset, this.connectionTypes));
	}

	/**
	 * Record that the vendor accepted the request.
	 * @return whether it did so for the first time without the types of connections
	 */
	boolean accepted() {
		this.probing = false;
		boolean news = !this.connectionTypes && !this.reported;
		this.reported |= news;
		return news;
	}

	/**
	 * Decide what to do after the vendor rejected the request (400).
	 * @param failure the failure
	 * @param hasOffset whether an offset was sent
	 * @return what to do
	 */
	Next rejected(SsoApiException failure, boolean hasOffset) {
		if (hasOffset && names(failure, OFFSET)) {
			return Next.RETRY_WITHOUT_OFFSET;
		}
		if (this.connectionTypes) {
			this.connectionTypes = false;
			this.probing = hasOffset && !names(failure, TYPES);
			return Next.RETRY;
		}
		if (hasOffset) {
			this.connectionTypes = this.probing;
			this.probing = false;
			return Next.RETRY_WITHOUT_OFFSET;
		}
		return Next.GIVE_UP;
	}

	private static boolean names(SsoApiException failure, Pattern pattern) {
		return failure.errors()
			.stream()
			.anyMatch((error) -> pattern.matcher(error.code() + " " + error.message() + " " + error.longMessage())
				.find());
	}

	/**
	 * What to do after a rejected request.
	 */
	enum Next {

		RETRY, RETRY_WITHOUT_OFFSET, GIVE_UP

	}

	/** Query of a stream. */
	private static final class Query extends ApiQuery<Query> {

		// Never with Last-Event-ID, which would override the offset
		Query of(@Nullable String offset, boolean connectionTypes) {
			Object[] types = Arrays.stream(ConnectionEventType.values())
				.filter((type) -> connectionTypes || type.isOfOrganization())
				.toArray();
			return single("from", offset).addParam("event_type", types);
		}

	}

}
