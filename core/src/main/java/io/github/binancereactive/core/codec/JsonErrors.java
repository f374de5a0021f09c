/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static io.github.binancereactive.core.codec.JsonWriter.ascii;

import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.endpoint.WireTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code {"code":-1003,"msg":"...","data":{"retryAfter":1659146400000}}}, the same on both wires. */
final class JsonErrors {

    private static final byte[] CODE = ascii("code");
    private static final byte[] MSG = ascii("msg");
    private static final byte[] DATA = ascii("data");
    private static final byte[] RETRY_AFTER = ascii("retryAfter");

    private JsonErrors() {}

    /** A whole body; null when it is none of an error. */
    static @Nullable ErrorBody decode(
            byte[] source, int offset, int length, JsonCodec codec, @Nullable ResultType<?> detail) {
        JsonReader reader = new JsonReader();
        reader.reset(source, offset, length);
        try {
            ErrorBody body = read(reader, codec, detail);
            reader.expectEnd();
            return body.code() == 0 ? null : body;
        } catch (DecodingException e) {
            return null; // a proxy's or firewall's page, or a body that was cut short
        }
    }

    /** The next value; code 0 when it has none. */
    static ErrorBody read(JsonReader reader, JsonCodec codec, @Nullable ResultType<?> detailType) {
        int code = 0;
        String message = "";
        Instant retryAfter = null;
        Object detail = null;
        reader.beginObject();
        while (reader.nextName()) {
            if (reader.nameIs(CODE)) {
                code = reader.smallNumber();
            } else if (reader.nameIs(MSG)) {
                message = reader.string();
            } else if (reader.nameIs(DATA)) {
                reader.peek();
                int start = reader.position();
                retryAfter = retryAfter(reader);
                if (retryAfter == null && detailType != null && reader.source()[start] == '{') {
                    detail = detail(reader, start, codec, detailType);
                }
            } else {
                reader.skipValue();
            }
        }
        return new ErrorBody(code, message, retryAfter, detail);
    }

    /** What can't be understood is no reason to lose the code: callers know what it means without a detail. */
    private static @Nullable Object detail(JsonReader reader, int start, JsonCodec codec, ResultType<?> type) {
        try {
            return codec.decodePrefix(type, reader.source(), start, reader.end() - start)
                    .value();
        } catch (DecodingException e) {
            return null;
        }
    }

    private static @Nullable Instant retryAfter(JsonReader reader) {
        Instant retryAfter = null;
        if (reader.peek() != '{') {
            reader.skipValue();
            return null;
        }
        reader.beginObject();
        while (reader.nextName()) {
            if (reader.nameIs(RETRY_AFTER) && reader.peek() != 'n') {
                retryAfter = WireTime.instant(reader.wholeNumber());
            } else {
                reader.skipValue();
            }
        }
        return retryAfter;
    }
}
