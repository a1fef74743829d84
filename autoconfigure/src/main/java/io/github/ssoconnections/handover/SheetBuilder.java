// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.ssoconnections.ServiceProviderDetails;
import org.jspecify.annotations.Nullable;

/**
 * Fills the texts of a product with values.
 */
final class SheetBuilder {

	private static final Set<String> SIGN_IN_PAGE = Set.of("signInUrl");

	private final HandOverValues values;

	private final ProductTexts product;

	private final ProtocolTexts texts;

	private final SheetWords words;

	private final Placeholders placeholders;

	private final Set<String> missing = new LinkedHashSet<>();

	SheetBuilder(HandOverValues values, ProductTexts product, SheetWords words) {
		this.values = values;
		this.product = product;
		this.texts = product.forProtocol(values.serviceProvider().protocol());
		this.words = words;
		this.placeholders = new Placeholders(values, this.texts.nameIdFormats());
	}

	SheetContent build() {
		List<HandOverSheet.Step> steps = this.texts.steps()
			.stream()
			.filter((step) -> !isLeftOut(step))
			.map(this::step)
			.toList();
		List<String> assign = fill(this.texts.assign());
		List<String> sendBack = new ArrayList<>(fill(this.texts.sendBack()));
		this.values.sendBack().stream().map(CleanText::of).filter((text) -> !text.isEmpty()).forEach(sendBack::add);
		String attributes = fill(this.texts.attributes());
		List<String> notChecked = fill(this.texts.notChecked());
		return new SheetContent(fill(this.words.get("title")), this.values.connectionId(), this.values.product(),
				this.values.serviceProvider().protocol(), this.product.date(), facts(), steps, attributes,
				this.texts.attributeName(), this.texts.attributeSource(),
				this.values.attributes().stream().map(this::mapping).toList(), assign, List.copyOf(sendBack), test(),
				notes(), List.copyOf(this.missing), notChecked, guides());
	}

	private List<HandOverSheet.Guide> guides() {
		return this.texts.guides()
			.stream()
			.filter((guide) -> guide.isFor(this.values.vendor()))
			.map(ProtocolTexts.Guide::guide)
			.toList();
	}

	private List<SheetContent.Fact> facts() {
		List<SheetContent.Fact> facts = new ArrayList<>();
		facts.add(fact("label.customer", this.values.customer()));
		facts.add(fact("label.connection", this.values.connectionName()));
		if (!this.values.domains().isEmpty()) {
			facts.add(fact("label.domains", String.join(", ", this.values.domains())));
		}
		facts.add(fact("label.idp", this.values.product().displayName()));
		facts.add(fact("label.date", this.product.date().toString()));
		return List.copyOf(facts);
	}

	private SheetContent.Fact fact(String label, String value) {
		return new SheetContent.Fact(this.words.get(label), CleanText.of(value));
	}

	// Such as the import of metadata that the vendor has not
	private boolean isLeftOut(ProtocolTexts.Step step) {
		return !step.fields().isEmpty() && step.fields().stream().allMatch(this::isLeftOut);
	}

	private boolean isLeftOut(ProtocolTexts.Field field) {
		return field.optional() && !this.placeholders.missingIn(field.value()).isEmpty();
	}

	// The sign-in page is the application's own, and seldom known here
	private boolean isSignInPage(ProtocolTexts.Field field) {
		return this.placeholders.missingIn(field.value()).equals(SIGN_IN_PAGE);
	}

	private HandOverSheet.Step step(ProtocolTexts.Step step) {
		return new HandOverSheet.Step(fill(step.text()),
				step.fields()
					.stream()
					.filter((field) -> !isLeftOut(field) || isSignInPage(field))
					.map(this::field)
					.toList());
	}

	private HandOverSheet.Field field(ProtocolTexts.Field field) {
		if (field.optional() && isSignInPage(field)) {
			return new HandOverSheet.Field(CleanText.of(field.name()), null, this.words.get("sign-in-url"), false);
		}
		Set<String> unknown = this.placeholders.missingIn(field.value());
		if (!unknown.isEmpty()) {
			List<String> names = unknown.stream().map(this::missing).toList();
			return new HandOverSheet.Field(CleanText.of(field.name()), null,
					this.words.get("missing.field").replace("%s", String.join(", ", names)), false);
		}
		String value = fill(field.value());
		return new HandOverSheet.Field(CleanText.of(field.name()), value,
				this.placeholders.isChangedIn(field.value()) ? this.words.get("changed") : null,
				field.link() && CleanText.isLink(value));
	}

	private HandOverSheet.Mapping mapping(ExpectedAttribute attribute) {
		String source = this.texts.sources().get(attribute.meaning());
		if (source == null) {
			String meaning = "meaning." + attribute.meaning();
			source = this.words.has(meaning) ? this.words.get(meaning)
					: this.words.get("meaning.other").replace("%s", attribute.meaning());
		}
		return new HandOverSheet.Mapping(CleanText.of(attribute.name()), CleanText.of(source), attribute.required());
	}

	private HandOverSheet.@Nullable Field test() {
		String url = this.values.signInUrl();
		if (url == null) {
			return null;
		}
		String value = CleanText.of(url);
		return new HandOverSheet.Field(fill(this.words.get("test")), value,
				value.equals(url) ? null : this.words.get("changed"), CleanText.isLink(value));
	}

	private List<String> notes() {
		String noSecret = fill(this.words.get("no-secret"));
		return this.values.serviceProvider().protocol().equals(ServiceProviderDetails.OIDC)
				? List.of(noSecret, fill(this.words.get("client-secret"))) : List.of(noSecret);
	}

	private List<String> fill(List<String> texts) {
		return texts.stream().map(this::fill).toList();
	}

	private String fill(String text) {
		return this.placeholders.fill(text, (name) -> this.words.get("missing").replace("%s", missing(name)));
	}

	private String missing(String name) {
		String word = this.words.get("name." + name);
		this.missing.add(word);
		return word;
	}

}
