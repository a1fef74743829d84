// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.ssoconnections.Assert;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * Makes {@link HandOverSheet}s. The texts are in one file for each {@link IdpProduct},
 * and in {@code sheet.properties} for what all sheets have in common; a file of the
 * application at the location replaces the built-in file of the same name as a whole. The
 * files of the application are read at once, the built-in ones at first use. Makes no
 * request.
 */
public final class HandOverSheets {

	/** Where files of the application are looked for by default. */
	public static final String LOCATION = "classpath:/sso-connections/hand-over/";

	private static final String COMMON = "sheet.properties";

	/** Texts by name of the file: those of the application, and others at first use. */
	private final Map<String, Object> texts = new ConcurrentHashMap<>();

	private HandOverSheets(ResourceLoader resourceLoader, @Nullable String location) {
		String folder = (location != null) ? location : LOCATION;
		Resource common = resourceLoader.getResource(folder + COMMON);
		if (common.exists()) {
			this.texts.put(COMMON, new SheetWords(common));
		}
		for (IdpProduct product : IdpProduct.values()) {
			Resource own = resourceLoader.getResource(folder + fileName(product));
			if (own.exists()) {
				this.texts.put(fileName(product), new ProductTexts(product, own));
			}
		}
		if (location != null && this.texts.isEmpty()) {
			throw new IllegalStateException("No texts of hand-over sheets found at '" + location
					+ "': expected a file such as " + location + fileName(IdpProduct.OKTA));
		}
	}

	private static String fileName(IdpProduct product) {
		return product.id() + ".properties";
	}

	/**
	 * Create an instance with the built-in texts, and those files that the class path has
	 * at {@link #LOCATION}.
	 * @return the instance
	 */
	public static HandOverSheets create() {
		return new HandOverSheets(new DefaultResourceLoader(), null);
	}

	/**
	 * Create an instance with the built-in texts, and those files that are found at a
	 * location.
	 * @param resourceLoader loads the files
	 * @param location the location, such as {@code file:/etc/acme/hand-over/},
	 * {@code null} for {@link #LOCATION}
	 * @return the instance
	 * @throws IllegalStateException if there is no file at the location, or a file is
	 * invalid: the message names the file and the key
	 */
	public static HandOverSheets create(ResourceLoader resourceLoader, @Nullable String location) {
		Assert.notNull(resourceLoader, "'resourceLoader' must not be null");
		return new HandOverSheets(resourceLoader,
				(location == null || location.endsWith("/")) ? location : location + "/");
	}

	/**
	 * Make the sheet of a connection.
	 * @param values the values of the connection
	 * @return the sheet
	 */
	public HandOverSheet sheet(HandOverValues values) {
		Assert.notNull(values, "'values' must not be null");
		SheetWords words = (SheetWords) this.texts.computeIfAbsent(COMMON, (name) -> new SheetWords(builtIn(name)));
		ProductTexts product = (ProductTexts) this.texts.computeIfAbsent(fileName(values.product()),
				(name) -> new ProductTexts(values.product(), builtIn(name)));
		return new HandOverSheet(new SheetBuilder(values, product, words).build(), words);
	}

	private static Resource builtIn(String name) {
		return new ClassPathResource(name, HandOverSheets.class);
	}

}
