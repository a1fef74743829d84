// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.util.List;

import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.handover.ExpectedAttribute;
import io.github.ssoconnections.handover.HandOverSheet;
import io.github.ssoconnections.handover.HandOverSheets;
import io.github.ssoconnections.handover.HandOverValues;
import io.github.ssoconnections.handover.IdpProduct;

/**
 * The examples of hand-over sheets in the page {@code onboard-a-customer.md}. Run by
 * {@link HandOverExamplesTests}.
 */
final class HandOverExamples {

	private HandOverExamples() {
	}

	static String sheet(HandOverSheets sheets, EnterpriseConnection connection) {
		// tag::sheet[]
		HandOverValues values = HandOverValues
			.of("Globex Inc.", connection.id(), connection.name(), IdpProduct.OKTA, connection.serviceProviderDetails())
			.withDomains(connection.domains())
			.withAttributes(List.of(ExpectedAttribute.required("mail", ExpectedAttribute.EMAIL),
					ExpectedAttribute.optional("firstName", ExpectedAttribute.FIRST_NAME),
					ExpectedAttribute.optional("lastName", ExpectedAttribute.LAST_NAME)));
		HandOverSheet sheet = sheets.sheet(values);
		if (!sheet.missing().isEmpty()) {
			throw new IllegalStateException("Not known yet: " + sheet.missing());
		}
		String markdown = sheet.toMarkdown();
		// end::sheet[]
		return markdown;
	}

}
