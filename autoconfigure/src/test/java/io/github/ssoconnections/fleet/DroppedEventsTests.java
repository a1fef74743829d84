// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class DroppedEventsTests {

	private final DroppedEvents dropped = new DroppedEvents(VirtualInstance.ACCOUNT);

	@Test
	void logsTheFirstUntilTheReport(CapturedOutput output) {
		this.dropped.add(1);
		this.dropped.add(2);
		assertThat(output).containsOnlyOnce("More than 10000 events of clerk");
		this.dropped.report("for a reason");
		this.dropped.add(1);
		assertThat(output.toString().split("More than 10000 events of clerk", -1)).hasSize(3);
	}

	@Test
	void reportsWhatWasDroppedSinceTheReportBefore(CapturedOutput output) {
		this.dropped.report("for no reason");
		this.dropped.add(1);
		this.dropped.add(2);
		this.dropped.report("for a reason");
		this.dropped.report("for another reason");
		assertThat(output).containsOnlyOnce("They may not have been published")
			.contains("3 events of clerk were dropped for a reason");
	}

}
