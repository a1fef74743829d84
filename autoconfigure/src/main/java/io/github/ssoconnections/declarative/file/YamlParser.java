// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.declarative.InvalidDeclarationException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML as data: one document, without tags, anchors, aliases, merge keys and
 * directives, and without a name that occurs twice. Builds no object but
 * {@linkplain YamlNode nodes}.
 */
final class YamlParser {

	static final int MAX_SIZE = 5 * 1024 * 1024;

	static final int MAX_DEPTH = 50;

	private static final Set<String> STANDARD_HANDLES = Set.of("!", "!!");

	private final SourceFile source;

	private final Iterator<Event> events;

	private YamlParser(SourceFile source, Iterator<Event> events) {
		this.source = source;
		this.events = events;
	}

	static YamlNode parse(SourceFile source, String text) {
		checkCharacters(source, text);
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(MAX_SIZE);
		Iterator<Event> events = new Yaml(new SafeConstructor(options)).parse(new StringReader(text)).iterator();
		try {
			return new YamlParser(source, events).document();
		}
		catch (MarkedYAMLException ex) {
			throw syntaxError(source, ex);
		}
		catch (YAMLException ex) {
			// Its message can have an excerpt of the file, which can have a secret
			throw source.error("it is not valid YAML");
		}
	}

	private static InvalidDeclarationException syntaxError(SourceFile source, MarkedYAMLException ex) {
		Mark mark = (ex.getProblemMark() != null) ? ex.getProblemMark() : ex.getContextMark();
		String problem = "it is not valid YAML: " + Excerpt.of(String.valueOf(ex.getProblem()), 100);
		return (mark != null) ? source.error(mark.getLine() + 1, problem) : source.error(problem);
	}

	private static void checkCharacters(SourceFile source, String text) {
		int line = 1;
		for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
			int character = text.codePointAt(i);
			if (character == '\n') {
				line++;
			}
			else if (!StreamReader.isPrintable(character)) {
				throw source.error(line,
						String.format(
								"it contains the character U+%04X: write it as an escape in a text in double quotes",
								character));
			}
		}
	}

	private YamlNode document() {
		this.events.next();
		if (!(this.events.next() instanceof DocumentStartEvent start)) {
			throw this.source.error("it is empty: declare 'vendor' and 'connections'");
		}
		boolean handles = start.getTags() != null && !STANDARD_HANDLES.containsAll(start.getTags().keySet());
		if (start.getVersion() != null || handles) {
			throw error(start, "directives such as %YAML are not supported: remove it");
		}
		YamlNode root = node(this.events.next(), 0);
		this.events.next();
		Event next = this.events.next();
		if (next instanceof DocumentStartEvent) {
			throw error(next, "a second document begins here: use a file for each");
		}
		return root;
	}

	private YamlNode node(Event event, int depth) {
		if (depth > MAX_DEPTH) {
			throw error(event, "it is nested deeper than " + MAX_DEPTH + " levels");
		}
		checkIsData(event);
		if (event instanceof ScalarEvent scalar) {
			return new YamlNode.Scalar(scalar.getValue(), scalar.isPlain(), line(event));
		}
		return (event instanceof SequenceStartEvent) ? sequence(event, depth) : mapping(event, depth);
	}

	private void checkIsData(Event event) {
		if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
			throw error(event, "anchors (&) and aliases (*) are not supported: write the value out,"
					+ " and a text that begins with one of them in quotes");
		}
		if (tag(event) != null) {
			throw error(event, "tags (!) are not supported: remove it, and write a text that begins with ! in quotes");
		}
	}

	private static @Nullable String tag(Event event) {
		if (event instanceof ScalarEvent scalar) {
			return scalar.getTag();
		}
		if (event instanceof SequenceStartEvent sequence) {
			return sequence.getTag();
		}
		return (event instanceof MappingStartEvent mapping) ? mapping.getTag() : null;
	}

	private YamlNode sequence(Event start, int depth) {
		List<YamlNode> items = new ArrayList<>();
		for (Event event = this.events.next(); !event.is(Event.ID.SequenceEnd); event = this.events.next()) {
			items.add(node(event, depth + 1));
		}
		return new YamlNode.Sequence(items, line(start));
	}

	private YamlNode mapping(Event start, int depth) {
		Map<String, YamlNode.Field> fields = new LinkedHashMap<>();
		for (Event event = this.events.next(); !event.is(Event.ID.MappingEnd); event = this.events.next()) {
			String name = name(event, depth);
			YamlNode.Field previous = fields.get(name);
			if (previous != null) {
				throw error(event, Excerpt.quoted(name) + " stands here and in line " + previous.line()
						+ " already: remove one of them");
			}
			int line = line(event);
			fields.put(name, new YamlNode.Field(line, node(this.events.next(), depth + 1)));
		}
		return new YamlNode.Mapping(fields, line(start));
	}

	private String name(Event event, int depth) {
		if (!(node(event, depth + 1) instanceof YamlNode.Scalar scalar)) {
			throw error(event, "a name must be a text, not a list and not fields");
		}
		if (scalar.plain() && scalar.text().equals("<<")) {
			throw error(event, "merge keys (<<) are not supported: write the fields out");
		}
		if (!(YamlScalars.value(scalar) instanceof String)) {
			throw error(event, "the name " + Excerpt.quoted(scalar.text()) + " must be a text: put it into quotes");
		}
		return scalar.text();
	}

	private InvalidDeclarationException error(Event event, String message) {
		return this.source.error(line(event), message);
	}

	private static int line(Event event) {
		return event.getStartMark().getLine() + 1;
	}

}
