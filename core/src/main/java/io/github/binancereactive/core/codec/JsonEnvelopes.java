/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static io.github.binancereactive.core.codec.JsonWriter.ascii;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.endpoint.WireTime;
import io.github.binancereactive.core.model.general.ServerTime;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The frames of the WebSocket API, read by hand: this is what every request passes through. One pass when the id comes
 * before the result, as it does; otherwise the result is skipped and read once the id is known.
 */
final class JsonEnvelopes implements EnvelopeCodec {

    private static final byte[] ID = ascii("id");
    private static final byte[] STATUS = ascii("status");
    private static final byte[] RESULT = ascii("result");
    private static final byte[] ERROR = ascii("error");
    private static final byte[] RATE_LIMITS = ascii("rateLimits");
    private static final byte[] EVENT = ascii("event");
    private static final byte[] SUBSCRIPTION_ID = ascii("subscriptionId");
    private static final byte[] EVENT_TYPE = ascii("e");
    private static final byte[] SERVER_TIME = ascii("serverTime");
    private static final String SHUTDOWN = "serverShutdown";
    private static final byte[] SERVER_SHUTDOWN = ascii(SHUTDOWN);

    private static final byte[] BEGIN = ascii("{\"id\":");
    private static final byte[] METHOD = ascii(",\"method\":");
    private static final byte[] PARAMS = ascii(",\"params\":");

    private static final int NOT_DEFERRED = -1;

    private final JsonCodec codec;

    JsonEnvelopes(JsonCodec codec) {
        this.codec = codec;
    }

    @Override
    public void encode(long id, Call<?> call, FrameBuffer target) {
        begin(id, call, target);
        if (!call.parameters().isEmpty()) {
            target.put(PARAMS);
            JsonWriter.object(call.parameters(), target);
        }
        target.put('}');
    }

    @Override
    public void encode(long id, Call<?> call, RequestStamp stamp, FrameBuffer target) {
        begin(id, call, target);
        target.put(PARAMS);
        SignedParameters parameters = new SignedParameters(target);
        call.parameters().forEach(parameters::add);
        Object recvWindow = stamp.recvWindow();
        if (recvWindow != null && !call.parameters().containsKey("recvWindow")) {
            parameters.add("recvWindow", recvWindow);
        }
        parameters.add("timestamp", stamp.timestamp());
        Credentials credentials = stamp.credentials();
        if (credentials != null) {
            parameters.add("apiKey", credentials.apiKey());
            parameters.sign(credentials.signer());
        }
        target.put('}');
        target.put('}');
    }

    private static void begin(long id, Call<?> call, FrameBuffer target) {
        String method = call.endpoint().method();
        if (method == null) {
            throw new IllegalArgumentException(call.endpoint().name() + " is not in the WebSocket API");
        }
        target.put(BEGIN);
        JsonWriter.number(id, target);
        target.put(METHOD);
        JsonWriter.string(method, target);
    }

    @Override
    public void decode(byte[] source, int offset, int length, Expectations expectations, InboundFrame target) {
        Objects.checkFromIndexSize(offset, length, source.length);
        target.clear();
        JsonReader reader = target.reader;
        reader.reset(source, offset, length);
        try {
            frame(reader, expectations, target);
        } finally {
            reader.release();
        }
    }

    private void frame(JsonReader reader, Expectations expectations, InboundFrame target) {
        int deferred = NOT_DEFERRED;
        reader.beginObject();
        while (reader.nextName()) {
            if (reader.nameIs(ID)) {
                target.answers(id(reader));
            } else if (reader.nameIs(RESULT)) {
                if (target.id() == InboundFrame.NO_ID) {
                    reader.peek();
                    deferred = reader.position();
                    reader.skipValue();
                } else {
                    result(reader, expectations.resultOf(target.id()), target);
                }
            } else {
                other(reader, expectations, target);
            }
        }
        reader.expectEnd();
        if (deferred != NOT_DEFERRED && target.id() != InboundFrame.NO_ID) {
            reader.position(deferred);
            result(reader, expectations.resultOf(target.id()), target);
        }
    }

    private static long id(JsonReader reader) {
        int c = reader.peek();
        if (c == '-' || (c >= '0' && c <= '9')) {
            return reader.wholeNumberOr(InboundFrame.NO_ID);
        }
        reader.skipValue();
        return InboundFrame.NO_ID;
    }

    private void result(JsonReader reader, @Nullable ResultType<?> type, InboundFrame target) {
        if (type == null || type.isNothing()) {
            reader.skipValue();
        } else if (type.element() == ServerTime.class && !type.isList()) {
            target.result(serverTime(reader));
        } else {
            reader.peek();
            int start = reader.position();
            try {
                reader.position(codec.decodePrefix(type, reader.source(), start, reader.end() - start, target));
            } catch (DecodingException e) {
                target.refused(refusal(reader, start, e));
            }
        }
    }

    /** The documentation of referencePrice has a refusal where the result belongs, below the status of a success. */
    private ErrorBody refusal(JsonReader reader, int start, DecodingException otherwise) {
        try {
            reader.position(start);
            reader.skipValue();
        } catch (DecodingException e) {
            throw otherwise; // it says more
        }
        ErrorBody refusal = JsonErrors.decode(reader.source(), start, reader.position() - start, codec, null);
        if (refusal == null || refusal.code() > 0) {
            throw otherwise;
        }
        return refusal;
    }

    private ServerTime serverTime(JsonReader reader) {
        Instant serverTime = null;
        reader.beginObject();
        while (reader.nextName()) {
            if (reader.nameIs(SERVER_TIME)) {
                serverTime = WireTime.instant(reader.wholeNumber());
            } else {
                codec.listener().unknown("ServerTime", reader.name());
                reader.skipValue();
            }
        }
        if (serverTime == null) {
            throw new DecodingException("ServerTime: 'serverTime' is missing", null);
        }
        return new ServerTime(serverTime);
    }

    private void other(JsonReader reader, Expectations expectations, InboundFrame target) {
        if (reader.nameIs(STATUS)) {
            target.status(reader.smallNumber());
        } else if (reader.nameIs(RATE_LIMITS)) {
            rateLimits(reader, target);
        } else if (reader.nameIs(ERROR) && reader.peek() == '{') {
            target.error(JsonErrors.read(reader, codec, expectations.detailOf(target.id())));
        } else if (reader.nameIs(EVENT) && reader.peek() == '{') {
            event(reader, target);
        } else if (reader.nameIs(SUBSCRIPTION_ID) && reader.peek() != 'n') {
            target.subscriptionId(reader.smallNumber());
        } else if (reader.nameIs(EVENT_TYPE) && reader.peek() == '"') {
            target.event(eventType(reader));
        } else {
            reader.skipValue();
        }
    }

    private static void rateLimits(JsonReader reader, InboundFrame target) {
        JsonRateLimits rateLimits = target.rateLimitsReader();
        if (rateLimits != null) {
            target.rateLimits(rateLimits.read(reader));
        } else {
            reader.skipValue();
        }
    }

    private void event(JsonReader reader, InboundFrame target) {
        String type = JsonUserData.eventType(reader);
        if (!type.isEmpty()) {
            target.event(type);
        }
        if (SHUTDOWN.equals(type)) {
            reader.skipValue();
        } else {
            target.userData(JsonUserData.read(reader, type, codec));
        }
    }

    private static String eventType(JsonReader reader) {
        return reader.stringIs(SERVER_SHUTDOWN) ? SHUTDOWN : reader.string();
    }
}
