// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.ssoconnections.Assert;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it is.
 *
 * @param id the vendor's id
 * @param name the name, empty if it could not be read
 * @param provider the kind of IdP as the vendor names it
 * @param domains the e-mail domains, {@code null} if they could not be read
 * @param fields the fields with the vendor's names in a request; secrets are masked
 * @param unreadable why fields could not be read, by the path of the field
 * @param connection the connection in the form of the vendor
 */
public record CurrentConnection(String id, String name, @Nullable String provider, @Nullable List<String> domains,
		@JsonIgnore Map<String, @Nullable Object> fields, Map<FieldPath, String> unreadable,
		@JsonIgnore Object connection) {

	public CurrentConnection {
		Assert.notNull(id, "'id' must not be null");
		Assert.notNull(name, "'name' must not be null");
		domains = (domains != null) ? List.copyOf(domains) : null;
		unreadable = Map.copyOf(unreadable);
	}

	/**
	 * Return a copy with further fields.
	 * @param fields all fields
	 * @return the copy
	 */
	public CurrentConnection withFields(Map<String, @Nullable Object> fields) {
		return new CurrentConnection(this.id, this.name, this.provider, this.domains, fields, this.unreadable,
				this.connection);
	}

	@Override
	public String toString() {
		return "CurrentConnection[id=" + this.id + ", name=" + this.name + "]";
	}

}
