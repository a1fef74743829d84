// SPDX-License-Identifier: Apache-2.0

package org.acme

import io.github.ssoconnections.clerk.ConnectionProvider
import io.github.ssoconnections.clerk.EnterpriseConnectionService
import io.github.ssoconnections.clerk.NewEnterpriseConnection
import io.github.ssoconnections.sandbox.Sandbox
import io.github.ssoconnections.test.autoconfigure.SsoConnectionsTest
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.context.annotation.Import
import org.springframework.test.context.TestPropertySource
import java.time.Duration

// tag::kotlin-test[]
@SsoConnectionsTest
@Import(Customers::class)
class CustomersTests(
    @param:Autowired private val customers: Customers,
    @param:Autowired private val connections: EnterpriseConnectionService,
    @param:Autowired private val sandbox: Sandbox,
) {

    @Test
    fun `renames a connection and nothing else`() {
        val id = connections.create(
            NewEnterpriseConnection().name("Acme").provider(ConnectionProvider.SAML_OKTA).domains("acme.example"),
        ).block(Duration.ofSeconds(30))!!.id()
        val renamed = runBlocking { customers.rename(id, "Acme Inc.") }
        assertThat(renamed.name()).isEqualTo("Acme Inc.")
        assertThat(renamed.domains()).containsExactly("acme.example")
    }

    @Test
    fun `a connection that is absent is not active`() {
        assertThat(runBlocking { customers.isActive("ent_unknown") }).isFalse()
        assertThat(runBlocking { customers.samlConnections().toList() }).isEmpty()
        assertThat(sandbox.requests()).hasSize(2)
    }

}
// end::kotlin-test[]

@SsoConnectionsTest
@Import(Regions::class)
@TestPropertySource(properties = ["sso-connections.clerk.api-key=", "sso-connections.clerk.accounts.europe.api-key="])
class RegionsTests(@param:Autowired private val regions: Regions) {

    @Test
    fun `counts the connections of both accounts`() {
        assertThat(runBlocking { regions.count() }).isZero()
    }

}
