// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.ssoconnections.ServiceProviderDetails;

import org.springframework.core.io.Resource;

/**
 * The texts of a product.
 */
final class ProductTexts {

	private static final List<String> PROTOCOLS = List.of(ServiceProviderDetails.SAML, ServiceProviderDetails.OIDC,
			ServiceProviderDetails.WS_FEDERATION);

	private static final Set<String> FLAGS = Set.of("optional", "link");

	private static final Pattern VENDOR = Pattern.compile("[a-z0-9-]{1,40}");

	private final LocalDate date;

	private final Map<String, ProtocolTexts> protocols = new HashMap<>();

	ProductTexts(IdpProduct product, Resource resource) {
		TextFile file = new TextFile(resource);
		this.date = date(file, "date", file.take("date"));
		for (String protocol : PROTOCOLS) {
			if (product.supports(protocol)) {
				this.protocols.put(protocol, read(file, protocol));
			}
		}
		file.requireEmpty();
	}

	LocalDate date() {
		return this.date;
	}

	ProtocolTexts forProtocol(String protocol) {
		ProtocolTexts texts = this.protocols.get(protocol);
		if (texts == null) {
			throw new IllegalStateException("No texts for " + protocol);
		}
		return texts;
	}

	private static ProtocolTexts read(TextFile file, String protocol) {
		List<ProtocolTexts.Step> steps = new ArrayList<>();
		file.takeList(protocol + ".step").forEach((number, text) -> {
			String prefix = protocol + ".step." + number + ".field";
			List<ProtocolTexts.Field> fields = new ArrayList<>();
			file.takeList(prefix).forEach((position, field) -> fields.add(field(file, prefix + "." + position, field)));
			steps.add(new ProtocolTexts.Step(text, fields));
		});
		if (steps.isEmpty()) {
			throw file.error("no text", protocol + ".step.10");
		}
		List<ProtocolTexts.Guide> guides = new ArrayList<>();
		file.takeList(protocol + ".guide")
			.forEach((number, text) -> guides.add(guide(file, protocol + ".guide." + number, text)));
		return new ProtocolTexts(steps, file.take(protocol + ".attributes"), file.take(protocol + ".attributes.name"),
				file.take(protocol + ".attributes.source"), file.takeMap(protocol + ".source"),
				file.takeMap(protocol + ".name-id-format"), List.copyOf(file.takeList(protocol + ".assign").values()),
				List.copyOf(file.takeList(protocol + ".send-back").values()),
				List.copyOf(file.takeList(protocol + ".not-checked").values()), guides);
	}

	private static ProtocolTexts.Field field(TextFile file, String key, String text) {
		List<String> parts = file.split(key, text, 2, 3);
		Set<String> flags = (parts.size() < 3) ? Set.of() : Set.of(parts.get(2).split(" +"));
		if (!FLAGS.containsAll(flags)) {
			throw file.error("the third part must be of " + FLAGS, key);
		}
		return new ProtocolTexts.Field(parts.get(0), parts.get(1), flags.contains("optional"), flags.contains("link"));
	}

	private static ProtocolTexts.Guide guide(TextFile file, String key, String text) {
		List<String> parts = file.split(key, text, 3, 4);
		if (!CleanText.isLink(parts.get(1))) {
			throw file.error("the second part must be an https URL", key);
		}
		String vendor = (parts.size() > 3) ? parts.get(3) : null;
		if (vendor != null && !VENDOR.matcher(vendor).matches()) {
			throw file.error("the fourth part must be the name of a vendor, such as clerk", key);
		}
		return new ProtocolTexts.Guide(
				new HandOverSheet.Guide(CleanText.of(parts.get(0)), parts.get(1), date(file, key, parts.get(2))),
				vendor);
	}

	private static LocalDate date(TextFile file, String key, String text) {
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeException ex) {
			throw file.error("must be a date such as 2026-11-29", key);
		}
	}

}
