// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.ZipException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

import org.jspecify.annotations.Nullable;

/**
 * Reads the exceptions of the transports.
 */
final class TransportFailure {

	private TransportFailure() {
	}

	/**
	 * Return whether not a byte of the request can have reached the vendor.
	 * @param failure what happened
	 * @return whether that is certain
	 */
	static boolean isNeverSent(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConnectException || cause instanceof UnknownHostException
					|| cause instanceof NoRouteToHostException || cause instanceof UnresolvedAddressException
					|| cause instanceof HttpConnectTimeoutException || cause instanceof SSLHandshakeException
					|| isPoolExhausted(cause) || isNoTls(cause)) {
				return true;
			}
		}
		return false;
	}

	// Reactor Netty's own type is in a shaded package, and it need not be there at all
	private static boolean isPoolExhausted(Throwable failure) {
		return failure.getClass().getSimpleName().startsWith("PoolAcquire");
	}

	// What is not TLS came as the first answer of all: the request waits for the
	// handshake
	private static boolean isNoTls(Throwable failure) {
		return failure instanceof SSLException && (failure.getClass().getSimpleName().equals("NotSslRecordException")
				|| String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("unrecognized ssl message"));
	}

	/**
	 * Return whether the body came, and is not what its Content-Encoding says.
	 * @param failure what happened
	 * @return whether it cannot be decompressed
	 */
	static boolean isUndecompressable(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof DataFormatException || cause instanceof ZipException
					|| cause.getClass().getSimpleName().equals("DecompressionException")) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the innermost cause in words. The outer ones repeat the URI.
	 * @param failure what happened
	 * @return the type and the message
	 */
	static String describe(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		String name = root.getClass().getSimpleName();
		// Netty's text about what is not TLS is all that the server sent, in hex
		return (root.getMessage() != null && !isNoTls(root)) ? name + ": " + root.getMessage() : name;
	}

	/**
	 * Return the outermost cause from which on there are only exceptions of the JDK.
	 * Those of other libraries may hold headers, and would tie users to them.
	 * @param failure what happened
	 * @return the cause, or {@code null}
	 */
	static @Nullable Throwable jdkCause(Throwable failure) {
		Throwable outermost = null;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			boolean jdk = cause.getClass().getName().startsWith("java") && cause.getSuppressed().length == 0;
			outermost = (!jdk) ? null : ((outermost != null) ? outermost : cause);
		}
		return outermost;
	}

}
