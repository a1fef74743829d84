// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.core.io.Resource;

/**
 * The texts that all sheets have, such as the titles of sections.
 */
final class SheetWords {

	private static final List<String> KEYS = List.of("language", "title", "no-secret", "client-secret", "section.steps",
			"section.attributes", "section.assign", "section.send-back", "section.test", "section.missing",
			"section.not-checked", "section.guides", "label.customer", "label.connection", "label.domains", "label.idp",
			"label.date", "label.read", "label.section", "label.number", "label.field", "label.value", "label.note",
			"label.meaning", "required", "optional", "missing", "missing.field", "sign-in-url", "changed", "test",
			"meaning.email", "meaning.first-name", "meaning.last-name", "meaning.user-id", "meaning.other");

	private final Map<String, String> words = new HashMap<>();

	SheetWords(Resource resource) {
		TextFile file = new TextFile(resource);
		KEYS.forEach((key) -> this.words.put(key, file.take(key)));
		Placeholders.NAMES.forEach((name) -> this.words.put("name." + name, file.take("name." + name)));
		file.requireEmpty();
	}

	String get(String key) {
		String word = this.words.get(key);
		if (word == null) {
			throw new IllegalStateException("No text '" + key + "'");
		}
		return word;
	}

	boolean has(String key) {
		return this.words.containsKey(key);
	}

}
