// SPDX-License-Identifier: Apache-2.0

package org.acme

import io.github.ssoconnections.SsoApiException
import io.github.ssoconnections.auth0.Auth0Connection
import io.github.ssoconnections.auth0.Auth0ConnectionQuery
import io.github.ssoconnections.auth0.Auth0ConnectionService
import io.github.ssoconnections.auth0.ConnectionStrategy
import io.github.ssoconnections.clerk.EnterpriseConnection
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch
import io.github.ssoconnections.clerk.EnterpriseConnectionService
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.mapNotNull
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactor.awaitSingle
import org.springframework.beans.factory.annotation.Qualifier
import org.springframework.stereotype.Service

// tag::kotlin-service[]
@Service
class Customers(
    private val clerk: EnterpriseConnectionService,
    private val auth0: Auth0ConnectionService,
) {

    suspend fun isActive(id: String): Boolean = try {
        clerk.get(id).awaitSingle().active() == true
    } catch (_: SsoApiException.NotFound) {
        false
    }

    suspend fun rename(id: String, name: String): EnterpriseConnection =
        clerk.update(id, EnterpriseConnectionPatch().name(name)).awaitSingle()

    fun samlConnections(): Flow<String> =
        auth0.listAll(Auth0ConnectionQuery().strategy(ConnectionStrategy.SAMLP))
            .asFlow()
            .mapNotNull(Auth0Connection::displayName)

}
// end::kotlin-service[]

// tag::kotlin-qualifier[]
@Service
class Regions(
    private val clerk: EnterpriseConnectionService,
    @param:Qualifier("europe") private val europe: EnterpriseConnectionService,
) {

    suspend fun count(): Long = clerk.listAll().count().awaitSingle() + europe.listAll().count().awaitSingle()

}
// end::kotlin-qualifier[]
