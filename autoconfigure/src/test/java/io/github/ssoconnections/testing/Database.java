// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.h2.jdbcx.JdbcDataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database in memory with the tables of a page.
 */
public final class Database {

	private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

	private final JdbcDataSource dataSource = new JdbcDataSource();

	/**
	 * Create a database with the tables of {@code docs/how-to/run-a-fleet.md}.
	 */
	public Database() {
		this("how-to/run-a-fleet.md");
	}

	public Database(String page) {
		this.dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
		Matcher block = SQL.matcher(read(Path.of("../docs", page)));
		while (block.find()) {
			for (String statement : block.group(1).split(";")) {
				if (!statement.isBlank()) {
					jdbcTemplate().execute(statement);
				}
			}
		}
	}

	private static String read(Path page) {
		try {
			return Files.readString(page);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public DataSource dataSource() {
		return this.dataSource;
	}

	public JdbcTemplate jdbcTemplate() {
		return new JdbcTemplate(this.dataSource);
	}

	public JdbcClient jdbcClient() {
		return JdbcClient.create(this.dataSource);
	}

	/**
	 * Delete everything and end.
	 */
	public void close() {
		jdbcTemplate().execute("SHUTDOWN");
	}

}
