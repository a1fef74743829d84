// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks.app;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * An application that builds one {@code WebClient}, and says how long it took from the
 * start of the JVM, and what it holds then.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class StartUp {

	private static final String WEB_CLIENT = "web-client";

	private static final String FIRST_CALL = "first-call";

	private static final String SERVICE_TYPE = "io.github.ssoconnections.clerk.EnterpriseConnectionService";

	@Bean
	@ConditionalOnBooleanProperty(name = WEB_CLIENT, matchIfMissing = true)
	WebClient webClient(WebClient.Builder builder) {
		return builder.baseUrl("http://127.0.0.1").build();
	}

	/**
	 * Start the application.
	 * @param args properties: {@code --web-client=false} builds no {@code WebClient},
	 * {@code --first-call} with the address of a connection includes a call
	 * @throws ReflectiveOperationException if the service cannot be called
	 */
	public static void main(String[] args) throws ReflectiveOperationException {
		ConfigurableApplicationContext context = SpringApplication.run(StartUp.class, args);
		String address = context.getEnvironment().getProperty(FIRST_CALL);
		if (address != null) {
			call(context, address).block(Duration.ofSeconds(30));
		}
		long millis = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
		int threads = ManagementFactory.getThreadMXBean().getThreadCount();
		System.gc();
		long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
		System.out.println("started " + millis + " " + threads + " " + heap);
		System.exit(0);
	}

	// The service is on the class path of one of the applications only
	private static Mono<?> call(ConfigurableApplicationContext context, String address)
			throws ReflectiveOperationException {
		if (!ClassUtils.isPresent(SERVICE_TYPE, null)) {
			return context.getBean(WebClient.class).get().uri(address).retrieve().bodyToMono(Map.class);
		}
		Class<?> type = Class.forName(SERVICE_TYPE);
		return (Mono<?>) type.getMethod("get", String.class).invoke(context.getBean(type), "ent_1");
	}

}
