/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a member of a family that only its fields tell apart, in one pass: all fields that any member has are read, and
 * then the member is chosen that has them. Fields of one name have one type throughout the family.
 */
final class ShapesDeserializer extends ValueDeserializer<Object> {

    private final Shapes shapes;
    private final UnknownFieldListener listener;
    private final Map<String, Integer> slots = new HashMap<>();
    private final List<String> names = new ArrayList<>(); // by slot
    private final List<Member> members = new ArrayList<>();
    private final List<ValueDeserializer<?>> readers = new ArrayList<>(); // filled by resolve(), then only read

    /**
     * A record of the family.
     *
     * @param slots where each of its components is found
     * @param marker the slot whose field it must have; -1 for none
     */
    private record Member(RecordReading reading, int[] slots, int marker) {}

    ShapesDeserializer(Shapes shapes, UnknownFieldListener listener) {
        this.shapes = shapes;
        this.listener = listener;
        for (Shapes.Variant variant : shapes.variants()) {
            RecordShape shape = new RecordShape(variant.type());
            int[] at = new int[shape.size()];
            for (int i = 0; i < at.length; i++) {
                at[i] = slots.computeIfAbsent(shape.name(i), name -> {
                    names.add(name);
                    return names.size() - 1;
                });
            }
            int marker = variant.marker() == null ? -1 : slots.getOrDefault(variant.marker(), -1);
            members.add(new Member(new RecordReading(shape), at, marker));
        }
    }

    @Override
    public void resolve(DeserializationContext context) {
        ValueDeserializer<?>[] bySlot = new ValueDeserializer<?>[slots.size()];
        for (Member member : members) {
            RecordShape shape = member.reading().shape();
            for (int i = 0; i < shape.size(); i++) {
                bySlot[member.slots()[i]] =
                        context.findContextualValueDeserializer(context.constructType(shape.genericType(i)), null);
            }
        }
        readers.addAll(List.of(bySlot));
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            throw new DecodingException("expected an object", null);
        }
        @Nullable Object[] values = new Object[readers.size()];
        int guess = 0;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            int slot = slot(parser.currentName(), guess);
            if (slot < 0) {
                listener.unknown(shapes.family().getSimpleName(), parser.currentName());
                parser.nextToken();
                parser.skipChildren();
                continue;
            }
            guess = slot + 1;
            if (values[slot] != null) {
                throw new DecodingException("there twice", null);
            }
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                values[slot] = readers.get(slot).deserialize(parser, context);
            }
        }
        return choose(values);
    }

    /** Where a field belongs, likely behind the one before it; -1 for none. */
    private int slot(String name, int guess) {
        if (guess < names.size() && names.get(guess).equals(name)) {
            return guess;
        }
        return slots.getOrDefault(name, -1);
    }

    private Object choose(@Nullable Object[] values) {
        for (Member member : members) {
            if (member.marker() < 0 || values[member.marker()] != null) {
                @Nullable Object[] own = new Object[member.slots().length];
                for (int i = 0; i < own.length; i++) {
                    own[i] = values[member.slots()[i]];
                }
                return member.reading().create(own);
            }
        }
        throw new DecodingException("fits none of " + shapes.family().getSimpleName(), null);
    }

    @Override
    public boolean isCachable() {
        return true;
    }
}
