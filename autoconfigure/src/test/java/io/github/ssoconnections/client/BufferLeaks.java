// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetector.Level;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Follows every buffer of Netty through the tests of a class and fails it if one of them
 * was never released.
 */
final class BufferLeaks implements BeforeAllCallback, AfterAllCallback {

	private static final int COLLECTIONS = 200;

	/** Each another: the detector reports two equal leaks once. */
	private final String control = "leaked on purpose " + System.identityHashCode(this);

	private final List<String> reports = new CopyOnWriteArrayList<>();

	private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {

		@Override
		protected void append(ILoggingEvent event) {
			BufferLeaks.this.reports.add(event.getFormattedMessage());
		}

	};

	private Level before = ResourceLeakDetector.getLevel();

	@Override
	public void beforeAll(ExtensionContext context) {
		this.before = ResourceLeakDetector.getLevel();
		ResourceLeakDetector.setLevel(Level.PARANOID);
		this.appender.start();
		logger().addAppender(this.appender);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		leakOnPurpose();
		// Once the detector has seen the last leak, it has seen those before it
		for (int i = 0; i < COLLECTIONS
				&& this.reports.stream().noneMatch((report) -> report.contains(this.control)); i++) {
			System.gc();
			PooledByteBufAllocator.DEFAULT.buffer(1).release();
		}
		logger().detachAppender(this.appender);
		ResourceLeakDetector.setLevel(this.before);
		assertThat(this.reports).anySatisfy((report) -> assertThat(report).contains(this.control));
		assertThat(this.reports).allSatisfy((report) -> assertThat(report).contains(this.control));
	}

	private void leakOnPurpose() {
		ByteBuf buffer = PooledByteBufAllocator.DEFAULT.buffer(1);
		buffer.touch(this.control);
	}

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);
	}

}
