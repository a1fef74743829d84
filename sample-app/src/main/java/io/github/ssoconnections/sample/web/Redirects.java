// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import io.github.ssoconnections.Assert;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Redirects to pages of the console, and to nowhere else.
 */
public final class Redirects {

	private Redirects() {
	}

	/**
	 * Redirect after a form.
	 * @param path the path, such as <code>/connections/clerk/default/{id}</code>
	 * @param variables what is to be put in place of the variables, and encoded
	 * @return 303 to the path
	 * @throws IllegalArgumentException if the path does not begin with exactly one slash,
	 * or if a value leads out of its segment
	 */
	public static Rendering to(String path, Object... variables) {
		return redirect(target(path, variables));
	}

	/**
	 * Redirect after a form, and say what was done.
	 * @param done a word, which becomes the query parameter {@code done}
	 * @param path the path, as for {@link #to}
	 * @param variables what is to be put in place of the variables
	 * @return 303 to the path
	 * @throws IllegalArgumentException as for {@link #to}
	 */
	public static Rendering done(String done, String path, Object... variables) {
		Assert.isTrue(done.matches("[a-z-]+"), "'done' must be a word");
		return redirect(target(path, variables) + "?done=" + done);
	}

	private static Rendering redirect(String target) {
		return Rendering.redirectTo(target).status(HttpStatus.SEE_OTHER).build();
	}

	private static String target(String path, Object... variables) {
		Assert.isTrue(path.matches("/([A-Za-z0-9_{].*)?") && path.chars().allMatch(Redirects::isPlain),
				"A redirect must lead to a path of the console");
		for (Object variable : variables) {
			Assert.isTrue(!String.valueOf(variable).matches("\\.{0,2}"), "A redirect must not leave its path");
		}
		String target = UriComponentsBuilder.fromPath(path).encode().buildAndExpand(variables).toUriString();
		Assert.isTrue(!target.startsWith("//"), "A redirect must lead to a path of the console");
		return target;
	}

	private static boolean isPlain(int character) {
		return character > 0x20 && character < 0x7f && character != '\\' && character != '?' && character != '#';
	}

}
