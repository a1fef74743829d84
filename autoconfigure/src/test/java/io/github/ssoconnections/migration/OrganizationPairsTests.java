// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link OrganizationPairs}.
 */
class OrganizationPairsTests {

	private static OrganizationPairs read(String csv) {
		return OrganizationPairs.read(new StringReader(csv));
	}

	@Test
	void readsPairsOfConnections() {
		OrganizationPairs pairs = read("""
				\uFEFFconnection,clerk_organization
				acme-saml, org_acme

				"con_2","org_labs"
				con_3,-
				""".replace("\n", "\r\n"));
		assertThat(pairs.ofConnection("con_1", "acme-saml")).containsExactly("org_acme");
		assertThat(pairs.ofConnection("con_2", "labs")).containsExactly("org_labs");
		assertThat(pairs.ofConnection("con_3", "none")).containsExactly(OrganizationPairs.NO_ORGANIZATION);
		assertThat(pairs.ofConnection("con_4", "other")).isEmpty();
		assertThat(pairs.connections()).containsExactly("acme-saml", "con_2", "con_3");
	}

	@Test
	void readsPairsOfOrganizations() {
		OrganizationPairs pairs = read("organization,clerk_organization\norg_1,org_acme")
			.and(read("connection,clerk_organization\nacme-saml,org_labs"));
		assertThat(pairs.ofOrganization(new ScannedOrganization("org_1", null, null))).containsExactly("org_acme");
		assertThat(pairs.ofConnection("con_1", "acme-saml")).containsExactly("org_labs");
		assertThat(pairs).hasToString("OrganizationPairs[connections=1, organizations=1]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "null", textBlock = """
			''|line 1: the header is missing
			acme,org_1|line 1: the header must be 'connection,clerk_organization' or 'organization,clerk_organization'
			connection;clerk_organization|line 1: there must be two cells, separated by a comma
			connection,clerk_organization#a,org_1,x|line 2: there must be two cells, separated by a comma
			connection,clerk_organization#a,org_1#,org_2|line 3: '' is no id or name at Auth0
			connection,clerk_organization#a/b,org_1|line 2: 'a/b' is no id or name at Auth0
			connection,clerk_organization#a,|line 2: '' is no id at Clerk: write '-' for no organization
			connection,clerk_organization#a,org 1|line 2: 'org 1' is no id at Clerk: write '-' for no organization
			organization,clerk_organization#a,-|line 2: '-' is no id at Clerk
			connection,clerk_organization##a,org_1#a,org_1|line 4: 'a' is already in line 3
			""")
	void rejectsInvalidLinesByTheirNumber(String csv, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> read(csv.replace('#', '\n'))).withMessage(message);
	}

	@Test
	void rejectsLongTexts() {
		Reader endless = new Reader() {

			@Override
			public int read(char[] buffer, int offset, int length) {
				return length;
			}

			@Override
			public void close() {
			}

		};
		assertThatIllegalArgumentException().isThrownBy(() -> OrganizationPairs.read(endless))
			.withMessage("The text must not have more than 1000000 characters");
		Reader broken = new Reader() {

			@Override
			public int read(char[] buffer, int offset, int length) throws IOException {
				throw new IOException("broken");
			}

			@Override
			public void close() {
			}

		};
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> OrganizationPairs.read(broken));
	}

	@Test
	void rejectsInvalidAndDuplicatePairs() {
		OrganizationPairs pairs = OrganizationPairs.none().withConnection("a", "org_1").withOrganization("b", "org_1");
		assertThatIllegalArgumentException().isThrownBy(() -> pairs.withConnection("a", "org_2"))
			.withMessage("There is a pair for 'a' already");
		assertThatIllegalArgumentException().isThrownBy(() -> pairs.withOrganization("b", "org_2"));
		assertThatIllegalArgumentException().isThrownBy(() -> pairs.and(pairs));
		assertThatIllegalArgumentException().isThrownBy(() -> pairs.withConnection("a b", "org_1"));
		assertThatIllegalArgumentException().isThrownBy(() -> pairs.withConnection("c", "../users"));
		assertThatIllegalArgumentException().isThrownBy(() -> pairs.withOrganization("c", "-"));
	}

}
