// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page of the documentation of which a test generates a part.
 */
public final class GeneratedPage {

	private GeneratedPage() {
	}

	/**
	 * Return the command that writes all pages.
	 */
	public static String updateCommand() {
		return "mvn -pl sample-app -am test -Dtest='*DocumentationTests' -Dupdate-docs=true "
				+ "-Dsurefire.failIfNoSpecifiedTests=false";
	}

	/**
	 * Check that the page is as it is generated, or write it, where that is asked for.
	 * @param page the page
	 * @param expected its whole text
	 */
	public static void checkOrUpdate(Path page, String expected) throws IOException {
		if (Boolean.getBoolean("update-docs")) {
			Files.writeString(page, expected);
			return;
		}
		assertThat(page).exists();
		assertThat(Files.readString(page))
			.as("%s is not up to date. Run:%n%n  %s%n%nand commit the result.", page.getFileName(), updateCommand())
			.isEqualTo(expected);
	}

}
