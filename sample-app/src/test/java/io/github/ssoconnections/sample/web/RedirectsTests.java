// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.reactive.result.view.RedirectView;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RedirectsTests {

	@Test
	void encodesValuesIntoTheirSegment() {
		assertThat(target("/connections/{vendor}/{id}", "clerk", "a/../b?c#d\r\nX: y"))
			.isEqualTo("/connections/clerk/a%2F..%2Fb%3Fc%23d%0D%0AX%3A%20y");
		assertThat(target("/")).isEqualTo("/");
		assertThat(target("/{name}", "//evil.example")).isEqualTo("/%2F%2Fevil.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "https://evil.example", "/\\evil.example", "evil", "", "/a\r\nX: y",
			"/a?b", "javascript:alert(1)", "/\t/evil.example", "/.//evil.example" })
	void rejectsOtherPlaces(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> Redirects.to(path));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", ".." })
	void rejectsValuesThatLeaveTheirSegment(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> Redirects.to("/{a}/evil.example", value));
	}

	@Test
	void saysWhatWasDone() {
		RedirectView view = (RedirectView) Redirects.done("renamed", "/a/{id}", "b c").view();
		assertThat(view.getUrl()).isEqualTo("/a/b%20c?done=renamed");
		assertThatIllegalArgumentException().isThrownBy(() -> Redirects.done("a&b=c", "/a"));
		assertThatIllegalArgumentException().isThrownBy(() -> Redirects.done("renamed", "//evil.example"));
	}

	private static String target(String path, Object... variables) {
		Object view = Redirects.to(path, variables).view();
		assertThat(view).isInstanceOf(RedirectView.class);
		return ((RedirectView) view).getUrl();
	}

}
