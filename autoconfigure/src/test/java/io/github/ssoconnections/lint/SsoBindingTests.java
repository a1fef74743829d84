// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.lint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import io.github.ssoconnections.certificate.Fixtures;
import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SsoBindingTests {

	private static final String SOAP = "urn:oasis:names:tc:SAML:2.0:bindings:SOAP";

	@Test
	void prefersRedirectAndReturnsTheBindingOfTheUrl() {
		SamlMetadata both = metadata(SamlMetadata.SsoUrl.HTTP_POST, SOAP, SamlMetadata.SsoUrl.HTTP_REDIRECT);
		assertThat(both.ssoBinding()).isEqualTo(SamlMetadata.SsoUrl.HTTP_REDIRECT);
		assertThat(both.ssoUrl()).isEqualTo("https://idp.example/2");
		SamlMetadata post = metadata(SOAP, SamlMetadata.SsoUrl.HTTP_POST);
		assertThat(post.ssoBinding()).isEqualTo(SamlMetadata.SsoUrl.HTTP_POST);
		assertThat(post.ssoUrl()).isEqualTo("https://idp.example/1");
	}

	@Test
	void returnsNoCertificatesWhereThereAreNone() {
		assertThat(metadata(SOAP).ssoBinding()).isNull();
		assertThat(metadata(SOAP).ssoUrl()).isNull();
		assertThat(metadata().ssoBinding()).isNull();
	}

	@Test
	void readsLargerDocumentsWhenTold() {
		String document = new String(Fixtures.metadata("bom-text.xml"), StandardCharsets.UTF_8)
			.concat(" ".repeat(1024 * 1024));
		assertThat(SamlMetadata.parse(document, DataSize.ofMegabytes(2)).ssoUrl()).isNotNull();
		assertThatExceptionOfType(InvalidMetadataException.class).isThrownBy(() -> SamlMetadata.parse(document))
			.withMessageStartingWith("The document is larger than 1 MiB");
		assertThatExceptionOfType(InvalidMetadataException.class)
			.isThrownBy(() -> SamlMetadata.parse(document + document, DataSize.ofMegabytes(2)))
			.withMessageStartingWith("The document is larger than 2 MiB");
	}

	private static SamlMetadata metadata(String... bindings) {
		List<SamlMetadata.SsoUrl> urls = IntStream.range(0, bindings.length)
			.mapToObj((i) -> new SamlMetadata.SsoUrl(bindings[i], "https://idp.example/" + i))
			.toList();
		return new SamlMetadata("urn:idp", urls, List.of(), List.of(), null, null, null);
	}

}
