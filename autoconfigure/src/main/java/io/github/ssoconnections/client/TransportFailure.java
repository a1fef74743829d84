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
 * Classification of transport exceptions.
 */
final class TransportFailure {

	private TransportFailure() {
	}

	/**
	 * Return whether the request was certainly not sent.
	 * @param failure the failure
	 * @return whether it was certainly not sent
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

	// Reactor Netty's type is in a shaded package
	private static boolean isPoolExhausted(Throwable failure) {
		return failure.getClass().getSimpleName().startsWith("PoolAcquire");
	}

	private static boolean isNoTls(Throwable failure) {
		return failure instanceof SSLException && (failure.getClass().getSimpleName().equals("NotSslRecordException")
				|| String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("unrecognized ssl message"));
	}

	/**
	 * Return whether the body does not match its Content-Encoding.
	 * @param failure the failure
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
	 * Return whether a failure is a timeout, of whatever layer.
	 * @param failure the failure
	 * @return whether the failure or one of its causes is a timeout
	 */
	static boolean isTimeout(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause.getClass().getSimpleName().endsWith("TimeoutException")) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Describe the innermost cause. Outer causes contain the URI.
	 * @param failure the failure
	 * @return the type and the message
	 */
	static String describe(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		String name = root.getClass().getSimpleName();
		// Netty's message for a non-TLS response is its hex dump
		return (root.getMessage() != null && !isNoTls(root)) ? name + ": " + root.getMessage() : name;
	}

	/**
	 * Return the outermost cause whose cause chain consists of JDK exceptions only.
	 * Exceptions of libraries may contain headers, and would expose the library to users.
	 * @param failure the failure
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
