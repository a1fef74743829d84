// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import io.github.ssoconnections.sample.Account;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Logs the address to open, as the last line of the start.
 */
@Component
class ConsoleAddress implements ApplicationListener<ApplicationReadyEvent> {

	private static final Log logger = LogFactory.getLog(ConsoleAddress.class);

	private final List<Account> accounts;

	ConsoleAddress(ObjectProvider<Account> accounts) {
		this.accounts = accounts.stream().sorted(Comparator.comparing(Account::vendor).reversed()).toList();
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		Environment environment = event.getApplicationContext().getEnvironment();
		logger.info("Open http://" + environment.getProperty("server.address", "127.0.0.1") + ":"
				+ environment.getProperty("local.server.port") + "/ ("
				+ this.accounts.stream().map(ConsoleAddress::describe).collect(Collectors.joining(", ")) + ")");
	}

	private static String describe(Account account) {
		return account.vendor() + ": " + (account.isSandbox() ? "sandbox" : "your account");
	}

}
