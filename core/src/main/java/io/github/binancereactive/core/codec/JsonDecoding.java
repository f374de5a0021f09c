/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.endpoint.ResultType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Runs databind and turns whatever goes wrong into a {@link DecodingException} that tells where. The parser's own exceptions
 * quote the content, so they don't even become the cause.
 */
final class JsonDecoding {

    private static final int MAX_NAME = 40;

    private JsonDecoding() {}

    /** One value and nothing behind it. */
    static @Nullable Object whole(JsonCodec codec, JsonParser parser, ResultType<?> type) {
        try {
            Object value = read(codec, parser, type);
            if (parser.nextToken() != null) {
                throw new DecodingException("expected the end", null);
            }
            return value;
        } catch (JacksonException | DecodingException e) {
            throw failure(e, parser, type);
        }
    }

    /** One value; whatever is behind it stays unread. */
    static @Nullable Object value(JsonCodec codec, JsonParser parser, ResultType<?> type) {
        try {
            return read(codec, parser, type);
        } catch (JacksonException | DecodingException e) {
            throw failure(e, parser, type);
        }
    }

    private static @Nullable Object read(JsonCodec codec, JsonParser parser, ResultType<?> type) {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new DecodingException("nothing there", null);
        }
        if (type.isNothing()) {
            parser.skipChildren();
            return null;
        }
        if (token == JsonToken.VALUE_NULL) {
            throw new DecodingException("must not be null", null);
        }
        if (type.mayBeOne() && token == JsonToken.START_OBJECT) {
            Object one = codec.reader(ResultType.of(type.element())).readValue(parser);
            return List.of(one);
        }
        if (type.mayBeInList() && token == JsonToken.START_ARRAY) {
            return onlyElement(codec, parser, type);
        }
        return codec.reader(type).readValue(parser);
    }

    private static Object onlyElement(JsonCodec codec, JsonParser parser, ResultType<?> type) {
        Object element = parser.nextToken() == JsonToken.START_OBJECT
                ? codec.reader(type).readValue(parser)
                : null;
        if (element == null || parser.nextToken() != JsonToken.END_ARRAY) {
            throw new DecodingException("expected one element", null);
        }
        return element;
    }

    private static DecodingException failure(RuntimeException e, JsonParser parser, ResultType<?> type) {
        return new DecodingException(
                type + ": " + reason(e) + " at " + path(parser.streamReadContext()) + ", byte "
                        + parser.currentLocation().getByteOffset(),
                null);
    }

    private static @Nullable String reason(RuntimeException e) {
        if (e instanceof DecodingException) {
            return e.getMessage();
        }
        if (e instanceof UnexpectedEndOfInputException) {
            return "cut short";
        }
        return e instanceof StreamConstraintsException ? "too large or too deep" : "not well-formed";
    }

    /** Such as {@code $.symbols[3].filters[0].tickSize}. */
    private static String path(@Nullable TokenStreamContext context) {
        if (context == null || context.inRoot()) {
            return "$";
        }
        String parent = path(context.getParent());
        return context.inArray()
                ? parent + "[" + Math.max(0, context.getCurrentIndex()) + "]"
                : parent + name(context.currentName());
    }

    /** A name on the wire is content, too: only what looks like a field of the exchange is shown. */
    private static String name(@Nullable String name) {
        if (name == null) {
            return "";
        }
        return name.length() <= MAX_NAME && name.matches("[A-Za-z][A-Za-z0-9]*") ? "." + name : ".?";
    }
}
