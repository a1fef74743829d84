// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import io.github.ssoconnections.sample.web.Form;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ImportPagesTests extends AbstractConsoleTests {

	private static final String HEADER = "customer,domains,entity_id,sso_url,certificate,organization_name,clients\n";

	@BeforeEach
	void prepare() {
		vendor.auth0().clients("app").organizationUsage("app", "allow");
	}

	@ParameterizedTest
	@CsvSource({ "clerk/default, ''", "auth0/default, app" })
	void createsWhatHasNoErrorOnce(String account, String clients) {
		String path = check(account,
				HEADER + row("Globex", "globex.example globex.test", "globex", clients)
						+ row("\"Soylent, Inc.\"", "soylent.example", "", clients) + row("Nobody", "", "", clients)
						+ row("Again", "GLOBEX.example", "", clients));
		String report = await(path, "The file was checked");
		assertThat(report).contains("Globex", "globex.test", "Soylent, Inc.", "Create 2 connections")
			.contains("The domains are missing.", "The domain GLOBEX.example is in line 2, too.");
		assertThat(writes()).as("nothing is created before the report was seen").isZero();

		Form form = Form.open(this.client, path);
		form.submit(this.client, path, Map.of("confirmation", "2"))
			.expectStatus()
			.isSeeOther()
			.expectHeader()
			.location(path);
		report = await(path, "All connections without an error were created");
		assertThat(report).containsPattern("href=\"/connections/" + account + "/\\w+\"")
			.doesNotContain("Create 2 connections");
		long writes = writes();
		assertThat(writes).isPositive();
		form.submit(this.client, path, Map.of("confirmation", "0")).expectStatus().isSeeOther();
		await(path, "All connections without an error were created");
		assertThat(writes()).as("nothing is created twice").isEqualTo(writes);
	}

	@Test
	void finishesWhatHasFailed() {
		String path = check("clerk/default", HEADER + row("Globex", "globex.example", "globex", ""));
		await(path, "The file was checked");
		vendor.faults().on("POST", "/v1/enterprise_connections").status(403);
		submit(path, "1");
		assertThat(await(path, "Try again")).contains("Failed: 1", "Done: organization.");
		vendor.faults().clear();
		submit(path, "1");
		await(path, "All connections without an error were created");
		assertThat(vendor.requests()
			.stream()
			.filter((request) -> request.method().equals("POST") && request.url().endsWith("/organizations")))
			.hasSize(1);
	}

	@Test
	void requiresTheNumberAtALiveAccount() {
		String path = check("auth0/default", HEADER + row("Globex", "globex.example", "", "app"));
		assertThat(await(path, "The file was checked")).contains("This account is live.");
		Form.open(this.client, path)
			.submit(this.client, path, Map.of("confirmation", "2"))
			.expectStatus()
			.isEqualTo(422);
		assertThat(writes()).isZero();
	}

	@Test
	void keepsClientSecretsOutOfThePage() {
		ImportedCustomer customer = ImportedCustomer
			.read("customer,domains,issuer,client_id,client_secret\nA,a.example,https://a.example,c,not-to-be-shown\n"
				.getBytes(StandardCharsets.UTF_8))
			.get(0);
		assertThat(customer.problem()).isNull();
		assertThat(customer.toString()).doesNotContain("not-to-be-shown");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '\'',
			value = { "'';The file is empty.", "'name\nx\n';There is no column &#39;name&#39;",
					"'customer\nx\n';The columns customer and domains are required.",
					"'customer,domains\n';The file has no customers.",
					"'customer,domains\n\"x\n';A quote of line 2 does not end." })
	void saysWhatIsWrongWithAFile(String file, String message) {
		upload("clerk/default", file.getBytes(StandardCharsets.UTF_8)).expectStatus()
			.isEqualTo(422)
			.expectBody(String.class)
			.value((page) -> assertThat(page).contains(message));
	}

	@Test
	void rejectsTooManyCustomersAndOtherEncodings() {
		String rows = "a,b.example\n".repeat(ImportedCustomer.MAX + 1);
		assertThatExceptionOfType(InvalidFormException.class)
			.isThrownBy(() -> ImportedCustomer.read(("customer,domains\n" + rows).getBytes(StandardCharsets.UTF_8)))
			.withMessage("A file may have 500 customers.");
		assertThatExceptionOfType(InvalidFormException.class)
			.isThrownBy(() -> ImportedCustomer.read("customer,domains\n\u00e4".getBytes(StandardCharsets.ISO_8859_1)))
			.withMessage("The file is not in UTF-8.");
	}

	@Test
	void readsCsv() {
		assertThat(CsvReader.read("\uFEFFa,b\r\n\"x, \"\"y\"\"\nz\",\r\n\r\n c , d".getBytes(StandardCharsets.UTF_8)))
			.containsExactly(new CsvReader.Row(1, List.of("a", "b")), new CsvReader.Row(2, List.of("x, \"y\"\nz", "")),
					new CsvReader.Row(5, List.of("c", "d")));
	}

	@Test
	void escapesInPageAndReport() {
		String path = check("clerk/default", "customer,domains\n\"=1+1<script>alert(1)</script>\",a.example\n");
		assertThat(await(path, "The file was checked")).contains("&lt;script&gt;").doesNotContain("<script>alert");
		this.client.get()
			.uri(path + "/report.csv")
			.exchange()
			.expectHeader()
			.valueMatches("Content-Disposition", "attachment; filename=\"import-[A-Za-z0-9_-]{24}\\.csv\"")
			.expectBody(String.class)
			.value((csv) -> assertThat(csv).contains("\r\n2,'=1+1<script>alert(1)</script>,a.example,Error,,"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1\u2028x", "\u2028=1+1", "\u2029\uFF1D1\u2029,\"" })
	void writesNoFormulaWhateverTheLineSeparator(String value) {
		assertThat(ImportPages.cell(value)).matches("\"?'[=\uFF1D]1.*");
	}

	@Test
	void writesNoFormulaBehindASemicolon() {
		assertThat(ImportPages.cell("Acme;=HYPERLINK(\"https://evil.example\")"))
			.isEqualTo("\"Acme;'=HYPERLINK(\"\"https://evil.example\"\")\"");
	}

	private static String row(String customer, String domains, String organization, String clients) {
		return customer + "," + domains + ",https://idp.example,https://idp.example/sso,\""
				+ CustomerPagesTests.CERTIFICATE + "\"," + organization + "," + clients + "\n";
	}

	private static long writes() {
		return vendor.requests().stream().filter((request) -> request.method().equals("POST")).count();
	}

	private void submit(String path, String confirmation) {
		Form.open(this.client, path)
			.submit(this.client, path, Map.of("confirmation", confirmation))
			.expectStatus()
			.isSeeOther();
	}

	private String check(String account, String file) {
		String location = upload(account, file.getBytes(StandardCharsets.UTF_8)).expectStatus()
			.isSeeOther()
			.returnResult(Void.class)
			.getResponseHeaders()
			.getFirst("Location");
		assertThat(location).matches("/customers/import/[A-Za-z0-9_-]{24}");
		return location;
	}

	private WebTestClient.ResponseSpec upload(String account, byte[] file) {
		Form form = Form.open(this.client, "/customers/import");
		MultipartBodyBuilder body = new MultipartBodyBuilder();
		Map.of("_token", form.token(), "account", account).forEach(body::part);
		body.part("file", new ByteArrayResource(file) {

			@Override
			public String getFilename() {
				return "customers.csv";
			}

		}, MediaType.TEXT_PLAIN);
		return this.client.post()
			.uri("/customers/import")
			.accept(MediaType.TEXT_HTML)
			.cookie("sso-console", form.cookie())
			.bodyValue(body.build())
			.exchange();
	}

	private String await(String path, String text) {
		Instant limit = Instant.now().plusSeconds(30);
		String page = page(path);
		while (!page.contains(text) && Instant.now().isBefore(limit)) {
			page = page(path);
		}
		assertThat(page).contains(text);
		return page;
	}

	private String page(String path) {
		return this.client.get()
			.uri(path)
			.accept(MediaType.TEXT_HTML)
			.exchange()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
	}

}
