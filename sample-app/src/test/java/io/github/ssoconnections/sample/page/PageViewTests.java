// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long views of pages take over 10,000 connections: figures for
 * {@code benchmarks/README.md}, in {@code target/page-views.md}.
 */
@Tag("soak")
@TestPropertySource(properties = "console.allowed-hosts=views.example")
@DirtiesContext
class PageViewTests extends AbstractConsoleTests {

	private static final int WARM_UP = 100;

	private static final int VIEWS = 200;

	@Test
	void writesHowLongViewsTake() throws IOException {
		vendor.seed("{\"clerk\": [" + IntStream.range(0, 10_000)
			.mapToObj((i) -> "{\"name\":\"Customer %05d\",\"provider\":\"saml_okta\",\"domains\":[\"c%d.example\"]}"
				.formatted(i, i))
			.collect(Collectors.joining(",")) + "]}");
		refresh();
		int before = vendor.requests().size();
		StringBuilder report = new StringBuilder("| Page | Median | Longest |\n|---|---|---|\n");
		for (String path : new String[] { "/", "/connections", "/connections?page=400", "/connections?size=100",
				"/connections?q=customer+0999&sort=domain", "/connections?state=attention" }) {
			IntStream.range(0, WARM_UP).forEach((i) -> view(path));
			long[] times = LongStream.range(0, VIEWS).map((i) -> view(path)).sorted().toArray();
			report.append(
					"| `%s` | %.1f ms | %.1f ms |%n".formatted(path, times[VIEWS / 2] / 1e6, times[VIEWS - 1] / 1e6));
		}
		Files.writeString(Path.of("target", "page-views.md"), report);
		assertThat(vendor.requests()).hasSize(before);
	}

	private long view(String path) {
		long start = System.nanoTime();
		get(path).expectStatus().isOk().expectBody(String.class).returnResult();
		return System.nanoTime() - start;
	}

}
