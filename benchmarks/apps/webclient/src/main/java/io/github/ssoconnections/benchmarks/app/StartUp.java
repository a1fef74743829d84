// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks.app;

import java.lang.management.ManagementFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * An application that builds one {@code WebClient}, and says how long it took from the
 * start of the JVM, and what it holds then.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class StartUp {

	@Bean
	WebClient webClient(WebClient.Builder builder) {
		return builder.baseUrl("http://127.0.0.1").build();
	}

	public static void main(String[] args) {
		SpringApplication.run(StartUp.class, args);
		long millis = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
		int threads = ManagementFactory.getThreadMXBean().getThreadCount();
		System.gc();
		long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
		System.out.println("started " + millis + " " + threads + " " + heap);
		System.exit(0);
	}

}
