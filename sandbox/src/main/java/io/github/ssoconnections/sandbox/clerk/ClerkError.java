// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import io.github.ssoconnections.sandbox.rest.Violation;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One entry of the vendor's error response.
 *
 * @param code the vendor's code
 * @param message what went wrong
 * @param parameter the request's parameter at fault, if one is
 */
record ClerkError(String code, String message, @Nullable String parameter) {

	static ClerkError of(Violation violation) {
		String parameter = violation.parameter();
		return switch (violation.kind()) {
			case UNKNOWN -> unknown(parameter);
			case MISSING -> missing(parameter);
			case NULL -> nil(parameter);
			case FORMAT -> format(parameter, violation.expected());
			case VALUE -> value(parameter, violation.expected());
		};
	}

	static ClerkError unknown(String parameter) {
		return new ClerkError("form_param_unknown", parameter + " is not a valid parameter for this request.",
				parameter);
	}

	static ClerkError missing(String parameter) {
		return new ClerkError("form_param_missing", parameter + " must be included.", parameter);
	}

	static ClerkError nil(String parameter) {
		return new ClerkError("form_param_nil", parameter + " must not be null.", parameter);
	}

	static ClerkError format(String parameter, String expected) {
		return new ClerkError("form_param_format_invalid", parameter + " must be " + expected + ".", parameter);
	}

	static ClerkError value(String parameter, String expected) {
		return new ClerkError("form_param_value_invalid", parameter + " must be " + expected + ".", parameter);
	}

	ObjectNode toJson() {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		json.put("message", this.message).put("long_message", this.message).put("code", this.code);
		if (this.parameter != null) {
			json.putObject("meta").put("param_name", this.parameter);
		}
		return json;
	}

}
