// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/**
 * The fields of a form, and its file.
 *
 * @param values the values by name
 * @param file the content of the file, {@code null} if none was chosen
 * @param fileName the name of the file, empty if none was chosen
 */
record FormFields(Map<String, String> values, byte @Nullable [] file, String fileName) {

	static final String FILE = "file";

	/** The maximum size of a file. */
	private static final int MAX_FILE = 1024 * 1024;

	static Mono<FormFields> read(ServerWebExchange exchange) {
		return MediaType.MULTIPART_FORM_DATA.isCompatibleWith(exchange.getRequest().getHeaders().getContentType())
				? exchange.getMultipartData().flatMap(FormFields::ofParts)
				: exchange.getFormData().map((form) -> new FormFields(form.toSingleValueMap(), null, ""));
	}

	private static Mono<FormFields> ofParts(MultiValueMap<String, Part> parts) {
		Map<String, String> values = new LinkedHashMap<>();
		parts.toSingleValueMap().forEach((name, part) -> {
			if (part instanceof FormFieldPart field) {
				values.put(name, field.value());
			}
		});
		if (parts.getFirst(FILE) instanceof FilePart file && !file.filename().isEmpty()) {
			return DataBufferUtils.join(file.content(), MAX_FILE)
				.map(FormFields::bytes)
				.defaultIfEmpty(new byte[0])
				.map((content) -> new FormFields(values, content, file.filename()));
		}
		return Mono.just(new FormFields(values, null, ""));
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	String get(String name) {
		return this.values.getOrDefault(name, "").strip();
	}

	/**
	 * Return the words of a field: separated by white space, commas or semicolons.
	 * @param name the name of the field
	 * @return the words, each once
	 */
	List<String> words(String name) {
		return Arrays.stream(get(name).split("[\\s,;]+")).filter((word) -> !word.isEmpty()).distinct().toList();
	}

}
