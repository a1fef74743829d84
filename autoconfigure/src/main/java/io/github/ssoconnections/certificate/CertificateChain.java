// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Separates signing certificates from the certificates of their issuers, which are part
 * of a chain and which no IdP signs with.
 */
final class CertificateChain {

	/**
	 * Limit for many certificates with the same name, whose verification would take long.
	 */
	private static final int MAX_VERIFICATIONS = 100;

	private int verifications;

	/**
	 * Split the certificates of one element or text.
	 * @param certificates the certificates
	 * @return all certificates, in their order
	 */
	Parts split(List<SigningCertificate> certificates) {
		if (certificates.size() < 2) {
			return new Parts(certificates, List.of());
		}
		Map<Boolean, List<SigningCertificate>> parts = certificates.stream()
			.collect(Collectors
				.partitioningBy((one) -> certificates.stream().anyMatch((other) -> hasIssued(one, other))));
		return new Parts(parts.getOrDefault(false, List.of()), parts.getOrDefault(true, List.of()));
	}

	private boolean hasIssued(SigningCertificate one, SigningCertificate other) {
		X509Certificate issuer = one.x509();
		if (issuer == null || one.equals(other)) {
			return false;
		}
		X509Certificate issued = other.x509();
		if (issued == null) {
			return isNamedAsIssuer(one, other);
		}
		return issued.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
				&& !issued.getIssuerX500Principal().equals(issued.getSubjectX500Principal())
				&& hasSigned(issuer, issued);
	}

	// The signature of an unreadable certificate cannot be verified
	private static boolean isNamedAsIssuer(SigningCertificate issuer, SigningCertificate unreadable) {
		byte[] name = issuer.element().subject();
		byte[] named = unreadable.element().issuer();
		return named != null && named.length > 0 && Arrays.equals(named, name)
				&& !Arrays.equals(named, unreadable.element().subject());
	}

	private boolean hasSigned(X509Certificate issuer, X509Certificate issued) {
		if (++this.verifications > MAX_VERIFICATIONS) {
			return true;
		}
		try {
			issued.verify(issuer.getPublicKey());
			return true;
		}
		catch (NoSuchAlgorithmException ex) {
			return true;
		}
		catch (GeneralSecurityException | RuntimeException ex) {
			return false;
		}
	}

	/**
	 * Certificates of one element or text.
	 *
	 * @param signers the certificates that issued no other certificate
	 * @param issuers the certificates that issued another certificate
	 */
	record Parts(List<SigningCertificate> signers, List<SigningCertificate> issuers) {

	}

}
