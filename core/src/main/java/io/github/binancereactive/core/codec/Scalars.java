/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.endpoint.WireTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** How single values are read: strictly, from the parser's own buffer, and without a {@code String} or a {@code double}. */
final class Scalars {

    private Scalars() {}

    static Map<Class<?>, ValueDeserializer<?>> readers(Canon canon) {
        Map<Class<?>, ValueDeserializer<?>> readers = new HashMap<>();
        readers.put(String.class, reader("a text", parser -> text(parser, canon)));
        readers.put(BigDecimal.class, reader("a decimal number", parser -> decimal(parser, canon)));
        readers.put(Instant.class, reader("a time", Scalars::instant));
        for (Class<?> type : new Class<?>[] {int.class, Integer.class}) {
            readers.put(type, reader("a whole number of 32 bits", Scalars::integer));
        }
        for (Class<?> type : new Class<?>[] {long.class, Long.class}) {
            readers.put(type, reader("a whole number", Scalars::whole));
        }
        for (Class<?> type : new Class<?>[] {boolean.class, Boolean.class}) {
            readers.put(type, reader("true or false", Scalars::truth));
        }
        return readers;
    }

    static @Nullable String text(JsonParser parser, Canon canon) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return null;
        }
        char[] buffer = parser.getStringCharacters(); // first: only this settles offset and length
        return canon.text(buffer, parser.getStringOffset(), parser.getStringLength());
    }

    private static @Nullable BigDecimal decimal(JsonParser parser, Canon canon) {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_STRING && (token == null || !token.isNumeric())) {
            return null;
        }
        char[] buffer = parser.getStringCharacters();
        return Decimals.parse(buffer, parser.getStringOffset(), parser.getStringLength(), canon);
    }

    private static @Nullable Instant instant(JsonParser parser) {
        return parser.hasToken(JsonToken.VALUE_NUMBER_INT) ? WireTime.instant(parser.getLongValue()) : null;
    }

    private static @Nullable Integer integer(JsonParser parser) {
        return parser.hasToken(JsonToken.VALUE_NUMBER_INT) ? parser.getIntValue() : null;
    }

    private static @Nullable Long whole(JsonParser parser) {
        return parser.hasToken(JsonToken.VALUE_NUMBER_INT) ? parser.getLongValue() : null;
    }

    private static @Nullable Boolean truth(JsonParser parser) {
        return parser.hasToken(JsonToken.VALUE_TRUE)
                ? Boolean.TRUE
                : parser.hasToken(JsonToken.VALUE_FALSE) ? Boolean.FALSE : null;
    }

    private static <T> ValueDeserializer<T> reader(String what, Reading<T> reading) {
        return new Scalar<>(what, reading);
    }

    /** Reads the current token; null when it is of the wrong kind. */
    private interface Reading<T> {
        @Nullable T read(JsonParser parser);
    }

    private static final class Scalar<T> extends ValueDeserializer<T> {

        private final String what;
        private final Reading<T> reading;

        Scalar(String what, Reading<T> reading) {
            this.what = what;
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            T value = reading.read(parser);
            if (value == null) {
                throw new DecodingException("expected " + what, null);
            }
            return value;
        }

        @Override
        public boolean isCachable() {
            return true;
        }
    }
}
