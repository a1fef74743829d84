// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;

/**
 * Reader of the certificates in a text, which collects problems and ignores other text.
 */
final class CertificateReader {

	private static final int MAX_LENGTH = 1024 * 1024;

	private static final int MAX_CERTIFICATES = 100;

	/**
	 * Base64 of base64 of a certificate, and of PEM, occurs in practice.
	 */
	private static final int MAX_WRAPPERS = 2;

	private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\s]{16,}+");

	private final List<SigningCertificate> certificates = new ArrayList<>();

	private final List<String> problems = new ArrayList<>();

	private final Set<Form> forms = EnumSet.noneOf(Form.class);

	private CertificateReader() {
	}

	/**
	 * Read a text.
	 * @param text the text
	 * @return the certificates and problems, both empty for a blank text
	 * @throws InvalidCertificateException if the text is too large or contains a private
	 * key
	 */
	static CertificateReader read(String text) {
		if (text.length() > MAX_LENGTH) {
			throw new InvalidCertificateException("The text is longer than 1 MiB");
		}
		CertificateReader reader = new CertificateReader();
		reader.readText(text, 0);
		return reader;
	}

	static SigningCertificate readOne(String text) {
		List<SigningCertificate> certificates = readAll(text).stream().distinct().toList();
		List<SigningCertificate> signers = new CertificateChain().split(certificates).signers();
		if (signers.size() > 1) {
			throw new InvalidCertificateException(
					"There are " + certificates.size() + " certificates in this text, and one is expected");
		}
		return signers.get(0);
	}

	static List<SigningCertificate> readAll(String text) {
		Assert.notNull(text, "'text' must not be null");
		CertificateReader reader = read(text);
		if (!reader.problems.isEmpty()) {
			throw new InvalidCertificateException(reader.problems.get(0));
		}
		if (reader.certificates.isEmpty()) {
			throw new InvalidCertificateException("The text is empty: a certificate is expected");
		}
		return reader.certificates();
	}

	/**
	 * Return the certificates, including certificates that Java cannot read.
	 * @return the certificates in their order
	 */
	List<SigningCertificate> certificates() {
		return List.copyOf(this.certificates);
	}

	/**
	 * Return the problems: content that is not a certificate, and unreadable
	 * certificates.
	 * @return sentences without a final period
	 */
	List<String> problems() {
		return this.problems;
	}

	Set<Form> forms() {
		return this.forms;
	}

	private void readText(String text, int wrappers) {
		List<PemText.Block> blocks = PemText.blocks(text);
		if (blocks.size() > MAX_CERTIFICATES) {
			throw tooMany();
		}
		int number = 0;
		for (PemText.Block block : blocks) {
			number++;
			if (block.hasArmour()) {
				this.forms.add(Form.PEM);
			}
			try {
				readBlock(block, wrappers);
			}
			catch (InvalidCertificateException ex) {
				boolean open = !block.closed() && isCutOff(ex);
				String message = (!open) ? ex.getMessage()
						: "The text ends before '-----END " + block.label() + "-----': it is cut off";
				this.problems.add((blocks.size() == 1) ? message
						: "Certificate " + number + " of " + blocks.size() + ": " + message);
			}
		}
	}

	private static boolean isCutOff(InvalidCertificateException failure) {
		String message = String.valueOf(failure.getMessage());
		return message.startsWith("The base64 is broken") || message.startsWith("The certificate is cut off");
	}

	private void readBlock(PemText.Block block, int wrappers) {
		byte[] bytes = block.decode();
		String text = (wrappers < MAX_WRAPPERS) ? wrappedText(bytes) : "";
		if (!text.isEmpty()) {
			this.forms.add(Form.BASE64_OF_TEXT);
			readText(text, wrappers + 1);
			return;
		}
		String problem = null;
		for (int offset = 0; offset < bytes.length || offset == 0;) {
			DerElement element = DerElement.certificate(bytes, offset);
			int end = (int) Math.min(element.end(), bytes.length);
			boolean last = end == bytes.length || !DerElement.isCertificate(bytes, end);
			SigningCertificate certificate = SigningCertificate
				.read(Arrays.copyOfRange(bytes, offset, (last) ? bytes.length : end));
			add(certificate);
			problem = (problem != null) ? problem : certificate.unreadableReason();
			offset = (last) ? bytes.length : end;
		}
		if (problem != null) {
			throw new InvalidCertificateException(problem);
		}
	}

	private void add(SigningCertificate certificate) {
		if (this.certificates.size() == MAX_CERTIFICATES) {
			throw tooMany();
		}
		this.certificates.add(certificate);
		if (this.certificates.size() > 1) {
			this.forms.add(Form.SEVERAL);
		}
	}

	private static InvalidCertificateException tooMany() {
		return new InvalidCertificateException(
				"There are more than " + MAX_CERTIFICATES + " certificates in this text");
	}

	private static String wrappedText(byte[] bytes) {
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		boolean wrapped = text.contains("-----BEGIN ") || BASE64.matcher(text).matches();
		return (wrapped) ? text : "";
	}

	/**
	 * Form of certificates other than base64.
	 */
	enum Form {

		/** PEM, with header and footer. */
		PEM,

		/** Base64 of text. */
		BASE64_OF_TEXT,

		/** Multiple certificates. */
		SEVERAL

	}

}
