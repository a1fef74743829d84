// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.ssoconnections.account.Account;

/**
 * How the connections of an account differ from what is declared. Contains no secret. As
 * JSON it has everything that it shows, and cannot be read back: a plan is applied by the
 * process that made it.
 *
 * @param account the account
 * @param apiHost the host of the vendor's API
 * @param createdAt the time before the connections were read
 * @param connections the declared connections, those without a difference included, and
 * the connections to be deleted
 * @param problems declared connections that are not touched, and why
 * @param undeclared the connections that are not declared, and that are left as they are
 * @param notes what else is to be said, such as a deletion that has nothing to delete
 * @param furtherCalls the number of requests besides those that list all connections
 */
public record ConnectionPlan(Account account, String apiHost, Instant createdAt, List<PlannedConnection> connections,
		List<PlanProblem> problems, List<CurrentConnection> undeclared, List<String> notes, int furtherCalls) {

	public ConnectionPlan {
		connections = List.copyOf(connections);
		problems = List.copyOf(problems);
		undeclared = List.copyOf(undeclared);
		notes = List.copyOf(notes);
	}

	/**
	 * Return whether everything is as declared: there is nothing to create, to change or
	 * to delete, and no problem. Connections that are not declared do not count.
	 * @return whether there is no difference
	 */
	@JsonIgnore
	public boolean isEmpty() {
		return this.problems.isEmpty() && changes().isEmpty();
	}

	/**
	 * Return the connections that are created, changed or deleted.
	 * @return the connections
	 */
	@JsonIgnore
	public List<PlannedConnection> changes() {
		return this.connections.stream().filter((planned) -> planned.action() != PlanAction.NONE).toList();
	}

	/**
	 * Return the number of connections with an action.
	 * @param action the action
	 * @return the number
	 */
	public long count(PlanAction action) {
		return this.connections.stream().filter((planned) -> planned.action() == action).count();
	}

	/**
	 * Return the plan as Markdown, such as for a comment on a pull request. All texts of
	 * the vendor are escaped, and have no invisible characters.
	 * @return the Markdown
	 */
	public String toMarkdown() {
		return new PlanMarkdown(this).toString();
	}

	/**
	 * Return the plan as plain text, such as for a terminal. All texts of the vendor are
	 * on one line, and have no control or invisible characters.
	 * @return the text
	 */
	public String toText() {
		return new PlanText(this).toString();
	}

}
