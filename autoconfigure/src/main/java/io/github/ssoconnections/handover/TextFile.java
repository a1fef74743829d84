// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.springframework.core.io.Resource;

/**
 * A file of texts. Each key is taken once; a key that nothing takes is an error, and so
 * is a placeholder that does not exist.
 */
final class TextFile {

	private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

	private final String description;

	private final Map<String, String> texts = new TreeMap<>();

	TextFile(Resource resource) {
		this.description = resource.getDescription();
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Failed to read " + this.description, ex);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalStateException("Invalid escape in " + this.description, ex);
		}
		properties.stringPropertyNames().forEach((key) -> this.texts.put(key, check(key, properties)));
	}

	private String check(String key, Properties properties) {
		String text = properties.getProperty(key);
		for (String name : Placeholders.namesIn(text)) {
			if (!Placeholders.NAMES.contains(name)) {
				throw error("unknown placeholder {" + name + "}, known are " + Placeholders.NAMES, key);
			}
		}
		return text;
	}

	/**
	 * Take a text.
	 * @param key the key
	 * @return the text
	 */
	String take(String key) {
		String text = this.texts.remove(key);
		if (text == null || text.isBlank()) {
			throw error("no text", key);
		}
		return text;
	}

	/**
	 * Take a text that may be absent.
	 * @param key the key
	 * @param absent the text if it is absent
	 * @return the text
	 */
	String take(String key, String absent) {
		return this.texts.containsKey(key) ? take(key) : absent;
	}

	/**
	 * Take a list, such as those of {@code saml.step.10} and {@code saml.step.20}.
	 * @param prefix the prefix, such as {@code saml.step}
	 * @return the numbers by which the texts are sorted, with the texts
	 */
	Map<Integer, String> takeList(String prefix) {
		Map<Integer, String> list = new TreeMap<>();
		for (String key : new ArrayList<>(this.texts.keySet())) {
			if (key.startsWith(prefix + ".") && NUMBER.matcher(key.substring(prefix.length() + 1)).matches()) {
				list.put(Integer.valueOf(key.substring(prefix.length() + 1)), take(key));
			}
		}
		return list;
	}

	/**
	 * Take all texts whose keys have a prefix.
	 * @param prefix the prefix, such as {@code saml.source}
	 * @return the rest of each key, with the text
	 */
	Map<String, String> takeMap(String prefix) {
		Map<String, String> map = new TreeMap<>();
		for (String key : new ArrayList<>(this.texts.keySet())) {
			if (key.startsWith(prefix + ".")) {
				map.put(key.substring(prefix.length() + 1), take(key));
			}
		}
		return map;
	}

	/**
	 * Split a text at its bars.
	 * @param key the key, for the message
	 * @param text the text
	 * @param min the minimum number of parts
	 * @param max the maximum number of parts
	 * @return the parts, without the space around them
	 */
	List<String> split(String key, String text, int min, int max) {
		List<String> parts = Pattern.compile("\\|").splitAsStream(text).map(String::strip).toList();
		if (parts.size() < min || parts.size() > max || parts.subList(0, min).contains("")) {
			throw error("must have " + min + " to " + max + " parts separated by '|'", key);
		}
		return parts;
	}

	void requireEmpty() {
		if (!this.texts.isEmpty()) {
			throw error("unknown key", this.texts.keySet().iterator().next());
		}
	}

	IllegalStateException error(String message, String key) {
		return new IllegalStateException("Invalid texts in " + this.description + ", key '" + key + "': " + message);
	}

}
