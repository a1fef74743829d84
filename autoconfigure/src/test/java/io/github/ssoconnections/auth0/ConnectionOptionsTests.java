// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.client.WireJson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Options as they come, and as they go back.
 */
class ConnectionOptionsTests {

	private static final String WIRE = """
			{"z":1,"signInEndpoint":"https://idp/sso","a":{"y":null,"x":[1.10,1e3,{"k":"v","b":null}]},\
			"big":123456789012345678901234567890,"client_secret":"secret-1","non_persistent_attrs":null,\
			"signing_key":{"cert":"secret-2","key":"secret-3"},"decryptionKey":"secret-4",\
			"gateway_authentication":{"method":"bearer","secret":"secret-5"},"configuration":{"dsn":"secret-6"},\
			"admin_access_token":"secret-7","admin_refresh_token":"secret-8","idpinitiated":{"enabled":true,"new":1.0}}""";

	private final ConnectionOptions options = WireJson.mapper().readValue(WIRE, ConnectionOptions.class);

	@Test
	void writesWhatCameByteByByte() {
		String expected = WIRE.replace("1e3", "1E+3");
		assertThat(WireJson.mapper().writeValueAsString(this.options)).isEqualTo(expected);
		assertThat(WireJson.mapper().writeValueAsString(this.options.as(SamlpOptions::new))).isEqualTo(expected);
		assertThat(WireJson.mapper().writeValueAsString(this.options.as(OtherOptions::new))).isEqualTo(expected);
	}

	@Test
	void showsNoSecret() {
		assertThat(WireJson.masked().writeValueAsString(this.options)).doesNotContain("secret-")
			.contains("\"method\":\"bearer\"");
		assertThat(WireJson.masked().writeValueAsString(this.options.as(SamlpOptions::new))).doesNotContain("secret-");
		assertThat(this.options).hasToString("[z, signInEndpoint, a, big, client_secret, non_persistent_attrs, "
				+ "signing_key, decryptionKey, gateway_authentication, configuration, admin_access_token, "
				+ "admin_refresh_token, idpinitiated]");
		assertThat(this.options.as(SamlpOptions::new).toString()).doesNotContain("secret-", "https://idp/sso");
	}

	@Test
	void areReadByType() {
		SamlpOptions samlp = this.options.as(SamlpOptions::new);
		assertThat(samlp.signInEndpoint()).isEqualTo("https://idp/sso");
		assertThat(samlp.signingKey().key()).isEqualTo(Secret.of("secret-3"));
		assertThat(samlp.signingKey().cert()).isEqualTo("secret-2");
		assertThat(samlp.decryptionKey().key()).isEqualTo(Secret.of("secret-4"));
		assertThat(samlp.idpinitiated().enabled()).isTrue();
		assertThat(samlp.idpinitiated().fields()).containsEntry("new", new BigDecimal("1.0"));
		assertThat(samlp.debug()).isNull();
		assertThat(this.options.as(OidcOptions::new).clientSecret()).isEqualTo(Secret.of("secret-1"));
	}

	@Test
	void areNullWhereTheTypeIsAnother() {
		ConnectionOptions odd = ConnectionOptions.of(Map.of("signInEndpoint", 1, "entityId", List.of("x"), "debug",
				"yes", "domain_aliases", "a", "fieldsMap", List.of(), "idpinitiated", true, "client_secret", 7));
		SamlpOptions samlp = odd.as(SamlpOptions::new);
		// Nothing is lost by reading a number as text, and a text as a list of one
		assertThat(samlp.signInEndpoint()).isEqualTo("1");
		assertThat(samlp.domainAliases()).containsExactly("a");
		assertThat(samlp.entityId()).isNull();
		assertThat(samlp.debug()).isNull();
		assertThat(samlp.fieldsMap()).isNull();
		assertThat(samlp.idpinitiated()).isNull();
		assertThat(odd.as(OidcOptions::new).clientSecret()).isNull();
		assertThat(samlp.fields()).containsEntry("signInEndpoint", 1);
	}

	@Test
	@SuppressWarnings("unchecked")
	void cannotBeChanged() {
		Map<String, Object> inner = (Map<String, Object>) this.options.get("a");
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> this.options.put("a", 1));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> inner.put("a", 1));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> ((List<Object>) inner.get("x")).add(1));
	}

	@Test
	void areChangedInACopy() {
		SamlpOptions samlp = this.options.as(SamlpOptions::new).signInEndpoint("https://new").unset("a").debug(null);
		assertThat(samlp.signInEndpoint()).isEqualTo("https://new");
		assertThat(samlp.fields()).doesNotContainKey("a").containsEntry("debug", null);
		assertThat(this.options).containsEntry("signInEndpoint", "https://idp/sso").containsKey("a");
	}

	@Test
	void fetchAttributesOfEntraByName() {
		WaadOptions waad = new WaadOptions().ext("groups", true).ext("admin", null);
		assertThat(waad.ext("groups")).isTrue();
		assertThat(waad.ext("profile")).isNull();
		assertThat(WireJson.mapper().writeValueAsString(waad)).isEqualTo("{\"ext_groups\":true,\"ext_admin\":null}");
		assertThatIllegalArgumentException().isThrownBy(() -> waad.ext("a b", true));
	}

}
