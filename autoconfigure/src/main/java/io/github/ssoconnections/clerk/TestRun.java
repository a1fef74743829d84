// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that tests a connection. A component is {@code null} if it is absent from the
 * response. Values that permit a sign-in are a {@link Secret}.
 *
 * @param id the id, empty if it is absent from the response
 * @param status the state of the run
 * @param connectionType the protocol
 * @param parsedUserInfo the user as read from the response of the IdP
 * @param logs the lines of the log, in order
 * @param saml the SAML messages
 * @param oauth the tokens
 * @param createdAt when the run was created
 * @param unknownFields the unknown fields
 */
public record TestRun(String id, @Nullable TestRunStatus status, @Nullable ConnectionType connectionType,
		@Nullable UserInfo parsedUserInfo, @Nullable List<Log> logs, @Nullable Saml saml, @Nullable Oauth oauth,
		@Nullable Instant createdAt, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	/**
	 * Order of runs, newest first.
	 */
	public static final Comparator<TestRun> NEWEST_FIRST = Comparator
		.comparing(TestRun::createdAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
		.reversed();

	public TestRun {
		id = (id != null) ? id : "";
		logs = (logs != null) ? Collections.unmodifiableList(logs) : null;
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Return whether the run has succeeded, and was created after a change.
	 * @param change the time of the change, {@code null} if it is not known
	 * @return whether it proves that users can sign in after the change
	 */
	public boolean isSuccessAfter(@Nullable Instant change) {
		return TestRunStatus.SUCCESS.equals(this.status) && change != null && this.createdAt != null
				&& !this.createdAt.isBefore(change);
	}

	/**
	 * Return why the run failed, as one text.
	 * @return the message of {@link #failure()}, {@code null} if the run did not fail or
	 * gives no reason
	 */
	public @Nullable String failureMessage() {
		Log failure = TestRunStatus.FAILED.equals(this.status) ? failure() : null;
		if (failure == null) {
			return null;
		}
		return (failure.message() != null) ? failure.message() : failure.shortMessage();
	}

	/**
	 * Return why the run failed.
	 * @return the last line of the log with the level {@code error}, {@code null} if
	 * there is none
	 */
	public @Nullable Log failure() {
		List<Log> logs = (this.logs != null) ? this.logs : List.of();
		return logs.stream().filter((log) -> "error".equals(log.level())).reduce((one, next) -> next).orElse(null);
	}

	/**
	 * The user as read from the response of the IdP.
	 *
	 * @param emailAddress the e-mail address
	 * @param firstName the first name
	 * @param lastName the last name
	 * @param userId the user's id at the IdP
	 * @param unknownFields the unknown fields
	 */
	public record UserInfo(@Nullable String emailAddress, @Nullable String firstName, @Nullable String lastName,
			@Nullable String userId, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

		public UserInfo {
			unknownFields = UnknownFields.of(unknownFields);
		}

	}

	/**
	 * A line of the log of a run.
	 *
	 * @param level the level, such as {@code error}
	 * @param code the code
	 * @param shortMessage the short message
	 * @param message the message
	 * @param unknownFields the unknown fields
	 */
	public record Log(@Nullable String level, @Nullable String code, @Nullable String shortMessage,
			@Nullable String message, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

		public Log {
			unknownFields = UnknownFields.of(unknownFields);
		}

	}

	/**
	 * The SAML messages of a run.
	 *
	 * @param samlRequest the request, as sent
	 * @param samlResponse the response, as received
	 * @param relayState the relay state
	 * @param unknownFields the unknown fields
	 */
	public record Saml(@Nullable String samlRequest, @Nullable Secret samlResponse, @Nullable String relayState,
			@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

		public Saml {
			unknownFields = UnknownFields.of(unknownFields);
		}

	}

	/**
	 * The tokens of a run.
	 *
	 * @param idToken the ID token
	 * @param accessToken the access token
	 * @param userInfo the response of the userinfo endpoint, as JSON
	 * @param unknownFields the unknown fields
	 */
	public record Oauth(@Nullable Secret idToken, @Nullable Secret accessToken, @Nullable String userInfo,
			@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

		public Oauth {
			unknownFields = UnknownFields.of(unknownFields);
		}

	}

}
