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
 * Body of a response, up to a limit. A usual body is read from the buffers of the
 * transport. Small buffers, and those of a large body, are copied and released
 * immediately, because their capacity may far exceed their content.
 */
final class BoundedBody {

	private static final int MIN_RETAINED_BUFFER = 4 * 1024;

	private static final int MAX_RETAINED_BODY = 1024 * 1024;

	private static final int MIN_BLOCK_SIZE = 1024;

	private static final int MAX_BLOCK_SIZE = 64 * 1024;

	private final int limit;

	private final @Nullable Supplier<? extends RuntimeException> tooLarge;

	private final List<DataBuffer> parts = new ArrayList<>(1);

	/** Read position of each part. */
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
	 * @param buffer the next buffer; not added if it exceeds the limit
	 * @return whether it was added
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
		if (this.parts.isEmpty() || (count >= MIN_RETAINED_BUFFER && this.size <= MAX_RETAINED_BODY)) {
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
	 * Release the buffers. The body cannot be read any more.
	 */
	void release() {
		this.parts.forEach(DataBufferUtils::release);
		this.parts.clear();
		this.starts.clear();
	}

	/**
	 * Return the body as a stream.
	 * @return the stream, to be read once, before the release
	 */
	InputStream asInputStream() {
		if (this.parts.size() == 1) {
			return this.parts.get(0).asInputStream();
		}
		return new SequenceInputStream(
				Collections.enumeration(this.parts.stream().map(DataBuffer::asInputStream).toList()));
	}

	/**
	 * Return the body as a stream once more.
	 * @return the stream, from the beginning, to be read before the release
	 */
	InputStream reread() {
		for (int i = 0; i < this.parts.size(); i++) {
			this.parts.get(i).readPosition(this.starts.get(i));
		}
		return asInputStream();
	}

	/**
	 * Return the body as an array. Invoke once, before the release.
	 * @return the bytes
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
