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

/**
 * Reads any record by its components: unknown fields are reported and skipped, a list, primitive or enum that is missing
 * takes its empty value, and only what is marked nullable may be null or left out. One reader for all records says this in one
 * place; annotations would have to say it on each.
 */
final class RecordDeserializer extends ValueDeserializer<Object> {

    private final RecordShape shape;
    private final UnknownFieldListener listener;
    private final RecordReading reading;
    private final ValueDeserializer<?>[] readers;

    RecordDeserializer(RecordShape shape, UnknownFieldListener listener) {
        this.shape = shape;
        this.listener = listener;
        this.reading = new RecordReading(shape);
        this.readers = new ValueDeserializer<?>[shape.size()];
    }

    @Override
    public void resolve(DeserializationContext context) {
        for (int i = 0; i < readers.length; i++) {
            readers[i] = context.findContextualValueDeserializer(context.constructType(shape.genericType(i)), null);
        }
    }

    /** Also begins within an object, at a field's name or the end: that is where a discriminator leaves the parser. */
    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.START_OBJECT)) {
            parser.nextToken();
        }
        @Nullable Object[] values = new Object[readers.length];
        int guess = 0;
        while (parser.hasToken(JsonToken.PROPERTY_NAME)) {
            int position = shape.position(parser.currentName(), guess);
            if (position >= 0) {
                parser.nextToken();
                values[position] = read(position, values[position], parser, context);
                guess = position + 1;
            } else {
                if (!UserDataNames.isSkipped(shape.type(), parser.currentName())) {
                    listener.unknown(shape.type().getSimpleName(), parser.currentName());
                }
                parser.nextToken();
                parser.skipChildren();
            }
            parser.nextToken();
        }
        if (!parser.hasToken(JsonToken.END_OBJECT)) {
            throw new DecodingException("expected an object", null);
        }
        return reading.create(values);
    }

    private @Nullable Object read(
            int position, @Nullable Object before, JsonParser parser, DeserializationContext context) {
        if (before != null) {
            throw new DecodingException("there twice", null);
        }
        if (!parser.hasToken(JsonToken.VALUE_NULL)) {
            return readers[position].deserialize(parser, context);
        }
        if (!reading.isNullable(position)) {
            throw new DecodingException("must not be null", null);
        }
        return null;
    }

    @Override
    public boolean isCachable() {
        return true;
    }
}
