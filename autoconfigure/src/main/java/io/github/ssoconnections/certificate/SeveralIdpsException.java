// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.util.List;
import java.util.stream.Collectors;

import io.github.ssoconnections.Excerpt;

/**
 * Thrown for a document with multiple IdPs if no entity ID is given.
 */
public final class SeveralIdpsException extends InvalidMetadataException {

	private final List<String> entityIds;

	SeveralIdpsException(List<String> entityIds) {
		super("There are several IdPs in this metadata, and one must be chosen by its entity ID: " + listed(entityIds));
		this.entityIds = List.copyOf(entityIds);
	}

	/**
	 * Return the entity IDs in the document.
	 * @return the entity IDs of the IdPs, in their order
	 */
	public List<String> entityIds() {
		return this.entityIds;
	}

	static String listed(List<String> entityIds) {
		String first = entityIds.stream().limit(10).map(Excerpt::quoted).collect(Collectors.joining(", "));
		return (entityIds.size() <= 10) ? first : first + " and " + (entityIds.size() - 10) + " more";
	}

}
