// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.ssoconnections.handover.CsvCell;
import io.github.ssoconnections.onboarding.Onboarding;
import io.github.ssoconnections.onboarding.Onboardings;
import io.github.ssoconnections.sample.web.Change;
import io.github.ssoconnections.sample.web.ChangeGuard;
import io.github.ssoconnections.sample.web.ChangesNothing;
import io.github.ssoconnections.sample.web.GuardsAccount;
import io.github.ssoconnections.sample.web.Redirects;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * Imports customers from a CSV: a dry run, the creation, a report.
 */
@Controller
class ImportPages {

	private static final String PAGE = "/customers/import/{id}";

	private static final String SECONDS = "2";

	private final CustomerImports imports;

	private final Onboardings onboardings;

	private final ChangeGuard guard;

	ImportPages(CustomerImports imports, Onboardings onboardings, ChangeGuard guard) {
		this.imports = imports;
		this.onboardings = onboardings;
		this.guard = guard;
	}

	@GetMapping(path = "/customers/import", produces = MediaType.TEXT_HTML_VALUE)
	Rendering start() {
		return page().build();
	}

	@ChangesNothing
	@PostMapping("/customers/import")
	Mono<Rendering> check(ServerWebExchange exchange) {
		return FormFields.read(exchange).map((fields) -> {
			try {
				Onboarding onboarding = this.onboardings.accounts()
					.stream()
					.filter((account) -> (account.vendor() + "/" + account.name()).equals(fields.get("account")))
					.findFirst()
					.map(this.onboardings::get)
					.orElseThrow(() -> new InvalidFormException("Choose an account."));
				byte[] file = fields.file();
				InvalidFormException.check(file != null, "Choose a file.");
				return Redirects.to(PAGE,
						this.imports.start(onboarding, ImportedCustomer.read((file != null) ? file : new byte[0]))
							.id());
			}
			catch (IllegalArgumentException ex) {
				return page().withInvalid(String.valueOf(ex.getMessage())).build();
			}
		});
	}

	@GetMapping(path = "/customers/import/{importId}", produces = MediaType.TEXT_HTML_VALUE)
	Rendering show(@PathVariable String importId) {
		CustomerImport customers = this.imports.get(importId);
		// The phase first: the results of a phase that has ended are complete
		CustomerImport.Phase phase = customers.phase();
		List<CustomerImport.Line> lines = customers.lines();
		Rendering.Builder<?> page = Rendering.view("customer-import-report")
			.modelAttribute("id", importId)
			.modelAttribute("account", customers.account())
			.modelAttribute("phase", phase.name())
			.modelAttribute("running", phase.isRunning())
			.modelAttribute("lines", lines)
			.modelAttribute("finished", lines.size() - CustomerImport.pending(lines))
			.modelAttribute("creatable", CustomerImport.creatable(lines))
			.modelAttribute("asksForName", this.guard.asksForName(customers.account()))
			.modelAttribute("readOnly", this.guard.isReadOnly(customers.account()));
		return (phase.isRunning() ? page.header("Refresh", SECONDS) : page).build();
	}

	@GuardsAccount
	@PostMapping("/customers/import/{importId}")
	Mono<Rendering> create(@PathVariable String importId, ServerWebExchange exchange) {
		CustomerImport customers = this.imports.get(importId);
		Change change = Change.of(exchange).begin(customers.account()).action("import");
		return FormFields.read(exchange).map((fields) -> {
			this.guard.requireName(customers.account(), Integer.toString(CustomerImport.creatable(customers.lines())),
					fields.get("confirmation"));
			change.outcome(customers.create() ? "begun" : "running");
			return Redirects.to(PAGE, importId);
		});
	}

	@GetMapping("/customers/import/{importId}/report.csv")
	ResponseEntity<byte[]> download(@PathVariable String importId) {
		CustomerImport customers = this.imports.get(importId);
		StringBuilder text = new StringBuilder("line,customer,domains,result,connection,message\r\n");
		for (CustomerImport.Line line : customers.lines()) {
			CustomerImport.Result result = line.result();
			text.append(line.customer().line()).append(',');
			text.append(cell(line.customer().customer())).append(',');
			text.append(cell(String.join(" ", line.customer().domains()))).append(',');
			text.append(cell(result.label())).append(',');
			text.append(cell((result.connectionId() != null) ? result.connectionId() : "")).append(',');
			text.append(cell(result.message())).append("\r\n");
		}
		return ResponseEntity.ok()
			.header("Content-Type", "text/csv;charset=UTF-8;header=present")
			.header("Content-Disposition", "attachment; filename=\"import-" + customers.id() + ".csv\"")
			.body(text.toString().getBytes(StandardCharsets.UTF_8));
	}

	static String cell(String value) {
		return CsvCell.of(value.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip());
	}

	private CustomerPage page() {
		return CustomerPage.of("customer-import", 0, null)
			.with("accounts", this.onboardings.accounts())
			.with("columns", String.join(",", ImportedCustomer.COLUMNS))
			.with("max", ImportedCustomer.MAX);
	}

}
