// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.clerk.AttributeMappingSettings;
import io.github.ssoconnections.clerk.CustomAttribute;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Maps the attributes of SAML connections.
 */
final class AttributeMapper {

	private static final String FIELDS_MAP = "options.fieldsMap";

	private static final Map<String, String> FIELDS = new LinkedHashMap<>();
	static {
		FIELDS.put("user_id", "user_id");
		FIELDS.put("email", "email_address");
		FIELDS.put("given_name", "first_name");
		FIELDS.put("family_name", "last_name");
	}

	/** What Clerk accepts as the key of a custom attribute. */
	private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-][A-Za-z0-9_-]*");

	private final Draft draft;

	private final boolean customAttributes;

	private final AttributeMappingSettings mapping = new AttributeMappingSettings();

	private final List<CustomAttribute> custom = new ArrayList<>();

	AttributeMapper(Draft draft, boolean customAttributes) {
		this.draft = draft;
		this.customAttributes = customAttributes;
	}

	void map() {
		Map<String, @Nullable Object> fields = this.draft.read(SamlpOptions.FIELDS_MAP);
		if (fields != null) {
			fields.forEach(this::map);
		}
		String userId = this.draft.text(SamlpOptions.USER_ID_ATTRIBUTE);
		if (userId != null && !this.mapping.isSet("user_id")) {
			this.mapping.userId(userId);
			this.draft.changed("options.user_id_attribute", "saml.attribute_mapping.user_id",
					"The attribute goes over, as fieldsMap has none.");
		}
		if (!this.mapping.isSet("email_address")) {
			this.draft.changed(FIELDS_MAP + ".email", "saml.attribute_mapping.email_address",
					"Auth0 has no mapping of its own: Clerk expects its default attributes, which the sheet names.");
		}
		if (!this.mapping.fields().isEmpty()) {
			this.draft.target().saml().attributeMapping(this.mapping);
		}
		if (!this.custom.isEmpty()) {
			this.draft.target().connection().customAttributes(this.custom);
		}
	}

	private void map(String field, @Nullable Object value) {
		String source = FIELDS_MAP + "." + field;
		List<?> names = (value instanceof List<?> list) ? list : (value != null) ? List.of(value) : List.of();
		if (names.isEmpty() || !(names.get(0) instanceof String name) || !StringUtils.hasText(name)) {
			this.draft.notMapped(source, null, "It names no attribute.");
			return;
		}
		String others = (names.size() > 1)
				? " Only the first of " + names.size() + " attributes goes over: " + Excerpt.quoted(name) + "." : "";
		String target = FIELDS.get(field);
		if (target != null) {
			this.mapping.set(target, name);
			add(source, "saml.attribute_mapping." + target, others);
		}
		else if (!this.customAttributes) {
			this.draft.notMapped(source, "custom_attributes", "Custom attributes are switched off.");
		}
		else if (!KEY.matcher(field).matches()) {
			this.draft.notMapped(source, "custom_attributes", "Clerk accepts no such key of a custom attribute.");
		}
		else {
			this.custom.add(CustomAttribute.of(field, field).withSsoPath(name));
			this.draft.changed(source, "custom_attributes." + field,
					"It becomes a custom attribute in the user's metadata." + others);
		}
	}

	private void add(String source, String target, String others) {
		if (others.isEmpty()) {
			this.draft.mapped(source, target, "The attribute goes over.");
		}
		else {
			this.draft.changed(source, target, others.strip());
		}
	}

}
