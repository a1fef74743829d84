// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that fails if the document is larger than 100 MiB.
 */
final class BoundedStream extends FilterInputStream {

	private static final long MAX_SIZE = 100 * 1024 * 1024;

	private long count;

	BoundedStream(InputStream source) {
		super(source);
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) > 0) ? one[0] & 0xFF : -1;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int read = super.read(buffer, offset, length);
		this.count += Math.max(read, 0);
		if (this.count > MAX_SIZE) {
			throw new InvalidMetadataException("The document is larger than 100 MiB");
		}
		return read;
	}

}
