// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import com.sun.management.ThreadMXBean;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.lint.CertificateLint;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Malicious documents: each is rejected, or read as if the harmful part were not there.
 * None makes a connection, reads a file, or takes more memory than its bound.
 */
class MetadataAttackTests {

	private static final String CANARY = "attack-canary";

	private static final long MAX_ALLOCATED = 32 * 1024 * 1024;

	private static final String OPEN = "<md:EntityDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata' "
			+ "xmlns:ds='http://www.w3.org/2000/09/xmldsig#' entityID='a'>";

	private static final String CLOSE = "</md:EntityDescriptor>";

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static SamlMetadata honest;

	@TempDir
	Path directory;

	private ServerSocketChannel listener;

	@BeforeAll
	static void readHonestDocument() {
		honest = SamlMetadata.parse(Fixtures.metadata("attacks/style-sheet.xml"));
		assertThat(honest.entityId()).isEqualTo("https://idp.acme.example");
		assertThat(honest.signingCertificates()).map(SigningCertificate::sha256)
			.containsExactly("bfb562714d9a77c899697875475a798ebd2050ee4745159ea9c754d82ca22262");
		assertThat(honest.ssoUrls()).containsExactly(
				new SamlMetadata.SsoUrl(SamlMetadata.SsoUrl.HTTP_REDIRECT, "https://idp.acme.example/sso"));
		assertThat(honest.nameIdFormats()).isEmpty();
	}

	@BeforeEach
	void listen() throws IOException {
		this.listener = ServerSocketChannel.open();
		this.listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
		Files.writeString(this.directory.resolve("canary"), CANARY);
	}

