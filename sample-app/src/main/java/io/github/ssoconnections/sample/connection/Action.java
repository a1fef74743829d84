// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.connection;

import java.util.Arrays;
import java.util.Locale;

import io.github.ssoconnections.sample.web.CertificateBody;

import org.springframework.http.HttpStatus;

/**
 * What can be done with a connection.
 */
enum Action {

	TEST, ACTIVATE, DEACTIVATE, RENAME, DELETE, ADD_CERTIFICATE, REMOVE_CERTIFICATE, REPLACE_CERTIFICATE,
	REFRESH_METADATA;

	String path() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Action find(String path) {
		return Arrays.stream(values())
			.filter((action) -> action.path().equals(path))
			.findFirst()
			.orElseThrow(() -> CertificateBody.problem(HttpStatus.NOT_FOUND, "no-such-action",
					"There is no such action", "The page of the connection has its actions."));
	}

}
