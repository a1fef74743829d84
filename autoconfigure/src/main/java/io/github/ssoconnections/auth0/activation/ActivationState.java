// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.activation;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The plan of an activation, and what became of it, as one value in the metadata of the
 * connection: {@code v1 m=1 c=client+,client= o=organization}. An id with a plus was or
 * is about to be enabled by the activation, one with an equals sign was enabled before,
 * and one without is not enabled by it.
 *
 * @param clients the state of each client
 * @param organizations the state of each organization
 * @param assignMembershipOnLogin whether users become members
 */
record ActivationState(Map<String, Mark> clients, Map<String, Mark> organizations, boolean assignMembershipOnLogin) {

	static final int MAX_LENGTH = 255;

	private static final String ITEMS = "((?:[A-Za-z0-9_|-]+[+=]?)(?:,[A-Za-z0-9_|-]+[+=]?)*)";

	private static final Pattern FORMAT = Pattern.compile("v1 m=([01]) c=" + ITEMS + " o=" + ITEMS + "?");

	static ActivationState of(ActivationPlan plan) {
		return new ActivationState(planned(plan.clientIds()), planned(plan.organizationIds()),
				plan.assignMembershipOnLogin());
	}

	private static Map<String, Mark> planned(Collection<String> ids) {
		Map<String, Mark> marks = new LinkedHashMap<>();
		ids.forEach((id) -> marks.put(id, Mark.PLANNED));
		return marks;
	}

	static Optional<ActivationState> parse(@Nullable String text) {
		Matcher matcher = FORMAT.matcher((text != null) ? text : "");
		if (!matcher.matches()) {
			return Optional.empty();
		}
		return Optional
			.of(new ActivationState(marks(matcher.group(2)), marks(matcher.group(3)), matcher.group(1).equals("1")));
	}

	private static Map<String, Mark> marks(@Nullable String items) {
		Map<String, Mark> marks = new LinkedHashMap<>();
		if (items != null) {
			for (String item : items.split(",")) {
				Mark mark = Mark.of(item);
				marks.put(item.substring(0, item.length() - mark.suffix.length()), mark);
			}
		}
		return marks;
	}

	/**
	 * Return the greatest length of a plan, whatever becomes of it.
	 * @param clients the ids of the clients
	 * @param organizations the ids of the organizations
	 * @return the length with a mark for each id
	 */
	static int maxLength(List<String> clients, List<String> organizations) {
		return new ActivationState(planned(clients), planned(organizations), true).format().length() + clients.size()
				+ organizations.size();
	}

	ActivationPlan plan() {
		return new ActivationPlan(List.copyOf(this.clients.keySet()), List.copyOf(this.organizations.keySet()),
				this.assignMembershipOnLogin);
	}

	String format() {
		return "v1 m=" + (this.assignMembershipOnLogin ? 1 : 0) + " c=" + format(this.clients) + " o="
				+ format(this.organizations);
	}

	private static String format(Map<String, Mark> marks) {
		return marks.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + entry.getValue().suffix)
			.collect(Collectors.joining(","));
	}

	/**
	 * Return the state before the activation enables anything.
	 * @param enabledClients the clients that are enabled now
	 * @param enabledOrganizations the organizations that are enabled now
	 * @return the state, in which everything that the activation will enable is its own
	 */
	ActivationState decided(Collection<String> enabledClients, Collection<String> enabledOrganizations) {
		return new ActivationState(map(this.clients, (id, mark) -> mark.decided(enabledClients.contains(id))),
				map(this.organizations, (id, mark) -> mark.decided(enabledOrganizations.contains(id))),
				this.assignMembershipOnLogin);
	}

	/**
	 * Return the state after a deactivation.
	 * @return the state, in which nothing is enabled by the activation
	 */
	ActivationState undone() {
		return of(plan());
	}

	/**
	 * Return the state of another plan, with what was enabled already.
	 * @param plan the plan
	 * @return the state; empty if something was enabled that the plan does not have
	 */
	Optional<ActivationState> replan(ActivationPlan plan) {
		ActivationState next = of(plan);
		if (!next.clients.keySet().containsAll(own(this.clients))
				|| !next.organizations.keySet().containsAll(own(this.organizations))) {
			return Optional.empty();
		}
		return Optional.of(new ActivationState(map(next.clients, (id, mark) -> this.clients.getOrDefault(id, mark)),
				map(next.organizations, (id, mark) -> this.organizations.getOrDefault(id, mark)),
				plan.assignMembershipOnLogin()));
	}

	static List<String> own(Map<String, Mark> marks) {
		return marks.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() == Mark.OWN)
			.map(Map.Entry::getKey)
			.toList();
	}

	private static Map<String, Mark> map(Map<String, Mark> marks, BiFunction<String, Mark, Mark> mapper) {
		Map<String, Mark> mapped = new LinkedHashMap<>();
		marks.forEach((id, mark) -> mapped.put(id, mapper.apply(id, mark)));
		return mapped;
	}

	/**
	 * What became of an id.
	 */
	enum Mark {

		PLANNED(""), OWN("+"), BEFORE("=");

		private final String suffix;

		Mark(String suffix) {
			this.suffix = suffix;
		}

		static Mark of(String item) {
			return Arrays.stream(values())
				.filter((mark) -> !mark.suffix.isEmpty() && item.endsWith(mark.suffix))
				.findFirst()
				.orElse(PLANNED);
		}

		Mark decided(boolean enabled) {
			return (enabled && this != OWN) ? BEFORE : OWN;
		}

	}

}