	@AfterEach
	void noRequestIsSent() throws IOException {
		this.listener.configureBlocking(false);
		assertThat(this.listener.accept()).isNull();
		this.listener.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					xxe-file.xml                    | There is a DOCTYPE, which metadata must not have (line 2, column 1)
					xxe-http.xml                    | There is a DOCTYPE, which metadata must not have (line 2, column 1)
					xxe-parameter-entity.xml        | There is a DOCTYPE, which metadata must not have (line 2, column 1)
					xxe-out-of-band.xml             | There is a DOCTYPE, which metadata must not have (line 2, column 1)
					external-dtd.xml                | There is a DOCTYPE, which metadata must not have (line 2, column 1)
					public-dtd.xml                  | There is a DOCTYPE, which metadata must not have (line 2, column 1)
					billion-laughs.xml              | There is a DOCTYPE, which metadata must not have (line 2, column 1)
					quadratic-blowup.xml            | There is a DOCTYPE, which metadata must not have (line 2, column 1)
					entity-in-attribute.xml         | There is a DOCTYPE, which metadata must not have (line 2, column 1)
					default-attribute.xml           | There is a DOCTYPE, which metadata must not have (line 2, column 1)
					doctype-alone.xml               | There is a DOCTYPE, which metadata must not have (line 2, column 1)
					doctype-after-comment.xml       | There is a DOCTYPE, which metadata must not have (line 4, column 3)
					doctype-lower-case.xml          | There is a DOCTYPE, which metadata must not have (line 2, column 1)
					doctype-in-utf-16.xml           | There is a DOCTYPE, which metadata must not have (line 2, column 1)
					doctype-inside.xml              | There is a DOCTYPE, which metadata must not have (line 3, column 3)
					undeclared-entity.xml           | This is not well-formed XML: *(line 4, column 90)
					undeclared-entity-in-attribute.xml | This is not well-formed XML: *(line 2, column 134)
					xinclude-idp.xml                | There is no IdP for SAML 2.0 in this metadata: no entity has an 'IDPSSODescriptor'
					comment-in-entity-id.xml        | This is not well-formed XML: *(line 2, column 150)
					comment-in-sso-url.xml          | This is not well-formed XML: *(line 5, column 124)
					two-entity-ids.xml              | This is not well-formed XML: AttributeNotUnique *(line 2, column 184)
					two-names-of-one-attribute.xml  | This is not well-formed XML: AttributeNSNotUnique *(line 2, column 200)
					other-namespace.xml             | The root element is 'EntityDescriptor' in the namespace 'urn:evil', and not 'EntityDescriptor' or 'EntitiesDescriptor' in 'urn:oasis:names:tc:SAML:2.0:metadata' (line 2, column 124)
					no-namespace.xml                | The root element is 'EntityDescriptor' in the namespace '', and not 'EntityDescriptor' or 'EntitiesDescriptor' in 'urn:oasis:names:tc:SAML:2.0:metadata' (line 2, column 149)
					wrapped.xml                     | The root element is 'wrapper' in the namespace '', and not 'EntityDescriptor' or 'EntitiesDescriptor' in 'urn:oasis:names:tc:SAML:2.0:metadata' (line 1, column 10)
					prefix-bound-again.xml          | There is no IdP for SAML 2.0 in this metadata: no entity has an 'IDPSSODescriptor'
					unbound-prefix.xml              | This is not well-formed XML: ElementPrefixUnbound *(line 5, column 133)
					sp-only.xml                     | There is no IdP for SAML 2.0 in this metadata: no entity has an 'IDPSSODescriptor'
					same-entity-id-twice.xml        | There are several IdPs in this metadata, and one must be chosen by its entity ID: 'https://idp.acme.example'
					truncated.xml                   | This is not well-formed XML: *(line 4, column 620)
					truncated-comment.xml           | What begins here does not end with '-->' (line 2, column 1)
					two-roots.xml                   | This is not well-formed XML: *(line 8, column 2)
					html-login.html                 | This is an HTML page, perhaps a login page, not SAML metadata
					html-without-doctype.html       | This is an HTML page, perhaps a login page, not SAML metadata
					json.json                       | This is JSON, not SAML metadata
					pem.xml                         | This is PEM, not SAML metadata
					url.xml                         | This is a URL, not SAML metadata
					gzip.xml                        | This is compressed with gzip, not XML
					zip.xml                         | This is a ZIP archive, not XML
					empty.xml                       | The document is empty: there is no element in it
					white-space.xml                 | The document is empty: there is no element in it
					comment-only.xml                | The document is empty: there is no element in it
					utf-7.xml                       | The document is in 'UTF-7': only UTF-8, UTF-16 with a byte order mark, US-ASCII, ISO-8859-1, ISO-8859-15 and windows-1252 are read
					utf-7-undeclared.xml            | This is not XML, which begins with '<' (line 1, column 1)
					utf-32.xml                      | The document is in UTF-32: only UTF-8, UTF-16 with a byte order mark, US-ASCII, ISO-8859-1, ISO-8859-15 and windows-1252 are read
					ebcdic.xml                      | The document is in EBCDIC: only UTF-8, UTF-16 with a byte order mark, US-ASCII, ISO-8859-1, ISO-8859-15 and windows-1252 are read
					utf-8-declared-utf-16.xml       | The document says that it is in 'UTF-16', but it is not, or has no byte order mark
					utf-16-declared-utf-8.xml       | The document says that it is in 'UTF-8', but it is in UTF-16LE
					utf-16-declared-other-order.xml | The document says that it is in 'UTF-16BE', but it is in UTF-16LE
					overlong-utf-8.xml              | There are bytes here that are not UTF-8 (line 5, column 5)
					surrogate-in-utf-8.xml          | There are bytes here that are not UTF-8 (line 2, column 138)
					lone-surrogate-in-utf-16.xml    | There are bytes here that are not UTF-16BE (line 1, column 139)
					odd-utf-16.xml                  | There are bytes here that are not UTF-16BE (line 7, column 1)
					nul.xml                         | This is not well-formed XML: *(line 2, column 150)
					nul-reference.xml               | This is not well-formed XML: *(line 2, column 154)
					xml-1.1.xml                     | The XML declaration is not one of XML 1.0 (line 1, column 1)
					""")
	void rejects(String file, String message) throws IOException {
		// What stands for '*' is the parser's own text, in the language of the machine
		String[] parts = message.split("\\*", 2);
		assertRejected(file, document(file)).startsWith(parts[0]).endsWith((parts.length == 2) ? parts[1] : message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					xinclude-certificate.xml  | certificate_invalid    | A signing certificate cannot be read: there is an element in its text (line 4, column 82).
					element-in-certificate.xml | certificate_invalid   | A signing certificate cannot be read: there is an element in its text (line 4, column 82).
					private-key.xml           | certificate_invalid    | A signing certificate cannot be read: This is a private key, not a certificate (line 4, column 82).
					broken-certificate.xml    | certificate_invalid    | A signing certificate cannot be read: The certificate is cut off: it says that it has 987 bytes, and 300 are here (line 4, column 82).
					huge-duration.xml         | metadata_value_invalid | 'cacheDuration' is left out, as it cannot be read: 'P99999999999999999999Y' (line 2, column 191).
					negative-duration.xml     | metadata_value_invalid | 'cacheDuration' is left out, as it cannot be read: '-P1D' (line 2, column 173).
					no-date.xml               | metadata_value_invalid | 'validUntil' is left out, as it cannot be read: 'tomorrow?and ?then' (line 2, column 195).
					huge-year.xml             | metadata_value_invalid | 'validUntil' is left out, as it cannot be read: '99999999999-01-01T00:00:00Z' (line 2, column 193).
					not-boolean.xml           | metadata_value_invalid | 'WantAuthnRequestsSigned' is left out, as it is neither true nor false: 'perhaps' (line 3, column 124).
					no-location.xml           | metadata_value_invalid | A 'SingleSignOnService' is left out, as it has no 'Location' (line 5, column 91).
					no-binding.xml            | metadata_value_invalid | A 'SingleSignOnService' is left out, as it has no 'Binding' (line 5, column 82).
					long-entity-id.xml        | metadata_value_invalid | The entity ID is longer than 1024 characters, and left out (line 2, column 1160).
					""")
	void readsTheRest(String file, String code, String message) throws IOException {
		SamlMetadata metadata = parse(document(file));
		assertThat(metadata.findings()).map(Finding::code, Finding::message).containsExactly(tuple(code, message));
		boolean ofCertificate = code.equals("certificate_invalid");
		assertThat(metadata.signingCertificates())
			.isEqualTo((ofCertificate) ? List.of() : honest.signingCertificates());
		boolean ofSsoUrl = message.contains("SingleSignOnService");
		assertThat(metadata.ssoUrls()).isEqualTo((ofSsoUrl) ? List.of() : honest.ssoUrls());
		assertThat(metadata.validUntil()).isNull();
		assertThat(metadata.cacheDuration()).isNull();
		assertThat(metadata.wantAuthnRequestsSigned()).isNull();
		assertThat(CertificateLint.check(metadata, Instant.now())).contains(metadata.findings().get(0));
	}

