// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/**
 * The body of an answer, up to a limit. An ordinary one is read from the buffers of the
 * transport. Small ones, and those of a large body, are copied together and given back at
 * once: each may be far larger than the bytes that it brings.
 */
final class BoundedBody {

	private static final int KEPT_BUFFER = 4 * 1024;

	private static final int KEPT_BODY = 1024 * 1024;

	private static final int MIN_BLOCK_SIZE = 1024;

	private static final int MAX_BLOCK_SIZE = 64 * 1024;

	private final int limit;

	private final @Nullable Supplier<? extends RuntimeException> tooLarge;

	private final List<DataBuffer> parts = new ArrayList<>(1);

	/** Where each part is read from. */
	private final List<Integer> starts = new ArrayList<>(1);

	private @Nullable DataBuffer block;

	private int copied;

	private int size;

	BoundedBody(int limit, @Nullable Supplier<? extends RuntimeException> tooLarge) {
		this.limit = limit;
		this.tooLarge = tooLarge;
	}

	/**
	 * Add a buffer.
	 * @param buffer the next one; not taken if it is over the limit
	 * @return whether it was taken; where it was not, the body ends before it
	 */
	boolean add(DataBuffer buffer) {
		int count = buffer.readableByteCount();
		if (count > this.limit - this.size) {
			if (this.tooLarge != null) {
				throw this.tooLarge.get();
			}
			return false;
		}
		this.size += count;
		if (this.parts.isEmpty() || (count >= KEPT_BUFFER && this.size <= KEPT_BODY)) {
			this.parts.add(buffer);
			this.starts.add(buffer.readPosition());
			this.block = null;
		}
		else {
			copy(buffer, count);
			DataBufferUtils.release(buffer);
		}
		return true;
	}

	private void copy(DataBuffer buffer, int count) {
		DataBuffer block = this.block;
		if (block == null || block.writableByteCount() < count) {
			int size = Math.min(Math.max(this.copied, MIN_BLOCK_SIZE), MAX_BLOCK_SIZE);
			block = DefaultDataBufferFactory.sharedInstance.allocateBuffer(Math.max(size, count));
			this.parts.add(block);
			this.starts.add(0);
			this.block = block;
		}
		block.write(buffer);
		this.copied += count;
	}

	boolean isEmpty() {
		return this.size == 0;
	}

	/**
	 * Give back what is the transport's. The bytes cannot be read any more.
	 */
	void release() {
		this.parts.forEach(DataBufferUtils::release);
		this.parts.clear();
		this.starts.clear();
	}

	/**
	 * Return the bytes.
	 * @return what reads them, once, before the release
	 */
	InputStream asInputStream() {
		if (this.parts.size() == 1) {
			return this.parts.get(0).asInputStream();
		}
		return new SequenceInputStream(
				Collections.enumeration(this.parts.stream().map(DataBuffer::asInputStream).toList()));
	}

	/**
	 * Return the bytes once more.
	 * @return what reads them from the beginning, before the release
	 */
	InputStream again() {
		for (int i = 0; i < this.parts.size(); i++) {
			this.parts.get(i).readPosition(this.starts.get(i));
		}
		return asInputStream();
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
