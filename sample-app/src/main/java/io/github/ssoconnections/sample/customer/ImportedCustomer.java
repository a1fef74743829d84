// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.onboarding.CustomerOrganization;
import io.github.ssoconnections.onboarding.IdpSettings;
import io.github.ssoconnections.onboarding.OnboardingRequest;
import org.jspecify.annotations.Nullable;

/**
 * A customer of a file.
 *
 * @param line the line of the file
 * @param customer the name of the customer
 * @param domains the domains
 * @param request what a connection is created from, {@code null} if the row is invalid
 * @param problem why the row is invalid, {@code null} if it is valid
 */
record ImportedCustomer(int line, String customer, List<String> domains, @Nullable OnboardingRequest request,
		@Nullable String problem) {

	static final List<String> COLUMNS = List.of("customer", "domains", "metadata_url", "entity_id", "sso_url",
			"certificate", "issuer", "client_id", "client_secret", "organization_id", "organization_name",
			"organization_display_name", "clients", "connection_name");

	static final int MAX = 500;

	/**
	 * Read a file.
	 * @param file the file, whose first row names the columns
	 * @return the customers, also those whose rows are invalid
	 */
	static List<ImportedCustomer> read(byte[] file) {
		List<CsvReader.Row> rows = CsvReader.read(file);
		InvalidFormException.check(!rows.isEmpty(), "The file is empty.");
		List<String> columns = rows.get(0).cells().stream().map((name) -> name.toLowerCase(Locale.ROOT)).toList();
		for (String column : columns) {
			InvalidFormException.check(COLUMNS.contains(column),
					"There is no column '" + column + "': the columns are " + String.join(", ", COLUMNS) + ".");
		}
		InvalidFormException.check(columns.contains("customer") && columns.contains("domains"),
				"The columns customer and domains are required.");
		InvalidFormException.check(rows.size() > 1, "The file has no customers.");
		InvalidFormException.check(rows.size() <= MAX + 1, "A file may have " + MAX + " customers.");
		Map<String, Integer> lines = new HashMap<>();
		List<ImportedCustomer> customers = new ArrayList<>();
		for (CsvReader.Row row : rows.subList(1, rows.size())) {
			customers.add(read(row, columns).withoutKnownDomains(lines));
		}
		return customers;
	}

	private static ImportedCustomer read(CsvReader.Row row, List<String> columns) {
		Map<String, String> values = new HashMap<>();
		for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
			values.put(columns.get(i), row.cells().get(i));
		}
		String customer = values.getOrDefault("customer", "");
		List<String> domains = words(values.getOrDefault("domains", ""));
		try {
			InvalidFormException.check(row.cells().size() <= columns.size(), "The row has too many cells.");
			InvalidFormException.check(!customer.isEmpty(), "The name of the customer is missing.");
			InvalidFormException.check(!domains.isEmpty(), "The domains are missing.");
			OnboardingRequest request = new OnboardingRequest(customer, idp(values), domains, organization(values),
					words(values.getOrDefault("clients", "")), false, orNull(values, "connection_name"));
			return new ImportedCustomer(row.line(), customer, domains, request, null);
		}
		catch (IllegalArgumentException ex) {
			return new ImportedCustomer(row.line(), customer, domains, null, ex.getMessage());
		}
	}

	private static List<String> words(String text) {
		return Arrays.stream(text.split("[\\s,;]+")).filter((word) -> !word.isEmpty()).distinct().toList();
	}

	private static IdpSettings idp(Map<String, String> values) {
		List<String> kinds = Stream.of("metadata_url", "sso_url", "issuer")
			.filter((name) -> orNull(values, name) != null)
			.toList();
		InvalidFormException.check(kinds.size() == 1, "One of metadata_url, sso_url and issuer is required.");
		return switch (kinds.get(0)) {
			case "metadata_url" -> IdpSettings.metadataUrl(required(values, "metadata_url"));
			case "sso_url" -> IdpSettings.saml(required(values, "entity_id"), required(values, "sso_url"),
					required(values, "certificate"));
			default -> IdpSettings.oidc(required(values, "issuer"), required(values, "client_id"),
					Secret.ofNullable(orNull(values, "client_secret")));
		};
	}

	private static String required(Map<String, String> values, String name) {
		String value = values.getOrDefault(name, "");
		InvalidFormException.check(!value.isEmpty(), name + " is missing.");
		return value;
	}

	private static @Nullable CustomerOrganization organization(Map<String, String> values) {
		String id = orNull(values, "organization_id");
		String name = orNull(values, "organization_name");
		InvalidFormException.check(id == null || name == null,
				"Only one of organization_id and organization_name is possible.");
		if (id != null) {
			return CustomerOrganization.existing(id);
		}
		String displayName = orNull(values, "organization_display_name");
		return (name != null) ? CustomerOrganization.named(name,
				(displayName != null) ? displayName : values.getOrDefault("customer", name)) : null;
	}

	private static @Nullable String orNull(Map<String, String> values, String name) {
		String value = values.getOrDefault(name, "");
		return value.isEmpty() ? null : value;
	}

	// The index knows other connections, but not those that the file is about to create
	private ImportedCustomer withoutKnownDomains(Map<String, Integer> lines) {
		for (String domain : this.domains) {
			Integer before = lines.putIfAbsent(domain.toLowerCase(Locale.ROOT), this.line);
			if (before != null && this.problem == null) {
				return new ImportedCustomer(this.line, this.customer, this.domains, null,
						"The domain " + domain + " is in line " + before + ", too.");
			}
		}
		return this;
	}

}