	@Test
	void readsBothOfTwoCertificatesInOneElement() throws IOException {
		SamlMetadata metadata = parse(document("comment-after-certificate.xml"));
		assertThat(metadata.signingCertificates()).hasSize(2).startsWith(honest.signingCertificates().get(0));
		assertThat(metadata.findings()).map(Finding::code).containsExactly("certificate_form_unusual");
	}

	@Test
	void readsOtherEncodingsThatAreListed() throws IOException {
		assertThat(parse(document("iso-8859-1.xml"))).isEqualTo(honest);
	}

	@ParameterizedTest
	@ValueSource(strings = { "declaration-inside.xml", "schema-location.xml", "style-sheet.xml",
			"comment-in-certificate.xml", "comment-hides-certificate.xml", "instruction-in-certificate.xml",
			"cdata-in-certificate.xml", "entity-id-in-namespace.xml", "idp-in-extensions.xml",
			"idp-in-other-namespace.xml", "certificate-in-other-namespace.xml", "certificate-elsewhere.xml" })
	void readsAsIfTheHarmfulPartWereNotThere(String file) throws IOException {
		assertThat(parse(document(file))).isEqualTo(honest);
	}

	@Test
	void doesNotCutTextWhereCommentsAre() throws IOException {
		assertThat(parse(document("comment-in-name-id-format.xml")).nameIdFormats())
			.containsExactly("urn:acme:not:cut:off");
		assertThat(parse(document("escaped-comment-in-entity-id.xml")).entityId())
			.isEqualTo("https://idp.acme.example<!-- -->.evil.example");
	}

