// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import java.util.concurrent.atomic.AtomicReference;

import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestContextManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutoConfigureSsoSandbox} on an abstract class.
 */
class InheritedSandboxTests extends AbstractSandboxedTests {

	@Test
	void sharesSandboxWithEveryClassOfTheSameContext() throws Exception {
		AtomicReference<Sandbox> other = new AtomicReference<>();
		Sibling sibling = new Sibling();
		new TestContextManager(Sibling.class).prepareTestInstance(sibling);
		other.set(sibling.sandbox);
		assertThat(other.get()).isSameAs(this.sandbox);
	}

	/** Not run as a test. */
	static class Sibling extends AbstractSandboxedTests {

	}

}
