// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What the POMs say that are published, which the build has written by the time that the
 * last module is tested.
 */
class PublishedPomsTests {

	@ParameterizedTest
	@ValueSource(strings = { ".", "bom", "sandbox", "autoconfigure", "starter", "test" })
	void namesNoNetty(String module) throws IOException {
		assertThat(pom(module).replace("io.projectreactor.netty", "").replace("reactor-netty-http", ""))
			.doesNotContainIgnoringCase("netty");
	}

	@ParameterizedTest
	@ValueSource(strings = { ".", "sandbox", "autoconfigure", "starter", "test" })
	void keepsNothingThatIsForTheBuildAlone(String module) throws IOException {
		assertThat(pom(module)).doesNotContain("<parent>", "<properties>", "<dependencyManagement>", "<build>",
				"<scope>test</scope>");
	}

	private static String pom(String module) throws IOException {
		Path published = Path.of("..", module, ".flattened-pom.xml");
		// Where only this module and what it needs is built, these two are not
		assumeTrue(!module.equals("test") || Files.exists(published));
		Path pom = (module.equals("bom") && !Files.exists(published)) ? Path.of("..", module, "pom.xml") : published;
		return Files.readString(pom);
	}

}