	@Test
	void trustsNoKeyForEncryption() throws IOException {
		assertThat(parse(document("encryption-only.xml")).signingCertificates()).isEmpty();
	}

	@Test
	void leavesWhatUrlsMayBeToTheLint() throws IOException {
		assertThat(parse(document("javascript-sso-url.xml")).ssoUrls()).map(SamlMetadata.SsoUrl::location)
			.containsExactly("javascript:alert(1)");
	}

	@Test
	void everyFileIsTested() throws Exception {
		TreeSet<String> tested = new TreeSet<>(
				List.of("comment-in-name-id-format.xml", "escaped-comment-in-entity-id.xml", "encryption-only.xml",
						"javascript-sso-url.xml", "comment-after-certificate.xml", "iso-8859-1.xml"));
		Stream.of(getClass().getDeclaredMethod("rejects", String.class, String.class).getAnnotation(CsvSource.class))
			.flatMap((source) -> source.textBlock().lines())
			.forEach((line) -> tested.add(line.split("\\|")[0].strip()));
		Stream
			.of(getClass().getDeclaredMethod("readsTheRest", String.class, String.class, String.class)
				.getAnnotation(CsvSource.class))
			.flatMap((source) -> source.textBlock().lines())
			.forEach((line) -> tested.add(line.split("\\|")[0].strip()));
		tested.addAll(List.of(getClass().getDeclaredMethod("readsAsIfTheHarmfulPartWereNotThere", String.class)
			.getAnnotation(ValueSource.class)
			.strings()));
		try (Stream<Path> files = Files.list(Path.of("src/test/resources/metadata/attacks"))) {
			assertThat(files.map((file) -> file.getFileName().toString())).hasSizeGreaterThan(80)
				.containsExactlyInAnyOrderElementsOf(tested);
		}
	}

	@ParameterizedTest
	@MethodSource("large")
	void rejectsDocumentsBeyondTheLimits(String name, Supplier<String> document, String message) {
		assertRejected(name, document.get().getBytes(StandardCharsets.UTF_8)).startsWith(message);
	}

