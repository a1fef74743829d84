// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.declarative;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.clerk.organization.OrganizationDomain;
import io.github.ssoconnections.declarative.CurrentConnection;
import io.github.ssoconnections.declarative.FieldPath;
import io.github.ssoconnections.declarative.Fields;
import io.github.ssoconnections.declarative.ReconciliationVendor.FurtherFields;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the attribute mapping, which the enterprise API does not return, and the verified
 * domains of each organization once.
 */
final class ClerkFurtherFields implements FurtherFields {

	private final ClerkAccount clerk;

	private final AtomicInteger requests = new AtomicInteger();

	private final Map<String, Mono<Set<String>>> verified = new ConcurrentHashMap<>();

	ClerkFurtherFields(ClerkAccount clerk) {
		this.clerk = clerk;
	}

	@Override
	public Mono<CurrentConnection> read(CurrentConnection current, @Nullable Map<String, @Nullable Object> declared) {
		EnterpriseConnection.Saml saml = ((EnterpriseConnection) current.connection()).saml();
		if (saml == null || saml.id() == null
				|| (declared != null && FieldPath.of(ClerkFields.SAML, ClerkFields.MAPPING).read(declared) == null)) {
			return Mono.just(current);
		}
		this.requests.incrementAndGet();
		return this.clerk.samlConnections().get(saml.id()).map((connection) -> {
			Map<String, @Nullable Object> fields = new LinkedHashMap<>(current.fields());
			Map<String, @Nullable Object> withMapping = Fields.object(fields, ClerkFields.SAML);
			withMapping.put(ClerkFields.MAPPING,
					(connection.attributeMapping() != null) ? Fields.of(connection.attributeMapping()) : Map.of());
			fields.put(ClerkFields.SAML, withMapping);
			return current.withFields(fields);
		})
			// Gone one day: then the mapping is not compared
			.onErrorReturn(
					(failure) -> failure instanceof SsoApiException.Gone || failure instanceof SsoApiException.NotFound,
					current);
	}

	@Override
	public Mono<Set<String>> findRemovedDomains(@Nullable CurrentConnection current,
			Map<String, @Nullable Object> declared) {
		boolean activates = Boolean.TRUE.equals(declared.get("active"))
				&& (current == null || !Boolean.TRUE.equals(current.fields().get("active")));
		Object organization = declared.get("organization_id");
		if (organization == null && current != null) {
			organization = current.fields().get("organization_id");
		}
		if (!activates || organization == null) {
			return Mono.just(Set.of());
		}
		Set<String> domains = lowerCase(
				(declared.get("domains") != null || current == null) ? declared.get("domains") : current.domains());
		return this.verified.computeIfAbsent(organization.toString(), this::verified).map((all) -> {
			Set<String> removed = new TreeSet<>(all);
			removed.retainAll(domains);
			return removed;
		});
	}

	private Mono<Set<String>> verified(String organization) {
		return Mono.defer(() -> {
			this.requests.incrementAndGet();
			return this.clerk.organizationDomains()
				.listAll(organization)
				.onErrorResume(SsoApiException.NotFound.class, (absent) -> Flux.empty())
				.filter(OrganizationDomain::isRemovedOnActivation)
				.map((domain) -> String.valueOf(domain.name()).toLowerCase(Locale.ROOT))
				.<Set<String>>collect(TreeSet::new, Set::add);
		}).cache();
	}

	@Override
	public int requests() {
		return this.requests.get();
	}

	static Set<String> lowerCase(@Nullable Object domains) {
		return (domains instanceof List<?> list) ? list.stream()
			.map((domain) -> String.valueOf(domain).toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet()) : Set.of();
	}

}
