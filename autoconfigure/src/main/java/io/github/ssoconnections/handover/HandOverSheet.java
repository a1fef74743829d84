// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.ServiceProviderDetails;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator of a customer's IdP works from: steps, fields and values in the
 * words of that IdP's console, as Markdown, HTML or CSV. Immutable, and contains no
 * secret.
 * <p>
 * Every value comes from outside: all texts are on one line and without invisible
 * characters, the output escapes everything, and only {@code https} URLs are links.
 */
public final class HandOverSheet {

	/** The extension of {@link #toMarkdown()}. */
	public static final String MARKDOWN = "md";

	/** The extension of {@link #toHtml()}. */
	public static final String HTML = "html";

	/** The extension of {@link #toCsv()}. */
	public static final String CSV = "csv";

	private static final Map<String, String> MEDIA_TYPES = Map.of(MARKDOWN, "text/markdown;charset=UTF-8", HTML,
			"text/html;charset=UTF-8", CSV, "text/csv;charset=UTF-8;header=present");

	private final SheetContent content;

	private final SheetWords words;

	HandOverSheet(SheetContent content, SheetWords words) {
		this.content = content;
		this.words = words;
	}

	/**
	 * Return the title.
	 * @return the title, with the name of the customer
	 */
	public String title() {
		return this.content.title();
	}

	/**
	 * Return the IdP.
	 * @return the product
	 */
	public IdpProduct product() {
		return this.content.product();
	}

	/**
	 * Return the protocol.
	 * @return {@link ServiceProviderDetails#protocol()}
	 */
	public String protocol() {
		return this.content.protocol();
	}

	/**
	 * Return when the texts were last brought up to date.
	 * @return the date in the file of texts
	 */
	public LocalDate date() {
		return this.content.date();
	}

	/**
	 * Return what to do in the console, in order.
	 * @return the steps
	 */
	public List<Step> steps() {
		return this.content.steps();
	}

	/**
	 * Return the attributes or claims to send.
	 * @return the mappings, empty if none is expected
	 */
	public List<Mapping> mappings() {
		return this.content.mappings();
	}

	/**
	 * Return who must be assigned, and where.
	 * @return the texts
	 */
	public List<String> assign() {
		return this.content.assign();
	}

	/**
	 * Return what the administrator is to send back.
	 * @return the texts
	 */
	public List<String> sendBack() {
		return this.content.sendBack();
	}

	/**
	 * Return what is missing, so that the sheet is not ready to be sent.
	 * @return the names of the missing values, such as {@code redirect URI}; empty if the
	 * sheet is complete
	 */
	public List<String> missing() {
		return this.content.missing();
	}

	/**
	 * Return what was not checked against the vendor's published guide.
	 * @return the texts
	 */
	public List<String> notChecked() {
		return this.content.notChecked();
	}

	/**
	 * Return the published guides.
	 * @return the guides, with the dates at which they were read
	 */
	public List<Guide> guides() {
		return this.content.guides();
	}

	/**
	 * Return the sheet as Markdown (CommonMark).
	 * @return the text
	 */
	public String toMarkdown() {
		return new MarkdownSheet(this.content, this.words).toString();
	}

	/**
	 * Return the sheet as a complete HTML document, without script, and with a strict
	 * Content Security Policy.
	 * @return the text
	 */
	public String toHtml() {
		return new HtmlSheet(this.content, this.words).toString();
	}

	/**
	 * Return the sheet as CSV (RFC 4180). A cell that a spreadsheet would take as a
	 * formula begins with an apostrophe.
	 * @return the text
	 */
	public String toCsv() {
		return new CsvSheet(this.content, this.words).toString();
	}

	/**
	 * Return the sheet in one of the formats.
	 * @param extension {@link #MARKDOWN}, {@link #HTML} or {@link #CSV}
	 * @return the text
	 */
	public String toText(String extension) {
		checkExtension(extension);
		return switch (extension) {
			case MARKDOWN -> toMarkdown();
			case HTML -> toHtml();
			default -> toCsv();
		};
	}

	/**
	 * Return the name of a file, made of ids only.
	 * @param extension {@link #MARKDOWN}, {@link #HTML} or {@link #CSV}
	 * @return the name, such as {@code con_123-okta.md}
	 */
	public String fileName(String extension) {
		checkExtension(extension);
		return this.content.connectionId() + "-" + this.content.product().id() + "." + extension;
	}

	/**
	 * Return the headers of a response with the sheet: it is downloaded and not shown,
	 * not stored, not sniffed, and may load and run nothing.
	 * @param extension {@link #MARKDOWN}, {@link #HTML} or {@link #CSV}
	 * @return the headers by name
	 */
	public Map<String, String> headers(String extension) {
		String fileName = fileName(extension);
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Content-Type", MEDIA_TYPES.get(extension));
		headers.put("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
		headers.put("Content-Security-Policy", HtmlSheet.POLICY + "; frame-ancestors 'none'; sandbox");
		headers.put("X-Content-Type-Options", "nosniff");
		headers.put("Referrer-Policy", "no-referrer");
		headers.put("Cache-Control", "no-store");
		return headers;
	}

	private static void checkExtension(String extension) {
		Assert.isTrue(extension != null && MEDIA_TYPES.containsKey(extension),
				() -> "'extension' must be one of md, html and csv");
	}

	@Override
	public String toString() {
		return "HandOverSheet " + this.content.connectionId() + " " + this.content.product();
	}

	/**
	 * A step in the console.
	 *
	 * @param text what to do
	 * @param fields what to enter
	 */
	public record Step(String text, List<Field> fields) {

		public Step {
			fields = List.copyOf(fields);
		}

	}

	/**
	 * A field of the console.
	 *
	 * @param name its name in the console
	 * @param value the value to be entered, {@code null} if it is not known yet
	 * @param note what to know about the value, {@code null} for nothing
	 * @param link whether the value is an address to be opened
	 */
	public record Field(String name, @Nullable String value, @Nullable String note, boolean link) {
	}

	/**
	 * An attribute or claim to send.
	 *
	 * @param name the name that the connection expects
	 * @param source the field of the IdP, in the words of its console
	 * @param required whether users cannot sign in without it
	 */
	public record Mapping(String name, String source, boolean required) {
	}

	/**
	 * A published guide.
	 *
	 * @param title its title
	 * @param url its address, {@code https}
	 * @param read the date at which it was read
	 */
	public record Guide(String title, String url, LocalDate read) {
	}

}
