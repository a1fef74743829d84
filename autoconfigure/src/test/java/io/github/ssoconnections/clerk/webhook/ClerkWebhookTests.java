// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.webhook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.clerk.webhook.InvalidWebhookException.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link ClerkWebhooks}.
 */
class ClerkWebhookTests {

	private static final Instant NOW = Instant.parse("2026-11-28T12:00:00.75Z");

	/** The secret of the tests of the reference implementations. */
	private static final Secret SECRET = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

	private static final Secret OTHER = Secret.of("whsec_" + "C2FVsBQIhrscChlQIMV+b5sSYspob7oD");

	private static final String BODY = "{\"test\": 2432232314}";

	private final SignedRequest request = SignedRequest.of(NOW, SECRET, BODY);

	private static ClerkWebhooks at(Instant now, Secret... secrets) {
		return ClerkWebhooks.create(ClerkWebhookSettings.of(secrets), null, Clock.fixed(now, ZoneOffset.UTC));
	}

	private static Reason reason(ThrowingCallable verification) {
		return catchThrowableOfType(InvalidWebhookException.class, verification).reason();
	}

	private Reason reason(HttpHeaders headers) {
		return reason(() -> at(NOW, SECRET).verify(headers, this.request.body()));
	}

	private Reason reason(Consumer<HttpHeaders> change) {
		HttpHeaders headers = this.request.headers("svix");
		change.accept(headers);
		return reason(headers);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			# Standard Webhooks, libraries/javascript/src/webhook.test.ts
			whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw; msg_p5jXN8AQM9LWM0D4loKWxJek; 1614265330; \
			{"test": 2432232314}; v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=
			MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw; msg_p5jXN8AQM9LWM0D4loKWxJek; 1614265330; \
			{"test": 2432232314}; v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=
			# Svix, docs.svix.com/receiving/verifying-payloads/how-manual
			whsec_plJ3nmyCDGBKInavdOK15jsl; msg_loFOjxBNrRLzqYUf; 1731705121; \
			{"event_type":"ping","data":{"success":true}}; v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=""")
	void verifiesPublishedVectors(String secret, String id, long timestamp, String body, String signature) {
		for (String family : List.of("svix", "webhook")) {
			HttpHeaders headers = new HttpHeaders();
			headers.set(family + "-id", id);
			headers.set(family + "-timestamp", String.valueOf(timestamp));
			headers.set(family + "-signature", signature);
			ClerkWebhook webhook = at(Instant.ofEpochSecond(timestamp), Secret.of(secret)).verify(headers,
					body.getBytes(StandardCharsets.UTF_8));
			assertThat(webhook.id()).isEqualTo(id);
			assertThat(webhook.sentAt()).isEqualTo(Instant.ofEpochSecond(timestamp));
			assertThat(webhook.type()).isNull();
			assertThat(webhook.body()).hasContent(body);
		}
	}

	@Test
	void verifiesPublishedListOfSignatures() {
		assertThat(reason((headers) -> headers.set("svix-signature",
				"v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc="
						+ " v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=")))
			.isEqualTo(Reason.WRONG_SIGNATURE);
		HttpHeaders headers = this.request.headers("svix");
		headers.set("svix-signature",
				"v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= "
						+ this.request.signature() + " v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=");
		assertThat(at(NOW, SECRET).verify(headers, this.request.body()).id()).isEqualTo("msg_1");
	}

	@Test
	void findsHeadersWhateverTheirCase() {
		HttpHeaders headers = new HttpHeaders(
				new LinkedMultiValueMap<>(Map.of("SVIX-ID", List.of("msg_1"), "Svix-Timestamp",
						List.of(this.request.timestamp()), "sviX-signature", List.of(this.request.signature()))));
		assertThat(at(NOW, SECRET).verify(headers, this.request.body()).id()).isEqualTo("msg_1");
		HttpHeaders twice = this.request.headers("svix");
		twice.add("Svix-Id", "msg_1");
		assertThat(reason(twice)).isEqualTo(Reason.DUPLICATE_HEADER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "svix-id", "svix-timestamp", "svix-signature" })
	void rejectsMissingDuplicateAndMixedHeaders(String name) {
		String standard = name.replace("svix", "webhook");
		assertThat(reason((headers) -> headers.remove(name))).isEqualTo(Reason.MISSING_HEADER);
		assertThat(reason((headers) -> headers.set(name, " "))).isEqualTo(Reason.MISSING_HEADER);
		assertThat(reason((headers) -> headers.add(name, headers.getFirst(name)))).isEqualTo(Reason.DUPLICATE_HEADER);
		// In place of the one, and in addition to it
		assertThat(reason((headers) -> {
			headers.set(standard, headers.getFirst(name));
			headers.remove(name);
		})).isEqualTo(Reason.MIXED_HEADERS);
		assertThat(reason((headers) -> headers.set(standard, headers.getFirst(name)))).isEqualTo(Reason.MIXED_HEADERS);
	}

	@Test
	void rejectsBothFamiliesUnlessTheyAreEqual() {
		HttpHeaders both = this.request.headers("svix");
		both.addAll(this.request.headers("webhook"));
		assertThat(at(NOW, SECRET).verify(both, this.request.body()).id()).isEqualTo("msg_1");

		// Each is signed on its own
		HttpHeaders different = this.request.headers("svix");
		different.addAll(new SignedRequest("msg_2", NOW, SECRET, this.request.body()).headers("webhook"));
		assertThat(reason(different)).isEqualTo(Reason.MIXED_HEADERS);
		different.set("webhook-id", "msg_1");
		different.set("webhook-signature", "v1,AAAA");
		assertThat(reason(different)).isEqualTo(Reason.MIXED_HEADERS);
	}

	@Test
	void rejectsNoHeaders() {
		assertThat(reason(new HttpHeaders())).isEqualTo(Reason.MISSING_HEADER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hello", "-1", "1614265330.5", "1e9", "0x10", "1 2", "9999999999999" })
	void rejectsInvalidTimestamps(String timestamp) {
		assertThat(reason((headers) -> headers.set("svix-timestamp", timestamp))).isEqualTo(Reason.INVALID_TIMESTAMP);
	}

	@ParameterizedTest
	@ValueSource(strings = { "msg.1", "msg 1", "msg_1\u0660", "../msg", "{\"a\":1}" })
	void rejectsInvalidIds(String id) {
		// Signed as it is: a full stop would make two messages one text
		assertThat(reason(new SignedRequest(id, NOW, SECRET, this.request.body()).headers("svix")))
			.isEqualTo(Reason.INVALID_ID);
		assertThat(reason((headers) -> headers.set("svix-id", "a".repeat(129)))).isEqualTo(Reason.INVALID_ID);
	}

	@ParameterizedTest
	@CsvSource({ "-301,TIMESTAMP_TOO_OLD", "-300,", "-299,", "0,", "299,", "300,", "301,TIMESTAMP_TOO_NEW" })
	void toleratesFiveMinutes(int seconds, Reason reason) {
		SignedRequest sent = SignedRequest.of(NOW.plusSeconds(seconds), SECRET, BODY);
		ThrowingCallable verification = () -> at(NOW, SECRET).verify(sent.headers("svix"), sent.body());
		if (reason != null) {
			assertThat(reason(verification)).isEqualTo(reason);
		}
		else {
			assertThat(catchThrowableOfType(InvalidWebhookException.class, verification)).isNull();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "v2,{}", "v1a,{}", "v1", "{}", "V1,{}", "v1;{}", "sha256={}" })
	void rejectsOtherVersions(String format) {
		String signature = format.replace("{}", this.request.signature().substring(3));
		assertThat(reason((headers) -> headers.set("svix-signature", signature))).isEqualTo(Reason.NO_SIGNATURE);
	}

	@Test
	void rejectsWrongAndPartialSignatures() {
		String right = this.request.signature();
		for (String wrong : List.of("v1,", "v1,dawfeoifkpqwoekfpqoekf", right.substring(0, 8), right + "=",
				right.replace("=", ""), "v1, " + right.substring(3), right + ",", "v1,\u00e9")) {
			assertThat(reason((headers) -> headers.set("svix-signature", wrong))).as(wrong)
				.isEqualTo(Reason.WRONG_SIGNATURE);
		}
	}

	@Test
	void rejectsAnyChange() {
		HttpHeaders headers = this.request.headers("svix");
		byte[] body = this.request.body();
		for (int i = 0; i < body.length; i++) {
			byte[] changed = body.clone();
			changed[i] ^= 1;
			assertThat(reason(() -> at(NOW, SECRET).verify(headers, changed))).isEqualTo(Reason.WRONG_SIGNATURE);
		}
		assertThat(reason(() -> at(NOW, SECRET).verify(headers, Arrays.copyOf(body, body.length + 1))))
			.isEqualTo(Reason.WRONG_SIGNATURE);
		assertThat(reason((all) -> all.set("svix-id", "msg_2"))).isEqualTo(Reason.WRONG_SIGNATURE);
		assertThat(reason((all) -> all.set("svix-timestamp", String.valueOf(NOW.getEpochSecond() - 1))))
			.isEqualTo(Reason.WRONG_SIGNATURE);
		assertThat(reason(() -> at(NOW, OTHER).verify(headers, body))).isEqualTo(Reason.WRONG_SIGNATURE);
	}

	@Test
	void acceptsEverySecretDuringRotation() {
		for (Secret secret : List.of(SECRET, OTHER)) {
			SignedRequest sent = SignedRequest.of(NOW, secret, BODY);
			assertThat(at(NOW, OTHER, SECRET).verify(sent.headers("svix"), sent.body()).id()).isEqualTo("msg_1");
		}
	}

	@Test
	void comparesAllSignaturesWhateverIsEqual() {
		byte[] right = { 1, 2, 3 };
		byte[] wrong = { 1, 2, 4 };
		for (int equal = -1; equal < 3; equal++) {
			int[] compared = new int[1];
			int position = equal;
			List<byte[]> received = new AbstractList<>() {

				@Override
				public byte[] get(int index) {
					compared[0]++;
					return (index == position) ? right : wrong;
				}

				@Override
				public int size() {
					return 3;
				}

			};
			assertThat(DefaultClerkWebhooks.isAnyEqual(List.of(right, new byte[0]), received)).isEqualTo(equal >= 0);
			assertThat(compared[0]).as("equal at %s", equal).isEqualTo(6);
		}
	}

	@Test
	void signsTheBytesAndNotTheText() {
		byte[] body = { (byte) 0xff, (byte) 0xfe, 0, 13, 10, (byte) 0xc3 };
		SignedRequest sent = new SignedRequest("msg_1", NOW, SECRET, body);
		ClerkWebhook webhook = at(NOW, SECRET).verify(sent.headers("svix"), body);
		assertThat(webhook.body()).hasBinaryContent(body);
		assertThat(webhook.type()).isNull();
	}

	@Test
	void acceptsBodiesUpToTheMaximumSize() throws IOException {
		assertThat(ClerkWebhookSettings.of(SECRET).maxBodySize()).isEqualTo(1024 * 1024);
		for (int size : new int[] { 1024 * 1024, 1024 * 1024 + 1 }) {
			SignedRequest sent = new SignedRequest("msg_1", NOW, SECRET, new byte[size]);
			HttpHeaders headers = sent.headers("svix");
			ThrowingCallable array = () -> at(NOW, SECRET).verify(headers, sent.body());
			ThrowingCallable stream = () -> at(NOW, SECRET).verify(headers, new ByteArrayInputStream(sent.body()));
			for (ThrowingCallable verification : List.of(array, stream)) {
				InvalidWebhookException failure = catchThrowableOfType(InvalidWebhookException.class, verification);
				if (size == 1024 * 1024) {
					assertThat(failure).isNull();
				}
				else {
					assertThat(failure.reason()).isEqualTo(Reason.BODY_TOO_LARGE);
				}
			}
		}
	}

	@Test
	void readsNoMoreThanTheMaximumSizeAndOneByte() {
		int[] read = new int[1];
		InputStream endless = new InputStream() {

			@Override
			public int read() {
				read[0]++;
				return '{';
			}

		};
		ClerkWebhooks webhooks = ClerkWebhooks.create(ClerkWebhookSettings.of(SECRET).withMaxBodySize(1000));
		assertThat(reason(() -> webhooks.verify(new HttpHeaders(), endless))).isEqualTo(Reason.BODY_TOO_LARGE);
		assertThat(read[0]).isEqualTo(1001);
	}

	@Test
	void reportsTheSenderNothing() {
		HttpHeaders headers = this.request.headers("svix");
		headers.set("svix-signature", "v1,CANARY");
		byte[] body = "{\"CANARY\":1}".getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(InvalidWebhookException.class).isThrownBy(() -> at(NOW, SECRET).verify(headers, body))
			.withMessage("The request is not a valid webhook")
			.withNoCause()
			.satisfies((failure) -> {
				assertThat(failure.toProblemDetail().getStatus()).isEqualTo(400);
				assertThat(failure.toProblemDetail().getDetail()).isEqualTo(failure.getMessage());
				assertThat(failure).hasToString(
						InvalidWebhookException.class.getName() + ": " + failure.getMessage() + " (wrong-signature)");
				assertThat(failure.toProblemDetail().toString()).doesNotContain("signature");
			});
		assertThat(reason(() -> at(NOW, SECRET).verify(new HttpHeaders(), body)).toString())
			.isEqualTo("missing-header");
	}

	@Test
	void asksTheStoreOnlyIfTheSignatureIsRight() {
		List<String> added = new ArrayList<>();
		ClerkWebhooks webhooks = with(new ClerkWebhookStore() {

			@Override
			public boolean add(String messageId, Instant expiresAt) {
				// The last second in which the signature is accepted, and once more the
				// tolerance
				assertThat(expiresAt).isEqualTo("2026-11-28T12:10:01Z");
				added.add(messageId);
				return added.size() == 1;
			}

			@Override
			public void remove(String messageId) {
				added.remove(messageId);
			}

		});
		HttpHeaders headers = this.request.headers("svix");
		assertThat(reason(() -> webhooks.verify(headers, new byte[0]))).isEqualTo(Reason.WRONG_SIGNATURE);
		assertThat(added).isEmpty();
		ClerkWebhook webhook = webhooks.verify(headers, this.request.body());
		assertThat(added).containsExactly("msg_1");
		assertThat(reason(() -> webhooks.verify(headers, this.request.body()))).isEqualTo(Reason.REPLAYED);
		added.clear();
		added.add("msg_1");
		webhooks.release(webhook);
		assertThat(added).isEmpty();
	}

	@Test
	void failsWithTheStore() {
		ClerkWebhooks webhooks = with(new ClerkWebhookStore() {

			@Override
			public boolean add(String messageId, Instant expiresAt) {
				throw new IllegalStateException("no database");
			}

			@Override
			public void remove(String messageId) {
			}

		});
		assertThatIllegalStateException()
			.isThrownBy(() -> webhooks.verify(this.request.headers("svix"), this.request.body()))
			.withMessage("no database");
	}

	private static ClerkWebhooks with(ClerkWebhookStore store) {
		return ClerkWebhooks.create(ClerkWebhookSettings.of(SECRET), store, Clock.fixed(NOW, ZoneOffset.UTC));
	}

	@Test
	void rejectsReplaysInMemoryAndAcceptsRetriesAfterRelease() {
		ClerkWebhooks webhooks = with(ClerkWebhookStore.inMemory(10, Clock.fixed(NOW, ZoneOffset.UTC)));
		HttpHeaders headers = this.request.headers("svix");
		ClerkWebhook webhook = webhooks.verify(headers, this.request.body());
		SignedRequest retry = SignedRequest.of(NOW.plusSeconds(5), SECRET, BODY);
		assertThat(reason(() -> webhooks.verify(headers, this.request.body()))).isEqualTo(Reason.REPLAYED);
		assertThat(reason(() -> webhooks.verify(retry.headers("webhook"), retry.body()))).isEqualTo(Reason.REPLAYED);
		webhooks.release(webhook);
		assertThat(webhooks.verify(retry.headers("svix"), retry.body()).id()).isEqualTo("msg_1");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "whsec_", "whsec_not base64!", "whsec_c2hvcnQ=", "sk_test_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaL",
					"whpk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS" })
	void rejectsInvalidSecretsAtOnce(String secret) {
		assertThatIllegalArgumentException().isThrownBy(() -> ClerkWebhookSettings.of(SECRET, Secret.of(secret)))
			.withMessage("a signing secret must be 'whsec_' and the Base64 of at least 16 bytes")
			.withNoCause();
	}

	@Test
	void needsASecret() {
		assertThatIllegalArgumentException().isThrownBy(() -> ClerkWebhookSettings.of())
			.withMessageContaining("'secrets'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ClerkWebhookSettings(Collections.nCopies(11, SECRET), 1))
			.withMessageContaining("'secrets'");
		assertThatIllegalArgumentException().isThrownBy(() -> ClerkWebhookSettings.of(SECRET).withMaxBodySize(0))
			.withMessageContaining("'maxBodySize'");
		assertThat(ClerkWebhookSettings.of(SECRET).toString()).doesNotContain("MfKQ9r8").contains(Secret.MASK);
	}

}
