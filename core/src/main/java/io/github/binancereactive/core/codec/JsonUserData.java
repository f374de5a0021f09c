/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static io.github.binancereactive.core.codec.JsonWriter.ascii;

import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.endpoint.WireTime;
import io.github.binancereactive.core.model.user.UnknownUserDataEvent;
import io.github.binancereactive.core.model.user.UserDataEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The events of the user data stream in JSON, as they stand in a frame of the WebSocket API. */
final class JsonUserData {

    private static final byte[] TYPE = ascii(UserDataNames.TYPE);
    private static final byte[] TIME = ascii("E");

    private JsonUserData() {}

    /** Makes ready to read them. */
    static void prepare(JsonCodec codec) {
        UserDataNames.EVENTS.keySet().forEach(type -> codec.reader(ResultType.of(type)));
    }

    /**
     * Reads the event that the reader stands before: in one pass when its type comes first, as it does. What this version doesn't
     * know, or can't make sense of, is kept as it came: an event that is dropped comes no second time.
     */
    static UserDataEvent read(JsonReader reader, String eventType, JsonCodec codec) {
        int start = reader.position();
        Class<? extends UserDataEvent> type = UserDataNames.record(eventType);
        if (type != null) {
            try {
                JsonCodec.Prefix event =
                        codec.decodePrefix(ResultType.of(type), reader.source(), start, reader.end() - start);
                reader.position(event.end());
                return Objects.requireNonNull(type.cast(event.value()), "a value of an object");
            } catch (DecodingException e) {
                reader.position(start); // what is no JSON at all fails again
            }
        }
        codec.listener().unknown("UserDataEvent", eventType);
        return unknown(reader, eventType);
    }

    private static UnknownUserDataEvent unknown(JsonReader reader, String eventType) {
        int start = reader.position();
        Instant time = null;
        reader.beginObject();
        while (reader.nextName()) {
            if (reader.nameIs(TIME) && isNumber(reader.peek())) {
                long wire = reader.wholeNumberOr(Long.MIN_VALUE);
                time = wire == Long.MIN_VALUE ? null : WireTime.instant(wire);
            } else {
                reader.skipValue();
            }
        }
        String json = new String(reader.source(), start, reader.position() - start, StandardCharsets.UTF_8);
        return new UnknownUserDataEvent(eventType, time, json);
    }

    private static boolean isNumber(int c) {
        return c == '-' || (c >= '0' && c <= '9');
    }

    /** The type of the event that the reader stands before, which it leaves there; empty when it has none. */
    static String eventType(JsonReader reader) {
        reader.peek();
        int start = reader.position();
        String type = "";
        reader.beginObject();
        while (type.isEmpty() && reader.nextName()) {
            if (reader.nameIs(TYPE) && reader.peek() == '"') {
                type = reader.string();
            } else {
                reader.skipValue();
            }
        }
        reader.position(start);
        return type;
    }

    static void write(UserDataEvent event, JsonGenerator target) {
        if (event instanceof UnknownUserDataEvent unknown) {
            target.writeRawValue(unknown.json());
            return;
        }
        RecordShape shape = JsonEncoder.shape(event.getClass());
        target.writeStartObject();
        target.writeStringProperty(UserDataNames.TYPE, event.eventType());
        for (int i = 0; i < shape.size(); i++) {
            Object component = shape.get(event, i);
            if (component != null || UserDataNames.isAlwaysThere(event.getClass(), shape.name(i))) {
                target.writeName(shape.name(i));
                writeComponent(component, target);
            }
        }
        target.writeEndObject();
    }

    private static void writeComponent(@Nullable Object component, JsonGenerator target) {
        if (component instanceof List<?> elements) {
            target.writeStartArray();
            elements.forEach(element -> writeElement(element, target));
            target.writeEndArray();
        } else {
            JsonEncoder.write(component, target);
        }
    }

    private static void writeElement(Object element, JsonGenerator target) {
        List<String> names = UserDataNames.withinEvents(element.getClass());
        if (names == null) {
            JsonEncoder.write(element, target);
            return;
        }
        RecordShape shape = JsonEncoder.shape(element.getClass());
        target.writeStartObject();
        for (int i = 0; i < shape.size(); i++) {
            target.writeName(names.get(i));
            JsonEncoder.write(shape.get(element, i), target);
        }
        target.writeEndObject();
    }
}
