/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.model.user.UserDataEvent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes records as the exchange does: decimals as texts, times in milliseconds, fields that are null left out. */
final class JsonEncoder {

    /** By class, and as long-lived as the class. */
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private JsonEncoder() {}

    static RecordShape shape(Class<?> type) {
        return SHAPES.get(type);
    }

    static void write(@Nullable Object value, JsonGenerator target) {
        if (value instanceof String text) {
            target.writeString(text);
        } else if (value instanceof BigDecimal decimal) {
            target.writeString(decimal.toPlainString());
        } else if (value instanceof Integer number) {
            target.writeNumber(number);
        } else if (value instanceof Long number) {
            target.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            target.writeBoolean(truth);
        } else if (value instanceof Instant time) {
            target.writeNumber(time.toEpochMilli());
        } else if (value instanceof Enum<?> constant) {
            target.writeString(constant.name());
        } else {
            writeStructure(value, target);
        }
    }

    private static void writeStructure(@Nullable Object value, JsonGenerator target) {
        if (value == null) {
            target.writeNull();
        } else if (value instanceof List<?> elements) {
            target.writeStartArray();
            elements.forEach(element -> write(element, target));
            target.writeEndArray();
        } else if (value instanceof UserDataEvent event) {
            JsonUserData.write(event, target);
        } else if (value instanceof Record) {
            writeRecord(value, target);
        } else {
            throw new IllegalArgumentException(
                    "can't encode a " + value.getClass().getName());
        }
    }

    /** What nobody knew the meaning of goes back as it came: a number stays a number. */
    private static void writeUntyped(@Nullable Object value, JsonGenerator target) {
        if (value instanceof Map<?, ?> fields) {
            target.writeStartObject();
            writeFields(fields, target);
            target.writeEndObject();
        } else if (value instanceof List<?> elements) {
            target.writeStartArray();
            elements.forEach(element -> writeUntyped(element, target));
            target.writeEndArray();
        } else if (value instanceof BigDecimal number) {
            target.writeNumber(number);
        } else if (value instanceof BigInteger number) {
            target.writeNumber(number);
        } else {
            write(value, target);
        }
    }

    private static void writeFields(Map<?, ?> fields, JsonGenerator target) {
        fields.forEach((name, value) -> {
            target.writeName((String) name);
            writeUntyped(value, target);
        });
    }

    private static void writeRecord(Object value, JsonGenerator target) {
        RecordShape shape = SHAPES.get(value.getClass());
        Positional positional = Positional.of(value.getClass());
        if (positional != null) {
            writePositional(value, shape, positional, target);
            return;
        }
        Variants variants = Variants.ofMember(value.getClass());
        target.writeStartObject();
        if (variants != null) {
            target.writeStringProperty(variants.tag(), variants.tagOf().apply(value));
        }
        if (variants != null && value.getClass() == variants.unknown()) {
            writeUnknown(value, shape, target);
        } else {
            writeComponents(value, shape, target);
        }
        target.writeEndObject();
    }

    private static void writePositional(Object value, RecordShape shape, Positional positional, JsonGenerator target) {
        target.writeStartArray();
        for (int i = 0; i < shape.size(); i++) {
            write(shape.get(value, i), target);
        }
        positional.unused().forEach(target::writeString);
        target.writeEndArray();
    }

    private static void writeUnknown(Object value, RecordShape shape, JsonGenerator target) {
        if (shape.get(value, 1) instanceof Map<?, ?> fields) {
            writeFields(fields, target);
        }
    }

    private static void writeComponents(Object value, RecordShape shape, JsonGenerator target) {
        for (int i = 0; i < shape.size(); i++) {
            Object component = shape.get(value, i);
            if (component != null) {
                target.writeName(shape.name(i));
                write(component, target);
            }
        }
    }
}
