// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ServiceProvider;
import io.github.ssoconnections.clerk.ClerkLint;
import io.github.ssoconnections.clerk.ConnectionIdentity;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Plans what becomes of each connection of a snapshot.
 */
final class ConnectionPlanner {

	/** A connection with such a certificate does not work at Auth0 either. */
	private static final Set<String> NO_BLOCKER = Set.of(FindingCode.CERTIFICATE_EXPIRED.code(),
			FindingCode.CERTIFICATE_NOT_YET_VALID.code(), FindingCode.CERTIFICATE_EXPIRING.code());

	private final MigrationSnapshot snapshot;

	private final MigrationOptions options;

	private final IdpMetadataReader metadata;

	private final Auth0ServiceProvider serviceProvider;

	private final Clock clock;

	private final OrganizationMapper organizations;

	private final Map<String, Draft> drafts = new LinkedHashMap<>();

	private final Map<String, ConnectionIdentity> identities = new HashMap<>();

	private final Map<ConnectionIdentity, List<Draft>> sources = new HashMap<>();

	private final Map<ConnectionIdentity, List<EnterpriseConnection>> existing = new HashMap<>();

	ConnectionPlanner(MigrationSnapshot snapshot, MigrationOptions options, IdpMetadataReader metadata,
			Auth0ServiceProvider serviceProvider, Clock clock) {
		this.snapshot = snapshot;
		this.options = options;
		this.metadata = metadata;
		this.serviceProvider = serviceProvider;
		this.clock = clock;
		this.organizations = new OrganizationMapper(options.organizations(), options.scan());
		snapshot.connections().forEach(this::prepare);
		snapshot.existing()
			.forEach((connection) -> ConnectionIdentity.ofExisting(connection)
				.ifPresent((identity) -> this.existing.computeIfAbsent(identity, (key) -> new ArrayList<>())
					.add(connection)));
	}

	private void prepare(Auth0Connection source) {
		MigrationOverride override = MigrationSnapshot.find(this.options.overrides(), source);
		Draft draft = new Draft(source, (override != null) ? override : MigrationOverride.none());
		this.drafts.put(source.id(), draft);
		if (Strategies.unmappedReason(source) != null) {
			return;
		}
		CommonMapper.mapIdentity(draft);
		if (!draft.domains().isEmpty()) {
			try {
				ConnectionIdentity identity = ConnectionIdentity.of(draft.target().connection());
				this.identities.put(source.id(), identity);
				this.sources.computeIfAbsent(identity, (key) -> new ArrayList<>()).add(draft);
			}
			catch (IllegalArgumentException ex) {
				draft.blocked("options.domain_aliases", "domains", ex.getMessage() + ".");
			}
		}
	}

	Mono<PlannedConnection> plan(Auth0Connection source) {
		Draft draft = Objects.requireNonNull(this.drafts.get(source.id()));
		String unmapped = Strategies.unmappedReason(source);
		if (unmapped != null) {
			draft.notMapped("strategy", "provider", unmapped);
			return Mono
				.just(new PlannedConnection(draft.entry(MigrationStatus.NOT_MAPPED, null), draft.target(), null));
		}
		EnterpriseConnection found = find(draft);
		IdpMetadata idp = Strategies.isSaml(source) ? IdpMetadataReader.find(draft) : null;
		Mono<IdpMetadata> read = Mono.justOrEmpty(idp)
			.flatMap((one) -> isSameUrl(one, found) ? Mono.just(one) : this.metadata.read(one));
		return read.map((one) -> plan(draft, one, found))
			.switchIfEmpty(Mono.fromCallable(() -> plan(draft, null, found)));
	}

