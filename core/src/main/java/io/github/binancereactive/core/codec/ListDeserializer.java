/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** Reads a list without nulls, unmodifiable at once so that records needn't copy it. */
final class ListDeserializer extends ValueDeserializer<List<Object>> {

    private final JavaType element;
    private final Canon canon;
    private final boolean recurring;
    private @Nullable ValueDeserializer<?> reader; // set by resolve(), before this is handed out

    ListDeserializer(JavaType element, Canon canon) {
        this.element = element;
        this.canon = canon;
        // Permissions, order types and modes are the same in most symbols; lists of records hardly ever are.
        this.recurring = element.hasRawClass(String.class) || element.isEnumType() || element.isCollectionLikeType();
    }

    @Override
    public void resolve(DeserializationContext context) {
        reader = context.findContextualValueDeserializer(element, null);
    }

    @Override
    public List<Object> deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            throw new DecodingException("expected an array", null);
        }
        ValueDeserializer<?> each = Objects.requireNonNull(reader);
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.hasToken(JsonToken.VALUE_NULL)) {
                throw new DecodingException("must not be null", null);
            }
            elements.add(each.deserialize(parser, context));
        }
        return recurring ? canon.list(elements) : List.copyOf(elements);
    }

    @Override
    public boolean isCachable() {
        return true;
    }
}
