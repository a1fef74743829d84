// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.nio.charset.StandardCharsets;

/**
 * Growing array of bytes, which keeps its capacity as long as it is small.
 */
final class ByteBuilder {

	private static final int INITIAL_CAPACITY = 1024;

	private static final int MAX_KEPT_CAPACITY = 16 * 1024;

	private byte[] bytes = new byte[INITIAL_CAPACITY];

	private int size;

	int size() {
		return this.size;
	}

	boolean isEmpty() {
		return this.size == 0;
	}

	byte at(int index) {
		return this.bytes[index];
	}

	void append(byte next) {
		ensureCapacity(this.size + 1);
		this.bytes[this.size++] = next;
	}

	void append(ByteBuilder other, int start) {
		int count = other.size - start;
		ensureCapacity(this.size + count);
		System.arraycopy(other.bytes, start, this.bytes, this.size, count);
		this.size += count;
	}

	private void ensureCapacity(int capacity) {
		if (capacity > this.bytes.length) {
			byte[] larger = new byte[Math.max(capacity, this.bytes.length * 2)];
			System.arraycopy(this.bytes, 0, larger, 0, this.size);
			this.bytes = larger;
		}
	}

	int indexOf(byte value, int start) {
		for (int i = start; i < this.size; i++) {
			if (this.bytes[i] == value) {
				return i;
			}
		}
		return -1;
	}

	boolean startsWithByteOrderMark() {
		return this.size >= 3 && this.bytes[0] == (byte) 0xEF && this.bytes[1] == (byte) 0xBB
				&& this.bytes[2] == (byte) 0xBF;
	}

	String text(int start, int end) {
		return new String(this.bytes, start, end - start, StandardCharsets.UTF_8);
	}

	void clear() {
		this.size = 0;
		if (this.bytes.length > MAX_KEPT_CAPACITY) {
			this.bytes = new byte[INITIAL_CAPACITY];
		}
	}

}
