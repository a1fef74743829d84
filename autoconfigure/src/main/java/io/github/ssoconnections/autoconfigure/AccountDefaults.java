// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.handler.IgnoreErrorsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Binds the properties of a named account onto those of its vendor, credentials and
 * addresses excepted.
 */
final class AccountDefaults extends AbstractBindHandler {

	private final Map<ConfigurationPropertyName, VendorRegistration<?, ?, ?, ?>> vendors = VendorRegistration.all()
		.stream()
		.collect(Collectors.toMap((vendor) -> ConfigurationPropertyName.of(vendor.prefix() + ".accounts"),
				(vendor) -> vendor));

	AccountDefaults(BindHandler parent) {
		super(parent);
	}

	@Override
	public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
		Bindable<T> bindable = super.onStart(name, target, context);
		VendorRegistration<?, ?, ?, ?> vendor = vendor(name);
		if (bindable == null || vendor == null || bindable.getType().resolve() != vendor.properties()) {
			return bindable;
		}
		return bindable.withSuppliedValue(() -> defaults(vendor, bindable, name, context));
	}

	private @Nullable VendorRegistration<?, ?, ?, ?> vendor(ConfigurationPropertyName name) {
		return name.isEmpty() ? null : this.vendors.get(name.getParent());
	}

	@SuppressWarnings("unchecked")
	private static <T> T defaults(VendorRegistration<?, ?, ?, ?> vendor, Bindable<T> type,
			ConfigurationPropertyName name, BindContext context) {
		VendorProperties defaults = BeanUtils.instantiateClass(vendor.properties());
		// Errors are those of the vendor's own properties, and reported as such
		BindHandler handler = new IgnoreErrorsBindHandler(new Inherited(vendor));
		context.getBinder().bind(vendor.prefix(), Bindable.ofInstance(defaults), handler);
		defaults.getRateLimit().inheritedBy(name.getLastElement(ConfigurationPropertyName.Form.ORIGINAL));
		return (T) defaults;
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) throws Exception {
		VendorRegistration<?, ?, ?, ?> vendor = vendor(name);
		if (vendor != null && context.getConfigurationProperty() != null
				&& "".equals(context.getConfigurationProperty().getValue())) {
			// An account without any property of its own
			return defaults(vendor, target, name, context);
		}
		return super.onFailure(name, target, context, error);
	}

	/**
	 * Binds what is inherited only.
	 */
	private static final class Inherited extends AbstractBindHandler {

		private final Set<ConfigurationPropertyName> excluded;

		Inherited(VendorRegistration<?, ?, ?, ?> vendor) {
			this.excluded = Stream.concat(vendor.notInherited().stream(), Stream.of(vendor.prefix() + ".accounts"))
				.map(ConfigurationPropertyName::of)
				.collect(Collectors.toSet());
		}

		@Override
		public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target,
				BindContext context) {
			return this.excluded.contains(name) ? null : super.onStart(name, target, context);
		}

	}

}
