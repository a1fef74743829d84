// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.Collections;
import java.util.List;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.directory.ClerkDirectories;
import io.github.ssoconnections.clerk.directory.Directory;
import io.github.ssoconnections.clerk.directory.DirectoryPatch;
import io.github.ssoconnections.clerk.directory.GroupRoleMapping;
import io.github.ssoconnections.clerk.directory.GroupRoleMappings;
import io.github.ssoconnections.clerk.directory.NewDirectory;
import io.github.ssoconnections.clerk.directory.NewGroupRoleMapping;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.testing.Records;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Directories against the sandbox. For the HTTP requests see {@link OperationTests}.
 */
class ClerkDirectoryTests {

	private static final Sandbox sandbox = Sandbox.start();

	private final ClerkClient client = ClerkClient.create(WebClient.builder(),
			ClerkConnectionDetails.of(sandbox.clerkApiKey(), sandbox.clerkBaseUrl()));

	private final ClerkDirectories directories = ClerkDirectories.create(this.client);

	@AfterEach
	void reset() {
		sandbox.reset();
	}

	@AfterAll
	static void close() {
		sandbox.close();
	}

	private static <T> T result(Mono<T> mono) {
		return mono.block(Clerk.TIMEOUT);
	}

	private Directory created(NewGroupRoleMapping... mappings) {
		EnterpriseConnection connection = result(EnterpriseConnectionService.create(this.client)
			.create(new NewEnterpriseConnection().name("Acme")
				.provider(ConnectionProvider.SAML_OKTA)
				.domains("acme.example")));
		return result(this.directories.create(new NewDirectory().enterpriseConnectionId(connection.id())
			.name("Acme")
			.provider("okta")
			.groupRoleMappings(List.of(mappings))));
	}

	private static NewGroupRoleMapping mapping(String group, String role) {
		return new NewGroupRoleMapping().directoryGroupId(group).roleId(role);
	}

	@Test
	void showsKeyOnceAndNeverPrintsIt() {
		Directory created = created();
		assertThat(created.endpointUrl()).startsWith("https://");
		String key = created.apiKey().value();
		assertThat(key).isNotBlank();
		assertThat(created.toString()).doesNotContain(key);
		assertThat(WireJson.masked().writeValueAsString(created)).contains("\"api_key\":\"******\"");
		assertThat(result(this.directories.get(created.id())).apiKey()).isNull();
		assertThat(result(this.directories.listAll().collectList())).extracting(Directory::apiKey).containsOnlyNulls();
		Directory rotated = result(this.directories.rotateApiKey(created.id()));
		assertThat(rotated.apiKey()).isNotNull().isNotEqualTo(created.apiKey());
	}

	@Test
	void rotatesOnceWhenTheResponseIsLost() {
		Directory created = created();
		sandbox.faults().on("POST", "/v1/directories/*/rotate_api_key").times(1).afterCommit().status(504);
		StepVerifier.create(this.directories.rotateApiKey(created.id()))
			.expectErrorSatisfies(
					(failure) -> assertThat(failure).isInstanceOfSatisfying(SsoApiException.OutcomeUnknown.class,
							(unknown) -> assertThat(unknown.advice()).contains("rotate the API key once more")))
			.verify(Clerk.TIMEOUT);
		assertThat(sandbox.requests().stream().filter((request) -> request.url().endsWith("/rotate_api_key")))
			.hasSize(1);
	}

	@Test
	void updatesAndDeletes() {
		Directory created = created();
		Directory updated = result(this.directories.update(created.id(),
				new DirectoryPatch().enabled(false).attributeMapping(Collections.singletonMap("first_name", null))));
		assertThat(updated.enabled()).isFalse();
		assertThat(updated.attributeMapping()).containsKey("last_name").doesNotContainKey("first_name");
		assertThat(result(this.directories.get(created.id()))).isEqualTo(updated);
		assertThat(result(this.directories.delete(created.id())).deleted()).isTrue();
		StepVerifier.create(this.directories.get(created.id()))
			.expectError(SsoApiException.NotFound.class)
			.verify(Clerk.TIMEOUT);
	}

	@Test
	void mapsGroups() {
		String id = created(mapping("g1", "role_member")).id();
		GroupRoleMapping second = result(
				this.directories.createGroupRoleMapping(id, mapping("g2", "role_admin").precedence(7)));
		assertThat(second.precedence()).isEqualTo(7);
		assertThat(second.role().key()).isEqualTo("org:admin");
		assertThat(result(this.directories.listGroupRoleMappings(id)).data())
			.extracting(GroupRoleMapping::directoryGroupId)
			.containsExactly("g1", "g2");
		assertThat(result(this.directories.replaceGroupRoleMappings(id,
				new GroupRoleMappings().mappings(mapping("g2", "role_admin"), mapping("g1", "role_member"))))
			.data()).extracting(GroupRoleMapping::directoryGroupId).containsExactly("g2", "g1");
		String first = result(this.directories.listGroupRoleMappings(id)).data().get(0).id();
		assertThat(result(this.directories.deleteGroupRoleMapping(id, first)).deleted()).isTrue();
		assertThat(result(this.directories.replaceGroupRoleMappings(id, new GroupRoleMappings().mappings(List.of())))
			.data()).isEmpty();
	}

	@Test
	void reportsThatMappingIsNotEnabled() {
		StepVerifier.create(this.directories.createGroupRoleMapping(created().id(), mapping("g1", "role_admin")))
			.expectErrorSatisfies(
					(failure) -> assertThat(failure).isInstanceOfSatisfying(SsoApiException.Forbidden.class,
							(forbidden) -> assertThat(forbidden.code()).isEqualTo("feature_not_enabled")))
			.verify(Clerk.TIMEOUT);
	}

	@Test
	void rejectsWhatCannotBeSent() {
		assertThatIllegalArgumentException().isThrownBy(() -> new NewGroupRoleMapping().precedence(0));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new GroupRoleMappings().mappings(mapping("g1", "role_admin").precedence(1)))
			.withMessageStartingWith("'precedence' must not be set");
	}

	@ParameterizedTest
	@ValueSource(strings = { "..", "", "a/b" })
	void rejectsSecondId(String id) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.directories.deleteGroupRoleMapping("dir_1", id))
			.withMessageStartingWith("'id' must be");
	}

	@Test
	void readsEachFieldAndKeepsUnknownOnes() {
		for (Class<?> type : List.of(Directory.class, GroupRoleMapping.class, GroupRoleMapping.Role.class)) {
			Records.takesNothing(type);
			Records.readsEachField(type);
			Records.cannotBeChanged(WireJson.mapper()
				.readValue("{\"new\":{\"a\":1},\"attribute_mapping\":{},\"custom_attributes\":[]}", type));
		}
	}

}
