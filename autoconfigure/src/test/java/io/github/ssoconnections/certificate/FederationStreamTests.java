// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * The metadata of federations, piece by piece.
 */
class FederationStreamTests {

	private static final String ENTITY_ID = "urn:acme.eu.auth0.example";

	private static final String ENTITY = new String(Fixtures.metadata("auth0.xml"), StandardCharsets.UTF_8)
		.replaceFirst("^\\s*<\\?xml[^>]*>", "");

	private static final String START = "<EntitiesDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata'>";

	private static final int PIECE = 64 * 1024;

	private static final long MAX_HEAP = 4 * 1024 * 1024;

	@Test
	void readsAsTheReaderOfSmallDocumentsDoes() throws IOException {
		byte[] federation = Fixtures.metadata("federation.xml");
		for (String id : List.of("https://idp.one.example", "https://idp.two.example", "https://both.example")) {
			assertThat(SamlMetadata.parseFederation(new ByteArrayInputStream(federation), id))
				.isEqualTo(SamlMetadata.parse(federation, id));
		}
		byte[] alone = Fixtures.metadata("okta.xml");
		assertThat(SamlMetadata.parseFederation(new ByteArrayInputStream(alone), "http://www.okta.com/exkacme1example"))
			.isEqualTo(SamlMetadata.parse(alone));
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16", "ISO-8859-1", "windows-1252" })
	void decodesOnce(String encoding) throws IOException {
		Charset charset = Charset.forName(encoding);
		String declaration = "<?xml version='1.0' encoding='" + encoding + "'?>\n";
		String comment = "<!-- " + "\u00FC".repeat(20_000) + " -->";
		assertThat(SamlMetadata
			.parseFederation(new ByteArrayInputStream((declaration + comment + ENTITY).getBytes(charset)), ENTITY_ID)
			.signingCertificates()).hasSize(1);
		byte[] doctype = (declaration + comment + "<!DOCTYPE a>" + ENTITY).getBytes(charset);
		assertThatExceptionOfType(InvalidMetadataException.class)
			.isThrownBy(() -> SamlMetadata.parseFederation(new ByteArrayInputStream(doctype), ENTITY_ID))
			.withMessageStartingWith("There is a DOCTYPE, which metadata must not have (line 2, column ");
	}

	@Test
	void reportsThatBytesAreNotOfTheEncoding() {
		byte[] bytes = (START + "<a>" + " ".repeat(100_000) + "\u00FC</a></EntitiesDescriptor>")
			.getBytes(StandardCharsets.ISO_8859_1);
		assertThatExceptionOfType(InvalidMetadataException.class)
			.isThrownBy(() -> SamlMetadata.parseFederation(new ByteArrayInputStream(bytes), ENTITY_ID))
			.withMessage("There are bytes here that are not UTF-8");
	}

	@Test
	void passesOnThatTheStreamBreaks() {
		byte[] start = (START + ENTITY.repeat(10)).getBytes(StandardCharsets.UTF_8);
		InputStream broken = new SequenceInputStream(new ByteArrayInputStream(start), new InputStream() {

			@Override
			public int read() throws IOException {
				throw new IOException("broken");
			}

		});
		assertThatIOException().isThrownBy(() -> SamlMetadata.parseFederation(broken, "urn:other"))
			.withMessage("broken");
	}

	@Test
	void keepsNothingOfTheOtherEntities() throws IOException {
		assertThat(heapOf(12, FederationStreamTests::entities)).isLessThan(MAX_HEAP);
	}

	@Test
	@Tag("soak")
	void keepsNothingOfTheOtherEntitiesOfTheLargestDocument() throws IOException {
		assertThat(heapOf(97, FederationStreamTests::entities)).isLessThan(MAX_HEAP);
		assertThat(heapOf(97, (piece) -> "<!--" + "x".repeat(PIECE - 8) + "-->")).isLessThan(MAX_HEAP);
	}

	@Test
	void boundsWhatTheParserWouldKeep() {
		rejects(12, (piece) -> ((piece == 0) ? "<!--" : "") + "x".repeat(PIECE),
				"There is more than 4 MiB of text, or of a comment, in one piece");
		rejects(12, (piece) -> ((piece == 0) ? "<a b='" : "") + "x".repeat(PIECE),
				"The value of an attribute is longer than 8 KiB");
		rejects(12, (piece) -> "x".repeat(PIECE), "There is more than 4 MiB of text");
		rejects(12, (piece) -> names("<n", piece, "/>"), "There are more than 10000 different names");
		rejects(12, (piece) -> names("<a xmlns:x='", piece, "'/>"), "There are more than 10000 different names");
	}

	@Test
	void readsAHundredMegabytesAtMost() {
		String spaces = " ".repeat(PIECE - 8) + "<a></a> ";
		rejects(101, (piece) -> spaces, "The document is larger than 100 MiB");
	}

	private static String entities(int piece) {
		return ENTITY.replace(ENTITY_ID, "urn:" + piece).repeat(PIECE / ENTITY.length());
	}

	private static String names(String start, int piece, String end) {
		StringBuilder names = new StringBuilder();
		for (int i = 0; i < 3000; i++) {
			names.append(start).append(piece).append('.').append(i).append(end);
		}
		return names.toString();
	}

	private static void rejects(int megabytes, IntFunction<String> pieces, String message) {
		assertThatExceptionOfType(InvalidMetadataException.class)
			.isThrownBy(() -> SamlMetadata.parseFederation(new SequenceInputStream(new Pieces(megabytes, pieces, () -> {
			})), ENTITY_ID))
			.withMessageStartingWith(message);
	}

	// How much more is in use near the end of a document than before it
	private static long heapOf(int megabytes, IntFunction<String> pieces) throws IOException {
		long[] used = { used(), 0 };
		Pieces document = new Pieces(megabytes, pieces, () -> used[1] = used());
		assertThat(SamlMetadata.parseFederation(new SequenceInputStream(document), ENTITY_ID).signingCertificates())
			.hasSize(1);
		assertThat(used[1]).isPositive();
		return used[1] - used[0];
	}

	private static long used() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	/**
	 * The pieces of a document, made as they are read.
	 */
	private static final class Pieces implements Enumeration<InputStream> {

		private final int count;

		private final IntFunction<String> pieces;

		private final Runnable nearTheEnd;

		private int next = -1;

		Pieces(int megabytes, IntFunction<String> pieces, Runnable nearTheEnd) {
			this.count = megabytes * 1024 * 1024 / PIECE;
			this.pieces = pieces;
			this.nearTheEnd = nearTheEnd;
		}

		@Override
		public boolean hasMoreElements() {
			return this.next <= this.count;
		}

		@Override
		public InputStream nextElement() {
			int piece = this.next++;
			if (piece == this.count - 1) {
				this.nearTheEnd.run();
			}
			String text = (piece < 0) ? START + ENTITY
					: (piece < this.count) ? this.pieces.apply(piece) : "</EntitiesDescriptor>";
			return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
		}

	}

}
