// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.List;
import java.util.Map;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * Property writer that omits a field if its original value is among the unknown fields,
 * so that the field is written once.
 */
final class RawFieldWriter extends BeanPropertyWriter {

	private final RecordShape.Part unknownFields;

	private RawFieldWriter(BeanPropertyWriter field, RecordShape.Part unknownFields) {
		super(field);
		this.unknownFields = unknownFields;
	}

	@Override
	public void serializeAsProperty(Object bean, JsonGenerator generator, SerializationContext context)
			throws Exception {
		if (!(this.unknownFields.get(bean) instanceof Map<?, ?> others) || !others.containsKey(getName())) {
			super.serializeAsProperty(bean, generator, context);
		}
	}

	static ValueSerializerModifier modifier() {
		return new Modifier();
	}

	private static final class Modifier extends ValueSerializerModifier {

		private static final long serialVersionUID = 1L;

		@Override
		public List<BeanPropertyWriter> changeProperties(SerializationConfig config, BeanDescription.Supplier bean,
				List<BeanPropertyWriter> fields) {
			Class<?> type = bean.getBeanClass();
			if (RecordShape.hasUnknownFields(type)) {
				RecordShape.Part unknownFields = RecordShape.unknownFieldsIn(type);
				fields.replaceAll((field) -> new RawFieldWriter(field, unknownFields));
			}
			return fields;
		}

	}

}