	static Stream<Arguments> large() {
		return Stream.of(
				large("size", () -> OPEN + " ".repeat(2 * 1024 * 1024) + CLOSE, "The document is larger than 1 MiB"),
				large("depth", () -> OPEN + "<a>".repeat(50), "Elements are nested deeper than 50 levels (line 1, "),
				large("great depth", () -> OPEN + "<a>".repeat(300_000), "Elements are nested deeper than 50 levels"),
				large("attributes", () -> OPEN + "<a" + attributes(" a", 101) + "/>" + CLOSE,
						"An element has more than 100 attributes and namespaces"),
				large("namespaces", () -> OPEN + "<a" + attributes(" xmlns:a", 101) + "/>" + CLOSE,
						"An element has more than 100 attributes and namespaces"),
				large("very many attributes", () -> OPEN + "<a" + attributes(" a", 90_000) + "/>" + CLOSE,
						"An element has more than 100 attributes and namespaces (line 1, "),
				large("long attribute", () -> OPEN + "<a a='" + "a".repeat(8193) + "'/>" + CLOSE,
						"The value of an attribute is longer than 8 KiB"),
				large("very long attribute", () -> OPEN + "<a a='" + "a".repeat(1_000_000) + "'/>" + CLOSE,
						"The value of an attribute is longer than 8 KiB"),
				large("long name", () -> OPEN + "<" + "a".repeat(1_000_000) + "/>" + CLOSE,
						"A name is longer than 1000 characters (line 1, "),
				large("long certificate", () -> OPEN + certificate("A".repeat(1_000_000)) + CLOSE,
						"The text of 'X509Certificate' is longer than 128 KiB"),
				large("white space in certificate", () -> OPEN + certificate(" ".repeat(1_000_000)) + CLOSE,
						"The text of 'X509Certificate' is longer than 128 KiB"),
				large("certificate of characters", () -> OPEN + certificate("&#65;".repeat(200_000)) + CLOSE,
						"The text of 'X509Certificate' is longer than 128 KiB"),
				large("many certificates",
						() -> OPEN + certificate("AAAA</ds:X509Certificate><ds:X509Certificate>".repeat(200)) + CLOSE,
						"An IdP has more than 200 roles, SSO URLs, name ID formats and signing certificates"),
				large("many roles", () -> OPEN + "<md:IDPSSODescriptor/>".repeat(40_000) + CLOSE,
						"An IdP has more than 200 roles"),
				large("many entities",
						() -> OPEN.replace("Entity", "Entities") + "<md:EntityDescriptor/>".repeat(1001)
								+ CLOSE.replace("Entity", "Entities"),
						"There are more than 1000 entities in the document"),
				large("many names", () -> OPEN + attributes("<a", 60_000).replace("'", "").replace("=", "/>"),
						"There are more than 10000 different names of elements, attributes and namespaces"),
				large("namespaces within one another", () -> OPEN + ("<a" + attributes(" xmlns:a", 90) + ">").repeat(6),
						"Elements within one another have more than 500 namespaces"),
				large("very many namespaces", () -> OPEN + "<a" + attributes(" xmlns:a", 60_000) + "/>" + CLOSE,
						"An element has more than 100 attributes and namespaces (line 1, "),
				large("tags in tags", () -> OPEN + "<".repeat(1_000_000), "This is not well-formed XML: "),
				large("very many namespaces with long names",
						() -> OPEN + "<a" + attributes(" xmlns:" + "a".repeat(900), 1000) + "/>" + CLOSE,
						"An element has more than 100 attributes and namespaces (line 1, "),
				large("very many namespaces after what looks like other markup",
						() -> OPEN + "<!-- <a '> --><![CDATA[<a \"]]><?a <!-- ?><b c='-->' d=\"'\"/><a"
								+ attributes("\txmlns:a", 30_000) + "/>" + CLOSE,
						"An element has more than 100 attributes and namespaces (line 1, "));
	}

	private static Arguments large(String name, Supplier<String> document, String message) {
		return Arguments.of(name, document, message);
	}

	private static String attributes(String name, int count) {
		StringBuilder attributes = new StringBuilder();
		IntStream.range(0, count).forEach((i) -> attributes.append(name).append(i).append("='1'"));
		return attributes.toString();
	}

	private static String certificate(String text) {
		return "<md:IDPSSODescriptor><md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>" + text
				+ "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor></md:IDPSSODescriptor>";
	}

	@Test
	void usesTheParserOfTheJdk() {
		String before = System.setProperty("javax.xml.stream.XMLInputFactory", "com.example.None");
		try {
			assertThat(SamlMetadata.parse(Fixtures.metadata("attacks/style-sheet.xml"))).isEqualTo(honest);
		}
		finally {
			if (before != null) {
				System.setProperty("javax.xml.stream.XMLInputFactory", before);
			}
			else {
				System.clearProperty("javax.xml.stream.XMLInputFactory");
			}
		}
	}

	@Test
	void readsDocumentsAtTheLimits() {
		String body = "<md:IDPSSODescriptor/><a" + attributes(" a", 100) + "/><b a='" + "a".repeat(8192) + "'/>"
				+ "<c>".repeat(49) + "</c>".repeat(49) + "<!--";
		String end = "-->" + CLOSE;
		String comment = "x".repeat(1024 * 1024 - OPEN.length() - body.length() - end.length());
		byte[] xml = (OPEN + body + comment + end).getBytes(StandardCharsets.UTF_8);
		assertThat(xml).hasSize(1024 * 1024);
		assertThat(parse(xml).entityId()).isEqualTo("a");
		assertThat(SamlMetadata.parse(new String(xml, StandardCharsets.UTF_8)).entityId()).isEqualTo("a");
		assertThatExceptionOfType(InvalidMetadataException.class)
			.isThrownBy(() -> SamlMetadata.parse(new String(xml, StandardCharsets.UTF_8) + " "))
			.withMessage("The document is larger than 1 MiB");
	}

