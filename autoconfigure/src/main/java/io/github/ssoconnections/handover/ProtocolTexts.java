// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The texts of a product for a protocol, with placeholders.
 *
 * @param steps the steps
 * @param attributes where attributes are mapped
 * @param attributeName the console's label for the name of an attribute
 * @param attributeSource the console's label for the source of an attribute
 * @param sources the field of the product by meaning
 * @param nameIdFormats the console's words by the last part of a NameID format
 * @param assign who must be assigned, and where
 * @param sendBack what is to be sent back
 * @param notChecked what was not checked against the vendor's guide
 * @param guides the guides
 */
record ProtocolTexts(List<Step> steps, String attributes, String attributeName, String attributeSource,
		Map<String, String> sources, Map<String, String> nameIdFormats, List<String> assign, List<String> sendBack,
		List<String> notChecked, List<Guide> guides) {

	/**
	 * A step.
	 *
	 * @param text what to do
	 * @param fields what to enter
	 */
	record Step(String text, List<Field> fields) {
	}

	/**
	 * A field of the console.
	 *
	 * @param name its name
	 * @param value the value
	 * @param optional whether it is left out if a value is missing
	 * @param link whether the value may be a link
	 */
	record Field(String name, String value, boolean optional, boolean link) {
	}

	/**
	 * A guide.
	 *
	 * @param guide the guide as it is shown
	 * @param vendor the vendor whose sheets have it, {@code null} for all
	 */
	record Guide(HandOverSheet.Guide guide, @Nullable String vendor) {

		boolean isFor(@Nullable String vendor) {
			return this.vendor == null || this.vendor.equals(vendor);
		}

	}

}
