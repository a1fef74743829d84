// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.util.function.Supplier;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.declarative.InvalidDeclarationException;

/**
 * Thrown for arguments and settings with which nothing can be done. The message contains
 * no value that may be secret.
 */
final class UsageException extends RuntimeException {

	UsageException(String message) {
		super(message);
	}

	/**
	 * Read arguments. Reports one that is invalid as such, unlike one that is only found
	 * in the data of a vendor.
	 * @param <T> the type of the result
	 * @param reader reads the arguments, and sends no request
	 * @return the result
	 */
	static <T> T check(Supplier<T> reader) {
		try {
			return reader.get();
		}
		catch (InvalidDeclarationException ex) {
			throw ex;
		}
		catch (InvalidArgumentException ex) {
			throw new UsageException(String.valueOf(ex.getMessage()));
		}
	}

}