	@Test
	void namesAFewOfVeryManyIdps() {
		StringBuilder xml = new StringBuilder(OPEN.replace("Entity", "Entities"));
		IntStream.range(0, 1000)
			.forEach((i) -> xml.append("<md:EntityDescriptor entityID='")
				.append(i)
				.append("x".repeat(900))
				.append("'><md:IDPSSODescriptor/></md:EntityDescriptor>"));
		byte[] document = xml.append(CLOSE.replace("Entity", "Entities")).toString().getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(SeveralIdpsException.class).isThrownBy(() -> parse(document))
			.satisfies((ex) -> assertThat(ex.entityIds()).hasSize(1000))
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(1500).endsWith(" and 990 more"));
	}

	@Test
	void rejectsDamagedDocumentsWithoutOtherFailure() {
		Random random = new Random(20261122);
		int rejected = 0;
		for (String name : List.of("okta", "adfs", "shibboleth", "ping", "federation")) {
			byte[] document = Fixtures.metadata(name + ".xml");
			for (int i = 0; i < 300; i++) {
				rejected += isRejected(damaged(document, random)) ? 1 : 0;
			}
		}
		assertThat(rejected).isBetween(1000, 1499);
	}

	private static byte[] damaged(byte[] document, Random random) {
		byte[] damaged = (random.nextInt(4) > 0) ? document.clone()
				: Arrays.copyOf(document, random.nextInt(document.length));
		for (int i = 0; i < random.nextInt(4) && damaged.length > 0; i++) {
			int at = random.nextInt(damaged.length);
			damaged[at] = (byte) (random.nextBoolean() ? random.nextInt(256)
					: "<>&;\"'/!-?[]=".charAt(random.nextInt(13)));
		}
		return damaged;
	}

	private static boolean isRejected(byte[] xml) {
		try {
			SamlMetadata.parse(xml);
			return false;
		}
		catch (InvalidMetadataException ex) {
			assertThat(ex.getMessage()).hasSizeLessThan(1500);
			return true;
		}
	}

	@Test
	@Timeout(60)
	void anotherParserWouldConnect() throws Exception {
		byte[] xml = document("xxe-http.xml");
		Thread parser = new Thread(() -> parseUnsafely(xml));
		parser.start();
		try (SocketChannel connection = this.listener.accept()) {
			connection.read(ByteBuffer.allocate(4096));
			connection.write(StandardCharsets.US_ASCII
				.encode("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
		}
		parser.join(TimeUnit.SECONDS.toMillis(30));
	}

	@Test
	void anotherParserWouldReadTheFile() throws Exception {
		Document document = parseUnsafely(document("xxe-file.xml"));
		assertThat(document.getDocumentElement().getTextContent()).contains(CANARY);
	}

	private static Document parseUnsafely(byte[] xml) {
		try {
			return DocumentBuilderFactory.newDefaultInstance()
				.newDocumentBuilder()
				.parse(new ByteArrayInputStream(xml));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static AbstractStringAssert<?> assertRejected(String name, byte[] xml) {
		try {
			parse(xml);
		}
		catch (InvalidMetadataException ex) {
			assertThat(ex).hasNoCause();
			return assertThat(ex.getMessage()).as(name).hasSizeLessThan(400).doesNotContain(CANARY);
		}
		throw new AssertionError(name + " was read");
	}

	private static SamlMetadata parse(byte[] xml) {
		long before = THREADS.getCurrentThreadAllocatedBytes();
		try {
			return SamlMetadata.parse(xml);
		}
		finally {
			assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MAX_ALLOCATED);
		}
	}

	private byte[] document(String file) throws IOException {
		String url = "http://127.0.0.1:" + ((InetSocketAddress) this.listener.getLocalAddress()).getPort();
		return new String(Fixtures.metadata("attacks/" + file), StandardCharsets.ISO_8859_1).replace("@LISTENER@", url)
			.replace("@CANARY@", this.directory.resolve("canary").toUri().toString())
			.getBytes(StandardCharsets.ISO_8859_1);
	}

}
