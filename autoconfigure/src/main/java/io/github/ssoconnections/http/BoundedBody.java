// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;

/**
 * The body of an answer, copied together up to a limit. The buffers of the transport are
 * given back at once: each may be far larger than the few bytes that it brings.
 */
final class BoundedBody {

	private static final int MIN_BLOCK_SIZE = 1024;

	private static final int BLOCK_SIZE = 64 * 1024;

	private final int limit;

	private final List<InputStream> full = new ArrayList<>();

	private byte[] block = new byte[0];

	private int used;

	private int size;

	BoundedBody(int limit) {
		this.limit = limit;
	}

	/**
	 * Read the body of an answer.
	 * @param response the answer
	 * @param limit the most bytes to take
	 * @return the body, empty if it has no bytes; {@link DataBufferLimitException} if it
	 * is larger
	 */
	static Mono<BoundedBody> read(ClientResponse response, int limit) {
		return response.body(BodyExtractors.toDataBuffers())
			.collect(() -> new BoundedBody(limit), BoundedBody::add)
			.filter((body) -> !body.isEmpty())
			// What is over the limit, or comes while the attempt is being cancelled
			.doOnDiscard(DataBuffer.class, DataBufferUtils::release);
	}

	/**
	 * Add a buffer, and give it back to the transport.
	 * @param buffer the next one; not given back if it is over the limit, as what cannot
	 * be collected is discarded
	 */
	void add(DataBuffer buffer) {
		int count = buffer.readableByteCount();
		if (count > this.limit - this.size) {
			throw new DataBufferLimitException("The body is larger than " + this.limit + " bytes");
		}
		this.size += count;
		copy(buffer, count);
		DataBufferUtils.release(buffer);
	}

	private void copy(DataBuffer buffer, int count) {
		for (int left = count; left > 0;) {
			if (this.used == this.block.length) {
				nextBlock(left);
			}
			int part = Math.min(left, this.block.length - this.used);
			buffer.read(this.block, this.used, part);
			this.used += part;
			left -= part;
		}
	}

	// Most answers come in one buffer, and so in one block of that size
	private void nextBlock(int wanted) {
		if (this.used > 0) {
			this.full.add(new ByteArrayInputStream(this.block));
		}
		int size = this.full.isEmpty() ? Math.max(wanted, MIN_BLOCK_SIZE) : BLOCK_SIZE;
		this.block = new byte[Math.min(size, BLOCK_SIZE)];
		this.used = 0;
	}

	boolean isEmpty() {
		return this.size == 0;
	}

	/**
	 * Return the bytes.
	 * @return what reads them, once
	 */
	InputStream asInputStream() {
		InputStream last = new ByteArrayInputStream(this.block, 0, this.used);
		if (this.full.isEmpty()) {
			return last;
		}
		this.full.add(last);
		return new SequenceInputStream(Collections.enumeration(this.full));
	}

	/**
	 * Return the bytes.
	 * @return all of them, once
	 */
	byte[] asByteArray() {
		try {
			return asInputStream().readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
