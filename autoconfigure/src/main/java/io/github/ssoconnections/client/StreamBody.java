// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;

/**
 * Body of a response that has no end, as copies of its buffers.
 */
final class StreamBody {

	private StreamBody() {
	}

	/**
	 * Read a body.
	 * @param response the response
	 * @param options the timeouts
	 * @param silent creates the failure if no byte arrives within the idle timeout
	 * @return an empty array, then the bytes
	 */
	static Flux<byte[]> read(ClientResponse response, StreamOptions options, Supplier<? extends Throwable> silent) {
		return response.body(BodyExtractors.toDataBuffers())
			.map(StreamBody::copy)
			.timeout(options.idleTimeout(), options.scheduler())
			.onErrorMap(TimeoutException.class, (ex) -> silent.get())
			.startWith(new byte[0]);
	}

	/**
	 * Close a response without reading its body.
	 * @param response the response
	 * @param failure the failure to emit
	 * @return the failure
	 */
	static Flux<byte[]> discard(ClientResponse response, Throwable failure) {
		return response.body(BodyExtractors.toDataBuffers()).take(0, false).thenMany(Flux.error(failure));
	}

	private static byte[] copy(DataBuffer buffer) {
		try {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			return bytes;
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

}