	private @Nullable EnterpriseConnection find(Draft draft) {
		ConnectionIdentity identity = this.identities.get(draft.source().id());
		if (identity == null) {
			return null;
		}
		String same = this.sources.getOrDefault(identity, List.of())
			.stream()
			.filter((other) -> other != draft)
			.map((other) -> other.source().name())
			.collect(Collectors.joining(", "));
		if (!same.isEmpty()) {
			draft.blocked("display_name", "name", "It would have the same name and domains as " + same
					+ ", and could not be told apart at Clerk: give another name.");
			return null;
		}
		List<EnterpriseConnection> found = this.existing.getOrDefault(identity, List.of());
		if (found.size() > 1) {
			draft.blocked("display_name", "name",
					found.size() + " connections with this name and these domains exist at Clerk: delete all but one.");
		}
		return (found.size() == 1) ? found.get(0) : null;
	}

	private PlannedConnection plan(Draft draft, @Nullable IdpMetadata idp, @Nullable EnterpriseConnection found) {
		Auth0Connection source = draft.source();
		this.organizations.map(draft);
		CommonMapper.mapRest(draft);
		if (source.options() == null) {
			draft.blocked("options", null,
					"Auth0 returned no options: the token needs the scope read:connections_options.");
		}
		else if (Strategies.isSaml(source)) {
			new SamlMapper(draft, idp, this.clock.instant()).map();
			new AttributeMapper(draft, this.options.customAttributes()).map();
		}
		else {
			new OidcMapper(draft, Objects.requireNonNull(source.strategy())).map();
		}
		if (found == null) {
			blockOthers(draft);
		}
		this.snapshot.nameProvisioning(draft);
		draft.nameTheRest();
		lint(draft);
		MigrationStatus status = (found != null) ? MigrationStatus.DONE
				: draft.isBlocked() ? MigrationStatus.BLOCKED : MigrationStatus.READY;
		MigrationEntry entry = draft.entry(status, before(source));
		TargetConnection target = draft.target();
		if (found == null) {
			return new PlannedConnection(entry, target, null);
		}
		return target.isOther(found) ? new PlannedConnection(entry.blocked(target.otherIdp(found)), target, null)
				: new PlannedConnection(entry.withTarget(ConnectionMover.of(target, found, false)), target, found);
	}

	private static boolean isSameUrl(IdpMetadata idp, @Nullable EnterpriseConnection found) {
		EnterpriseConnection.Saml saml = (found != null) ? found.saml() : null;
		return saml != null && idp.url() != null && idp.url().equals(saml.idpMetadataUrl());
	}

	// It may be the same one, renamed or with other domains since it was created
	private void blockOthers(Draft draft) {
		ConnectionIdentity identity = this.identities.get(draft.source().id());
		if (identity != null) {
			this.snapshot.existing()
				.stream()
				.filter((other) -> !draft.override().others().contains(other.id()))
				.forEach((other) -> ConnectionIdentity.ofExisting(other)
					.filter((one) -> !this.sources.containsKey(one))
					.ifPresent((one) -> blockOther(draft, identity, other, one)));
		}
	}

	private static void blockOther(Draft draft, ConnectionIdentity identity, EnterpriseConnection other,
			ConnectionIdentity its) {
		boolean sameName = its.name().equals(identity.name());
		if (sameName || !Collections.disjoint(its.domains(), identity.domains())) {
			draft.blocked(null, sameName ? "name" : "domains",
					"A connection at Clerk already has " + (sameName ? "this name: " : "one of these domains: ")
							+ Excerpt.quoted(other.name()) + ", " + other.id()
							+ ". If it is this one, give its name and domains. If it is another one, confirm it.");
		}
	}

	// What is missing is a blocker already
	private void lint(Draft draft) {
		if (draft.isBlocked()) {
			return;
		}
		List<Finding> findings = ClerkLint.check(draft.target().connection(), this.clock.instant());
		draft.find(findings);
		findings.stream()
			.filter((finding) -> finding.severity() == Severity.ERROR && !NO_BLOCKER.contains(finding.code()))
			.forEach((finding) -> draft.blocked(null, null, finding.message() + " " + finding.remedy()));
	}

	private @Nullable ServiceProviderDetails before(Auth0Connection source) {
		try {
			return this.serviceProvider.details(source);
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			// Without options, or with a custom domain and an unknown tenant
			return null;
		}
	}

}
