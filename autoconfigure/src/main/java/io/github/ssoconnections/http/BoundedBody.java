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
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;

/**
 * The body of an answer, up to a limit. Most come in one buffer, which is read as it is.
 * Several are copied together, and given back to the transport at once: each may be far
 * larger than the few bytes that it brings.
 */
final class BoundedBody {

	private static final int MIN_BLOCK_SIZE = 1024;

	private static final int BLOCK_SIZE = 64 * 1024;

	private static final byte[] NO_BLOCK = new byte[0];

	private final int limit;

	private final Supplier<? extends RuntimeException> tooLarge;

	private @Nullable DataBuffer only;

	private @Nullable List<InputStream> full;

	private byte[] block = NO_BLOCK;

	private int used;

	private int size;

	BoundedBody(int limit, Supplier<? extends RuntimeException> tooLarge) {
		this.limit = limit;
		this.tooLarge = tooLarge;
	}

	/**
	 * Read the body of an answer.
	 * @param response the answer
	 * @param limit the most bytes to take
	 * @param tooLarge the failure of a larger one
	 * @return the body, which may have no bytes; to be released
	 */
	static Mono<BoundedBody> read(ClientResponse response, int limit, Supplier<? extends RuntimeException> tooLarge) {
		return response.body(BodyExtractors.toDataBuffers())
			.collect(() -> new BoundedBody(limit, tooLarge), BoundedBody::add)
			// What is over the limit, or comes while the attempt is being cancelled
			.doOnDiscard(Object.class, BoundedBody::discard);
	}

	private static void discard(Object discarded) {
		if (discarded instanceof BoundedBody body) {
			body.release();
		}
		else if (discarded instanceof DataBuffer buffer) {
			DataBufferUtils.release(buffer);
		}
	}

	/**
	 * Add a buffer.
	 * @param buffer the next one; not given back if it is over the limit, as what cannot
	 * be collected is discarded
	 */
	void add(DataBuffer buffer) {
		int count = buffer.readableByteCount();
		if (count > this.limit - this.size) {
			throw this.tooLarge.get();
		}
		if (this.size == 0 && count != 0) {
			this.only = buffer;
		}
		else {
			DataBuffer only = this.only;
			if (only != null) {
				this.only = null;
				copy(only, this.size);
				DataBufferUtils.release(only);
			}
			copy(buffer, count);
			DataBufferUtils.release(buffer);
		}
		this.size += count;
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

	private void nextBlock(int wanted) {
		if (this.full == null) {
			this.full = new ArrayList<>();
		}
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
	 * Give back what is still the transport's. The bytes cannot be read any more.
	 */
	void release() {
		DataBuffer only = this.only;
		this.only = null;
		DataBufferUtils.release(only);
	}

	/**
	 * Return the bytes.
	 * @return what reads them, once, before the release
	 */
	InputStream asInputStream() {
		if (this.only != null) {
			return this.only.asInputStream();
		}
		InputStream last = new ByteArrayInputStream(this.block, 0, this.used);
		if (this.full == null || this.full.isEmpty()) {
			return last;
		}
		this.full.add(last);
		return new SequenceInputStream(Collections.enumeration(this.full));
	}

	/**
	 * Return the bytes.
	 * @return all of them, once, before the release
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
