// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.sun.management.ThreadMXBean;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.lint.CertificateLint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Inputs that nobody has thought of: whatever they are, the readers end soon, take little
 * memory, and fail with nothing but their own exceptions. A seed makes the same inputs
 * again.
 */
class FuzzTests {

	private static final long SEED = 20261128;

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/** What the largest input may take, and a busy machine. */
	private static final long MAX_ALLOCATED = 64 * 1024 * 1024;

	private static final Duration MAX_TIME = Duration.ofSeconds(10);

	private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

	private int read;

	private int rejected;

	@Test
	@Timeout(120)
	void readersFailWithNothingButTheirOwnExceptions() {
		run(2000, Duration.ofMinutes(1));
		assertThat(this.read).isGreaterThan(300);
		assertThat(this.rejected).isGreaterThan(300);
	}

	@Test
	@Tag("soak")
	@Timeout(value = 5, unit = TimeUnit.MINUTES)
	void readersFailWithNothingButTheirOwnExceptionsForAMinute() {
		run(Integer.MAX_VALUE, Duration.ofMinutes(1));
		assertThat(this.read).isGreaterThan(5000);
		assertThat(this.rejected).isGreaterThan(5000);
	}

	private void run(int count, Duration time) {
		FuzzInputs inputs = new FuzzInputs();
		long end = System.nanoTime() + time.toNanos();
		for (long seed = SEED; seed < SEED + count && System.nanoTime() - end < 0; seed++) {
			byte[] input = inputs.next(seed);
			long allocated = THREADS.getCurrentThreadAllocatedBytes();
			long start = System.nanoTime();
			try {
				readAll(input);
			}
			catch (Throwable ex) {
				String shown = (input.length < 2000) ? HexFormat.of().formatHex(input) : input.length + " bytes";
				throw new AssertionError("Seed " + seed + ": " + shown, ex);
			}
			assertThat(Duration.ofNanos(System.nanoTime() - start)).as("Time of seed " + seed).isLessThan(MAX_TIME);
			assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocated).as("Memory of seed " + seed)
				.isLessThan(MAX_ALLOCATED);
		}
	}

	private void readAll(byte[] input) throws IOException {
		String text = new String(input, StandardCharsets.UTF_8);
		metadata(() -> SamlMetadata.parse(input));
		metadata(() -> SamlMetadata.parse(text));
		metadata(() -> SamlMetadata.parse(input, "https://idp.one.example"));
		metadata(() -> SamlMetadata.parseFederation(new ByteArrayInputStream(input), "https://idp.one.example"));
		certificates(() -> SigningCertificate.parseAll(text));
		certificates(() -> List.of(SigningCertificate.parse(text)));
		certificates(() -> List.of(SigningCertificate.of(input)));
		CertificateText lenient = CertificateText.read(text);
		lenient.certificates().forEach(FuzzTests::use);
		check(lenient.findings());
	}

	private void metadata(Reader<SamlMetadata> reader) throws IOException {
		try {
			SamlMetadata metadata = reader.read();
			this.read++;
			check(CertificateLint.check(metadata, NOW));
			metadata.signingCertificates().forEach((one) -> assertThat(one.isReadable()).isTrue());
			metadata.unreadableCertificates().forEach((one) -> assertThat(one.isReadable()).isFalse());
			metadata.signingCertificates().forEach(FuzzTests::use);
			metadata.unreadableCertificates().forEach(FuzzTests::use);
			if (metadata.validUntil() != null) {
				assertThat(metadata.validUntil().toEpochMilli()).isNotNull();
			}
		}
		catch (InvalidMetadataException ex) {
			rejected(ex);
		}
	}

	private void certificates(Reader<List<SigningCertificate>> reader) throws IOException {
		try {
			List<SigningCertificate> certificates = reader.read();
			assertThat(certificates).isNotEmpty().allMatch(SigningCertificate::isReadable);
			certificates.forEach(FuzzTests::use);
			check(CertificateLint.check(certificates, NOW));
		}
		catch (InvalidCertificateException ex) {
			rejected(ex);
		}
	}

	private void rejected(IllegalArgumentException failure) {
		this.rejected++;
		assertThat(failure.getMessage()).isNotBlank().hasSizeLessThan(1500).matches("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]*");
		assertThat(failure).hasNoCause();
	}

	private static void use(SigningCertificate certificate) {
		assertThat(certificate.toString()).isNotBlank();
		assertThat(certificate.sha256()).hasSize(64);
		assertThat(certificate.isReadable()).isEqualTo(certificate.unreadableReason() == null)
			.isEqualTo(certificate.subject() != null)
			.isEqualTo(certificate.notAfter() != null);
		assertThat(CertificateText.read(certificate.pem()).certificates()).contains(certificate);
		assertThat(certificate.serialNumber() + certificate.issuer() + certificate.keyAlgorithm()
				+ certificate.keySize() + certificate.signatureAlgorithm())
			.isNotNull();
	}

	private static void check(List<Finding> findings) {
		assertThat(findings).hasSizeLessThan(2000).allSatisfy((finding) -> {
			assertThat(finding.message()).isNotBlank()
				.hasSizeLessThan(1500)
				.matches("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]*");
			assertThat(finding.remedy()).isNotBlank();
		});
	}

	private interface Reader<T> {

		T read() throws IOException;

	}

}
