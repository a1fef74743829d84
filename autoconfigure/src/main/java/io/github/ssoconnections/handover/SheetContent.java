// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a sheet says, in any format.
 *
 * @param title the title
 * @param connectionId the id of the connection
 * @param product the IdP
 * @param protocol the protocol
 * @param date the date of the texts
 * @param facts the customer, the connection, the domains
 * @param steps the steps
 * @param attributes where attributes are mapped
 * @param attributeName the label of their names
 * @param attributeSource the label of their sources
 * @param mappings the attributes
 * @param assign who must be assigned
 * @param sendBack what is to be sent back
 * @param test how to test, {@code null} without a page to sign in
 * @param notes about secrets
 * @param missing the names of missing values
 * @param notChecked what was not checked
 * @param guides the guides
 */
record SheetContent(String title, String connectionId, IdpProduct product, String protocol, LocalDate date,
		List<Fact> facts, List<HandOverSheet.Step> steps, String attributes, String attributeName,
		String attributeSource, List<HandOverSheet.Mapping> mappings, List<String> assign, List<String> sendBack,
		HandOverSheet.@Nullable Field test, List<String> notes, List<String> missing, List<String> notChecked,
		List<HandOverSheet.Guide> guides) {

	/**
	 * A fact about the connection.
	 *
	 * @param name what it is
	 * @param value the value
	 */
	record Fact(String name, String value) {
	}

}
