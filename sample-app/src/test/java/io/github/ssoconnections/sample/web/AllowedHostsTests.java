// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;

import static org.assertj.core.api.Assertions.assertThat;

class AllowedHostsTests {

	@Test
	void allowsTheAddressThatTheServerIsBoundTo() throws UnknownHostException {
		assertThat(hosts("192.0.2.1").contains("192.0.2.1:8080")).isTrue();
		assertThat(hosts("192.0.2.1").contains("192.0.2.2:8080")).isFalse();
	}

	@Test
	void allowsNoAddressWhenTheServerIsBoundToAll() throws UnknownHostException {
		assertThat(hosts("0.0.0.0").contains("0.0.0.0:8080")).isFalse();
		assertThat(hosts("0.0.0.0").contains("127.0.0.1:8080")).isTrue();
	}

	@Test
	void allowsConfiguredNamesWhateverTheCaseAndPort() throws UnknownHostException {
		AllowedHosts hosts = hosts("127.0.0.1", "Console.example");
		assertThat(hosts.contains("console.EXAMPLE")).isTrue();
		assertThat(hosts.contains("console.example:8443")).isTrue();
		assertThat(hosts.contains("sub.console.example")).isFalse();
	}

	@Test
	void rejectsWhatIsNoHost() throws UnknownHostException {
		AllowedHosts hosts = hosts("127.0.0.1");
		assertThat(hosts.contains(null)).isFalse();
		assertThat(hosts.contains("")).isFalse();
		assertThat(hosts.contains("localhost:port")).isFalse();
		assertThat(hosts.contains("localhost/")).isFalse();
	}

	private static AllowedHosts hosts(String address, String... names) throws UnknownHostException {
		ServerProperties server = new ServerProperties();
		server.setAddress(InetAddress.getByName(address));
		ConsoleProperties console = new ConsoleProperties();
		console.setAllowedHosts(List.of(names));
		return new AllowedHosts(console, server);
	}

}
