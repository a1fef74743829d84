// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Signal;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A body becomes one value, and each of its buffers is given back whatever happens.
 */
class BodyReaderTests {

	private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);

	private final List<ByteBuf> buffers = new ArrayList<>();

	private TestPublisher<DataBuffer> body = TestPublisher
		.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);

	@AfterEach
	void givesEveryBufferBack() {
		assertThat(this.buffers).allMatch((buffer) -> buffer.refCnt() == 0);
	}

	@Test
	void readsTheWholeBodyAndIsNeverCompleted() {
		List<Signal<String>> signals = new ArrayList<>();
		read(100).materialize().subscribe(signals::add);
		this.body.next(buffer("one ")).next(buffer("two ")).next(buffer("three"));
		assertThat(signals).isEmpty();
		this.body.complete();
		assertThat(signals).extracting(Signal::get).containsExactly("one two three");
	}

	@Test
	void readsABodyWithoutBytes() {
		StepVerifier.create(read(100)).then(this.body::complete).expectNext("").thenCancel().verify(Calls.PATIENCE);
	}

	@Test
	void rejectsWhatIsOverTheLimit() {
		StepVerifier.create(read(10))
			.then(() -> this.body.next(buffer("0123456789")).next(buffer("!")))
			.expectErrorMessage("too large")
			.verify(Calls.PATIENCE);
		this.body.assertCancelled();
		this.body.next(buffer("what was on its way"));
	}

	@Test
	void failsAsTheBodyDoes() {
		StepVerifier.create(read(100)).then(() -> {
			this.body.next(buffer("half"));
			this.body.error(new IOException("reset"));
		}).expectErrorMessage("reset").verify(Calls.PATIENCE);
	}

	@Test
	void failsAsTheReaderDoes() {
		BodyReader<String> reader = new BodyReader<>(response(), 100, () -> new IllegalStateException("too large"),
				(whole) -> {
					throw new IllegalStateException("not JSON");
				});
		StepVerifier.create(reader).then(() -> {
			this.body.next(buffer("whole"));
			this.body.complete();
		}).expectErrorMessage("not JSON").verify(Calls.PATIENCE);
	}

	@Test
	void givesBackWhatComesAfterTheCancellation() {
		StepVerifier.create(read(100)).then(() -> this.body.next(buffer("half"))).thenCancel().verify(Calls.PATIENCE);
		this.body.assertCancelled();
		this.body.next(buffer("what was on its way"));
		this.body.complete();
	}

	@Test
	void dropsNoErrorAfterTheCancellation() {
		List<Throwable> dropped = new ArrayList<>();
		read(100).contextWrite(droppingInto(dropped)).subscribe().dispose();
		this.body.assertCancelled();
		this.body.error(new IllegalStateException("The response body has been released already"));
		assertThat(dropped).isEmpty();
	}

	@Test
	void dropsNoErrorWhereTheCancellationComesBeforeTheBody() {
		List<Throwable> dropped = new ArrayList<>();
		Flux<DataBuffer> released = Flux
			.error(new IllegalStateException("The response body has been released already"));
		BodyReader<String> reader = new BodyReader<>(ClientResponse.create(HttpStatus.OK).body(released).build(), 100,
				IllegalStateException::new, (whole) -> "read");
		List<Throwable> failures = new ArrayList<>();
		reader.contextWrite(droppingInto(dropped)).subscribe(new BaseSubscriber<>() {

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				subscription.cancel();
			}

			@Override
			protected void hookOnError(Throwable failure) {
				failures.add(failure);
			}

		});
		assertThat(dropped).isEmpty();
		assertThat(failures).isEmpty();
	}

	private static Context droppingInto(List<Throwable> dropped) {
		return Context.of("reactor.onErrorDropped.local", (Consumer<Throwable>) dropped::add);
	}

	@Test
	void keepsNoMoreThanAMegabyteInTheBuffersOfTheTransport() {
		String part = "0123456789abcdef".repeat(4096);
		BoundedBody whole = new BoundedBody(Integer.MAX_VALUE, IllegalStateException::new);
		for (int i = 0; i < 32; i++) {
			whole.add(buffer(part));
		}
		assertThat(this.buffers.subList(0, 16)).allMatch((buffer) -> buffer.refCnt() == 1);
		assertThat(this.buffers.subList(16, 32)).allMatch((buffer) -> buffer.refCnt() == 0);
		assertThat(new String(whole.asByteArray(), StandardCharsets.UTF_8)).isEqualTo(part.repeat(32));
		whole.release();
	}

	private BodyReader<String> read(int limit) {
		return new BodyReader<>(response(), limit, () -> new IllegalStateException("too large"),
				(whole) -> new String(whole.asByteArray(), StandardCharsets.UTF_8));
	}

	private ClientResponse response() {
		return ClientResponse.create(HttpStatus.OK).body(this.body.flux()).build();
	}

	private DataBuffer buffer(String text) {
		ByteBuf buffer = PooledByteBufAllocator.DEFAULT.buffer()
			.writeBytes(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
		this.buffers.add(buffer);
		return BUFFERS.wrap(buffer);
	}

}
