// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

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
 * Options in responses and requests.
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
	void writesReceivedOptionsByteByByte() {
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
		assertThat(samlp.get(SamlpOptions.SIGN_IN_ENDPOINT)).isEqualTo("https://idp/sso");
		assertThat(samlp.get(SamlpOptions.SIGNING_KEY).get(KeyPair.KEY)).isEqualTo(Secret.of("secret-3"));
		assertThat(samlp.get(SamlpOptions.SIGNING_KEY).get(KeyPair.CERT)).isEqualTo("secret-2");
		assertThat(samlp.get(SamlpOptions.DECRYPTION_KEY).get(KeyPair.KEY)).isEqualTo(Secret.of("secret-4"));
		assertThat(samlp.get(SamlpOptions.IDP_INITIATED).get(IdpInitiated.ENABLED)).isTrue();
		assertThat(samlp.get(SamlpOptions.IDP_INITIATED).fields()).containsEntry("new", new BigDecimal("1.0"));
		assertThat(samlp.get(SamlpOptions.DEBUG)).isNull();
		assertThat(this.options.get(OidcOptions.CLIENT_SECRET)).isEqualTo(Secret.of("secret-1"));
	}

	@Test
	void areNullWhereTheTypeIsAnother() {
		ConnectionOptions odd = ConnectionOptions.of(Map.of("signInEndpoint", 1, "entityId", List.of("x"), "debug",
				"yes", "domain_aliases", "a", "fieldsMap", List.of(), "idpinitiated", true, "client_secret", 7));
		SamlpOptions samlp = odd.as(SamlpOptions::new);
		// A number is read as text, and a text as a list of one
		assertThat(samlp.get(SamlpOptions.SIGN_IN_ENDPOINT)).isEqualTo("1");
		assertThat(samlp.get(SamlpOptions.DOMAIN_ALIASES)).containsExactly("a");
		assertThat(samlp.get(SamlpOptions.ENTITY_ID)).isNull();
		assertThat(samlp.get(SamlpOptions.DEBUG)).isNull();
		assertThat(samlp.get(SamlpOptions.FIELDS_MAP)).isNull();
		assertThat(samlp.get(SamlpOptions.IDP_INITIATED)).isNull();
		assertThat(odd.get(OidcOptions.CLIENT_SECRET)).isNull();
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
	void areReadWithoutACopy() {
		assertThat(this.options.get(SamlpOptions.SIGN_IN_ENDPOINT)).isEqualTo("https://idp/sso");
		assertThat(this.options.get(SamlpOptions.IDP_INITIATED).get(IdpInitiated.ENABLED)).isTrue();
		assertThat(this.options.get(SamlpOptions.DECRYPTION_KEY).get(KeyPair.KEY)).isEqualTo(Secret.of("secret-4"));
		assertThat(this.options.get(SamlpOptions.NON_PERSISTENT_ATTRS)).isNull();
		assertThat(this.options.get(SamlpOptions.DEBUG)).isNull();
	}

	@Test
	void areRemovedByOption() {
		SamlpOptions samlp = new SamlpOptions().set(SamlpOptions.DEBUG, true).unset(SamlpOptions.DEBUG);
		assertThat(samlp.fields()).isEmpty();
		assertThat(SamlpOptions.DEBUG).hasToString("debug");
	}

	@Test
	void areChangedInACopy() {
		SamlpOptions samlp = this.options.as(SamlpOptions::new)
			.set(SamlpOptions.SIGN_IN_ENDPOINT, "https://new")
			.unset("a")
			.set(SamlpOptions.DEBUG, null);
		assertThat(samlp.get(SamlpOptions.SIGN_IN_ENDPOINT)).isEqualTo("https://new");
		assertThat(samlp.fields()).doesNotContainKey("a").containsEntry("debug", null);
		assertThat(this.options).containsEntry("signInEndpoint", "https://idp/sso").containsKey("a");
	}

	@Test
	void fetchAttributesOfEntraByName() {
		WaadOptions waad = new WaadOptions().set(WaadOptions.ext("groups"), true).set(WaadOptions.ext("admin"), null);
		assertThat(waad.get(WaadOptions.ext("groups"))).isTrue();
		assertThat(waad.get(WaadOptions.ext("profile"))).isNull();
		assertThat(WireJson.mapper().writeValueAsString(waad)).isEqualTo("{\"ext_groups\":true,\"ext_admin\":null}");
		assertThatIllegalArgumentException().isThrownBy(() -> WaadOptions.ext("a b"));
	}

}
