// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ExternalAddressesTests {

	@ParameterizedTest
	@ValueSource(strings = { "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
			"126.255.255.255", "128.0.0.1", "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.167.255.255",
			"192.169.0.0", "223.255.255.255", "168.63.129.15", "2606:4700::1111", "2a00:1450:4001::1", "3ffe:ffff::1" })
	void matchesWhatIsOnThePublicInternet(String address) throws Exception {
		assertThat(new ExternalAddresses(List.of()).matches(InetAddress.getByName(address))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.0.0.0", "0.1.2.3", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.100.100.200",
			"100.127.255.255", "127.0.0.1", "127.255.255.254", "168.63.129.16", "169.254.0.1", "169.254.169.254",
			"172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.168.0.1", "192.168.255.255",
			"198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
			"255.255.255.255" })
	void doesNotMatchWhatIsNotHoweverItIsWrapped(String address) throws Exception {
		byte[] four = InetAddress.getByName(address).getAddress();
		String hex = HexFormat.of().formatHex(four);
		assertThat(matches(four)).isFalse();
		assertThat(matches("00000000000000000000ffff" + hex)).as("mapped").isFalse();
		assertThat(matches("000000000000000000000000" + hex)).as("compatible").isFalse();
		assertThat(matches("0000000000000000ffff0000" + hex)).as("translated").isFalse();
		assertThat(matches("0064ff9b0000000000000000" + hex)).as("NAT64").isFalse();
		assertThat(matches("0064ff9b0001000000000000" + hex)).as("NAT64 of a network's own").isFalse();
		assertThat(matches("2002" + hex + "00000000000000000001")).as("6to4").isFalse();
		assertThat(matches("20010000" + "0102030400000000" + hex)).as("Teredo").isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "::", "::1", "::2", "::127.0.0.1", "::8.8.8.8", "64:ff9b::8.8.8.8", "100::1", "2001::1",
			"2001:db8::1", "2002:808:808::1", "3fff::1", "4000::1", "5f00::1", "fc00::1", "fd00:ec2::254",
			"fdff:ffff::1", "fe80::1", "febf::1", "fec0::1", "ff02::1", "ffff::1" })
	void doesNotMatchWhatIsNotInIpv6(String address) throws Exception {
		assertThat(new ExternalAddresses(List.of()).matches(InetAddress.getByName(address))).isFalse();
	}

	@Test
	void checksAnAddressOfIpv4ByItselfWhenItComesWithinOneOfIpv6() throws Exception {
		byte[] mapped = HexFormat.of().parseHex("00000000000000000000ffff7f000001");
		InetAddress address = Inet6Address.getByAddress(null, mapped, -1);
		assertThat(address).isInstanceOf(Inet6Address.class);
		assertThat(new ExternalAddresses(List.of()).matches(address)).isFalse();
		assertThat(new ExternalAddresses(List.of("127.0.0.1")).matches(address)).isTrue();
		assertThat(ExternalAddresses.plain(address)).isEqualTo(InetAddress.getByName("127.0.0.1"));
	}

	@Test
	void matchesWhatIsAllowedBesides() throws Exception {
		ExternalAddresses addresses = new ExternalAddresses(List.of("10.2.0.0/16", "fd12:3456::/32", "192.168.7.7"));
		for (String address : List.of("10.2.0.0", "10.2.255.255", "fd12:3456::1", "192.168.7.7", "8.8.8.8")) {
			assertThat(addresses.matches(InetAddress.getByName(address))).as(address).isTrue();
		}
		for (String address : List.of("10.1.255.255", "10.3.0.0", "fd12:3457::1", "192.168.7.8", "::10.2.0.1")) {
			assertThat(addresses.matches(InetAddress.getByName(address))).as(address).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.0/8", "10.1.2.3", "0.0.0.0/0", "::/0", "fd00::/8", "::1", "::ffff:10.0.0.1" })
	void takesAddressesAndRanges(String range) {
		ExternalAddresses.check(range);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "10/8", "10.0/16", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8/8",
			"10.0.0.300", "010.0.0.1", "idp.example.com", "localhost", "fd00::/129", "fd00:::1", "fd00::g", ":", "*",
			"::ffff:10.0.0.0/104", "10.0.0.1 ", "10.0.0.0/8,10.0.0.1" })
	void rejectsWhatIsNeither(String range) {
		assertThatIllegalArgumentException().isThrownBy(() -> ExternalAddresses.check(range))
			.withMessage("'" + range + "' is neither an IP address nor an address range such as 10.2.0.0/16");
	}

	private static boolean matches(String hex) throws Exception {
		return matches(HexFormat.of().parseHex(hex));
	}

	private static boolean matches(byte[] address) throws Exception {
		InetAddress parsed = (address.length == 16) ? Inet6Address.getByAddress(null, address, -1)
				: InetAddress.getByAddress(address);
		return new ExternalAddresses(List.of()).matches(parsed);
	}

}
