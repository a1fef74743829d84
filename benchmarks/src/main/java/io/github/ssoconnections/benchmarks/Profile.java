// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Whose code a recording has seen at work, and allocating: the innermost frame that is
 * not the JDK's counts.
 */
final class Profile {

	private static final Map<String, String> OWNERS = new LinkedHashMap<>();
	static {
		OWNERS.put("io.github.ssoconnections.benchmarks.", "the benchmark");
		OWNERS.put("io.github.ssoconnections.", "sso-connections");
		OWNERS.put("io.github.bucket4j.", "Bucket4j");
		OWNERS.put("io.micrometer.", "Micrometer");
		OWNERS.put("org.springframework.", "Spring");
		OWNERS.put("reactor.netty.", "Reactor Netty, Netty");
		OWNERS.put("io.netty.", "Reactor Netty, Netty");
		OWNERS.put("reactor.", "Reactor");
		OWNERS.put("tools.jackson.", "Jackson");
	}

	private static final String OTHERS = "JDK";

	private final Map<String, Double> time = new LinkedHashMap<>();

	private final Map<String, Double> memory = new LinkedHashMap<>();

	static Profile read(Path recording) throws IOException {
		Profile profile = new Profile();
		try (RecordingFile file = new RecordingFile(recording)) {
			while (file.hasMoreEvents()) {
				profile.add(file.readEvent());
			}
		}
		return profile;
	}

	private void add(RecordedEvent event) {
		switch (event.getEventType().getName()) {
			case "jdk.ExecutionSample" -> this.time.merge(owner(event), 1.0, Double::sum);
			case "jdk.ObjectAllocationSample" ->
				this.memory.merge(owner(event), (double) event.getLong("weight"), Double::sum);
			default -> {
			}
		}
	}

	private static String owner(RecordedEvent event) {
		if (event.getStackTrace() != null) {
			for (RecordedFrame frame : event.getStackTrace().getFrames()) {
				String type = frame.getMethod().getType().getName();
				for (Map.Entry<String, String> owner : OWNERS.entrySet()) {
					if (type.startsWith(owner.getKey())) {
						return owner.getValue();
					}
				}
			}
		}
		return OTHERS;
	}

	Set<String> owners() {
		Set<String> owners = new TreeSet<>(this.time.keySet());
		owners.addAll(this.memory.keySet());
		return owners;
	}

	/**
	 * Return the share of the time.
	 * @param owner whose
	 * @return the share in percent
	 */
	double timeOf(String owner) {
		return share(this.time, owner);
	}

	/**
	 * Return the share of what was allocated.
	 * @param owner whose
	 * @return the share in percent
	 */
	double memoryOf(String owner) {
		return share(this.memory, owner);
	}

	private static double share(Map<String, Double> parts, String owner) {
		double all = parts.values().stream().mapToDouble(Double::doubleValue).sum();
		return (all != 0) ? 100 * parts.getOrDefault(owner, 0.0) / all : 0;
	}

}
