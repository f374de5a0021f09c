/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads an enum by name; a name that it doesn't have becomes its {@code UNKNOWN} and is reported. */
final class Constants extends ValueDeserializer<Object> {

    /** The constant of every enum that stands for values which this version doesn't know. */
    static final String UNKNOWN = "UNKNOWN";

    private final Class<?> type;
    private final Map<String, Object> byName = new HashMap<>();
    private final @Nullable Object unknown;
    private final Canon canon;
    private final UnknownFieldListener listener;

    Constants(Class<?> type, Canon canon, UnknownFieldListener listener) {
        this.type = type;
        this.canon = canon;
        this.listener = listener;
        for (Object constant : type.getEnumConstants()) {
            byName.put(((Enum<?>) constant).name(), constant);
        }
        this.unknown = byName.remove(UNKNOWN); // so that the exchange's own "UNKNOWN" is reported, too
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        String name = Scalars.text(parser, canon);
        if (name == null) {
            throw new DecodingException("expected a text", null);
        }
        Object constant = byName.get(name);
        if (constant != null) {
            return constant;
        }
        if (unknown == null) {
            throw new DecodingException("expected a constant of " + type.getSimpleName(), null);
        }
        listener.unknown(type.getSimpleName(), name);
        return unknown;
    }

    @Override
    public boolean isCachable() {
        return true;
    }
}
