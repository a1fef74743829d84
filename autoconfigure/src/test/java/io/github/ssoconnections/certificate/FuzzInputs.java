// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes inputs of documents and certificates that are there: cuts, doubles and mixes
 * them, and puts into them what means something to a reader.
 */
final class FuzzInputs {

	private static final List<String> TOKENS = List.of("<", ">", "/>", "</", "<!--", "-->", "<![CDATA[", "]]>", "<?",
			"?>", "<!DOCTYPE a>", "<!doctype", "&amp;", "&#0;", "&#x41;", "&a;", "\"", "'", "=", " xmlns='a'",
			" xmlns:b='b'", " a='b'", "<?xml version='1.0'?>", "<?xml version='1.1' encoding='IBM037'?>",
			" encoding='latin1'", "\uFEFF", "\u200B", "\u00A0", "\u202E", "\u0000", "\r\n", "\t", "ü", "\uD83D\uDD11",
			"\uD83D", "<md:IDPSSODescriptor>", "</md:IDPSSODescriptor>", "<md:KeyDescriptor use='Encryption '>",
			"<ds:X509Certificate>", "</ds:X509Certificate>", "<ds:X509Data>", "validUntil='+999999999-12-31T23:59:59Z'",
			" cacheDuration='P999999999Y'", "WantAuthnRequestsSigned='TRUE'", "entityID='https://idp.one.example'",
			"-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----", "-----BEGIN PRIVATE KEY-----",
			"-----BEGIN PKCS7-----", "\u2014BEGIN X509 CERTIFICATE\u2014", "\\n", "MIIB", "MAA=", "MIID//////8=",
			"====", "{\"a\":1}");

	private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_8,
			StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1,
			Charset.forName("windows-1252"), Charset.forName("UTF-32"), Charset.forName("IBM037"));

	private final List<byte[]> documents = new ArrayList<>();

	private final List<byte[]> certificates = new ArrayList<>();

	FuzzInputs() {
		Stream
			.of("okta", "adfs", "shibboleth", "ping", "federation", "chain", "field/two-pem-in-element",
					"field/inner-armour", "field/empty-issuer-dn", "field/iso-8859-1", "field/base64-of-pem")
			.forEach((name) -> this.documents.add(Fixtures.metadata(name + ".xml")));
		Stream
			.of("rsa-2048", "ec-256", "ed25519", "dsa-2048", "rsa-pss", "issued", "ca", "container", "request",
					"public-key", "trusted", "empty-issuer", "chain-explicit")
			.forEach((name) -> this.certificates.add(Fixtures.read("certificates/" + name + ".pem")));
	}

	/**
	 * Return the input of a seed.
	 */
	byte[] next(long seed) {
		Random random = new Random(seed);
		boolean document = random.nextInt(5) < 3;
		byte[] input = pick((document) ? this.documents : this.certificates, random);
		if (!document && random.nextBoolean()) {
			input = wrap(input, random);
		}
		int changes = random.nextInt(6);
		for (int i = 0; i < changes; i++) {
			input = change(input, random);
		}
		if (random.nextInt(8) == 0) {
			Charset charset = pick(CHARSETS, random);
			input = new String(input, StandardCharsets.UTF_8).getBytes(charset);
		}
		return input;
	}

	// In base64, of PEM or of its bytes, or in the middle of a document
	private byte[] wrap(byte[] pem, Random random) {
		String digits = new String(pem, StandardCharsets.US_ASCII).replaceAll("-----[A-Z0-9 ]+-----|\\s", "");
		return switch (random.nextInt(4)) {
			case 0 -> Base64.getMimeEncoder().encode(pem);
			case 1 -> damaged(Base64.getMimeDecoder().decode(digits), random);
			case 2 -> Base64.getEncoder().encode(damaged(Base64.getMimeDecoder().decode(digits), random));
			default -> {
				byte[] host = pick(this.documents, random);
				String text = new String(host, StandardCharsets.UTF_8);
				String inserted = text.replaceFirst("(<[a-z0-9]*:?X509Certificate>)[^<]*", "$1"
						+ Base64.getEncoder().encodeToString(damaged(Base64.getMimeDecoder().decode(digits), random)));
				yield inserted.getBytes(StandardCharsets.UTF_8);
			}
		};
	}

	private static byte[] damaged(byte[] bytes, Random random) {
		byte[] damaged = bytes.clone();
		for (int i = random.nextInt(4); i > 0; i--) {
			damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
		}
		return damaged;
	}

	private byte[] change(byte[] input, Random random) {
		int at = random.nextInt(input.length + 1);
		int to = at + random.nextInt(Math.min(400, input.length - at + 1));
		return switch (random.nextInt(8)) {
			case 0 -> joined(Arrays.copyOf(input, at), Arrays.copyOfRange(input, to, input.length));
			case 1 -> joined(Arrays.copyOf(input, to), Arrays.copyOfRange(input, at, input.length));
			case 2 -> (random.nextInt(4) == 0) ? Arrays.copyOf(input, at) : input;
			case 3 -> {
				byte[] damaged = (input.length > 0) ? damaged(input, random) : input;
				yield damaged;
			}
			case 4 -> joined(Arrays.copyOf(input, at),
					pick((random.nextBoolean()) ? this.documents : this.certificates, random),
					Arrays.copyOfRange(input, at, input.length));
			case 5 -> {
				String many = pick(TOKENS, random).repeat(1 << random.nextInt(15));
				byte[] inserted = many.substring(0, Math.min(many.length(), 200_000)).getBytes(StandardCharsets.UTF_8);
				yield joined(Arrays.copyOf(input, at), inserted, Arrays.copyOfRange(input, at, input.length));
			}
			default -> joined(Arrays.copyOf(input, at), pick(TOKENS, random).getBytes(StandardCharsets.UTF_8),
					Arrays.copyOfRange(input, at, input.length));
		};
	}

	private static byte[] joined(byte[]... parts) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			bytes.writeBytes(part);
		}
		return bytes.toByteArray();
	}

	private static <T> T pick(List<T> all, Random random) {
		return all.get(random.nextInt(all.size()));
	}

}
