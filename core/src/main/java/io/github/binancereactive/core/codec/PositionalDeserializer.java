/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads a record from an array of its components. What the exchange adds behind them is reported and skipped. */
final class PositionalDeserializer extends ValueDeserializer<Object> {

    private final RecordShape shape;
    private final int unused;
    private final UnknownFieldListener listener;
    private final ValueDeserializer<?>[] readers;

    PositionalDeserializer(Positional positional, UnknownFieldListener listener) {
        this.shape = new RecordShape(positional.type());
        this.unused = positional.unused().size();
        this.listener = listener;
        this.readers = new ValueDeserializer<?>[shape.size()];
    }

    @Override
    public void resolve(DeserializationContext context) {
        for (int i = 0; i < readers.length; i++) {
            readers[i] = context.findContextualValueDeserializer(context.constructType(shape.genericType(i)), null);
        }
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            throw new DecodingException("expected an array", null);
        }
        @Nullable Object[] values = new Object[readers.length];
        for (int i = 0; i < values.length; i++) {
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                throw new DecodingException("'" + shape.name(i) + "' is missing", null);
            }
            values[i] = readers[i].deserialize(parser, context);
        }
        for (int more = 0; parser.nextToken() != JsonToken.END_ARRAY; more++) {
            if (more >= unused) {
                listener.unknown(shape.type().getSimpleName(), "[" + (values.length + more) + "]");
            }
            parser.skipChildren();
        }
        return shape.create(values);
    }

    @Override
    public boolean isCachable() {
        return true;
    }
}
