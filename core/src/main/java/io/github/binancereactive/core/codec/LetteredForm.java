/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static io.github.binancereactive.core.codec.JsonWriter.ascii;

import io.github.binancereactive.core.model.market.PriceLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events whose fields have names of one letter, which is most: a table of what each letter means. In the order in which the exchange
 * documents and writes them; read in any order.
 *
 * @param <T> the events
 */
final class LetteredForm<T> implements EventForm<T> {

    private final String type;
    private final List<Field<T>> fields;
    private final @Nullable Function<LetteredFields, T> maker; // null as long as this is but a part of an event

    private final Field<T>[] inOrder;
    private final @Nullable Field<T>[] byLetter;
    private final long mandatory;

    private LetteredForm(String type, List<Field<T>> fields, @Nullable Function<LetteredFields, T> maker) {
        this.type = type;
        this.fields = fields;
        this.maker = maker;
        this.inOrder = inOrder(fields);
        this.byLetter = byLetter(fields);
        this.mandatory = fields.stream()
                .filter(Field::mandatory)
                .mapToLong(field -> LetteredFields.bit(field.letter))
                .reduce(0, (one, other) -> one | other);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no generic arrays
    private static <T> Field<T>[] inOrder(List<Field<T>> fields) {
        return fields.toArray(new Field[0]);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // likewise
    private static <T> @Nullable Field<T>[] byLetter(List<Field<T>> fields) {
        @Nullable Field<T>[] byLetter = new Field[128];
        fields.forEach(field -> byLetter[field.letter] = field);
        return byLetter;
    }

    static <T> LetteredForm<T> of(Class<T> type) {
        return new LetteredForm<>(type.getSimpleName(), List.of(), null);
    }

    /** The name of the type of event. */
    LetteredForm<T> constant(char letter, String value) {
        return with(new Field<>(letter, Kind.CONSTANT, event -> value, ascii(value), null));
    }

    LetteredForm<T> text(char letter, Function<T, String> value) {
        return with(letter, Kind.TEXT, value);
    }

    LetteredForm<T> decimal(char letter, Function<T, BigDecimal> value) {
        return with(letter, Kind.DECIMAL, value);
    }

    LetteredForm<T> decimalOrNull(char letter, Function<T, @Nullable BigDecimal> value) {
        return with(letter, Kind.DECIMAL_OR_NULL, value);
    }

    LetteredForm<T> number(char letter, Function<T, Long> value) {
        return with(letter, Kind.NUMBER, value);
    }

    LetteredForm<T> time(char letter, Function<T, Instant> value) {
        return with(letter, Kind.TIME, value);
    }

    LetteredForm<T> flag(char letter, Function<T, Boolean> value) {
        return with(letter, Kind.FLAG, value);
    }

    LetteredForm<T> levels(char letter, Function<T, List<PriceLevel>> value) {
        return with(letter, Kind.LEVELS, value);
    }

    /** An object with more fields of the same event. */
    LetteredForm<T> object(char letter, LetteredForm<T> part) {
        return with(new Field<>(letter, Kind.OBJECT, event -> event, null, part));
    }

    /** One that the exchange tells us to ignore, and whose value is not kept. */
    LetteredForm<T> ignored(char letter) {
        return with(letter, Kind.IGNORED, event -> event);
    }

    LetteredForm<T> makes(Function<LetteredFields, T> event) {
        return new LetteredForm<>(type, fields, event);
    }

    private LetteredForm<T> with(char letter, Kind kind, Function<T, ? extends @Nullable Object> value) {
        return with(new Field<>(letter, kind, value, null, null));
    }

    private LetteredForm<T> with(Field<T> field) {
        return new LetteredForm<>(
                type, Stream.concat(fields.stream(), Stream.of(field)).toList(), maker);
    }

    @Override
    public T read(EventReader in) {
        in.fields.present(0);
        readObject(in);
        return Objects.requireNonNull(maker).apply(in.fields);
    }

    private void readObject(EventReader in) {
        in.beginObject();
        int next = 0;
        while (next < inOrder.length && in.nextIs(inOrder[next].quoted)) {
            read(inOrder[next++], in);
        }
        readRest(in);
        long missing = mandatory & ~in.fields.present();
        if (missing != 0) {
            throw new DecodingException(type + ": '" + LetteredFields.letter(missing) + "' is missing", null);
        }
    }

    /** What isn't written as it was expected, and all that comes after. */
    private void readRest(EventReader in) {
        for (int letter = in.letter(); letter != EventReader.END; letter = in.letter()) {
            Field<T> field = byLetter[letter];
            if (field == null) {
                in.unknown(type, letter);
            } else {
                read(field, in);
            }
        }
    }

    private void read(Field<T> field, EventReader in) {
        LetteredFields into = in.fields;
        char letter = field.letter;
        switch (field.kind) {
            case DECIMAL -> in.decimalOf(letter);
            case NUMBER, TIME -> into.put(letter, in.wholeNumber());
            case TEXT -> into.put(letter, in.recurring());
            case FLAG -> into.put(letter, in.truth() ? 1 : 0);
            case LEVELS -> into.put(letter, in.levels.read(in));
            case CONSTANT -> readConstant(field, in);
            case DECIMAL_OR_NULL -> readDecimalOrNull(letter, in);
            case OBJECT -> readPart(field, in);
            case IGNORED -> in.skipValue();
        }
    }

    /** An event of another type would have other fields, or the same with another meaning. */
    private void readConstant(Field<T> field, EventReader in) {
        if (!in.nextTextIs(Objects.requireNonNull(field.constant))) {
            throw new DecodingException("expected another type of event for " + type, null);
        }
        in.fields.put(field.letter);
    }

    private static void readDecimalOrNull(char letter, EventReader in) {
        if (in.peek() == 'n') {
            in.skipLiteral("null");
        } else {
            in.decimalOf(letter);
        }
    }

    /** Its fields go where those around it are: no letter has two meanings within an event. */
    private void readPart(Field<T> field, EventReader in) {
        long around = in.fields.present();
        in.fields.present(0);
        Objects.requireNonNull(field.part).readObject(in);
        in.fields.present(around);
        in.fields.put(field.letter);
    }

    @Override
    public void write(T event, EventWriter out) {
        int separator = '{';
        for (Field<T> field : fields) {
            if (field.kind != Kind.IGNORED) {
                out.field(separator, field.name);
                write(field, event, out);
                separator = ',';
            }
        }
        out.end();
    }

    private void write(Field<T> field, T event, EventWriter out) {
        if (field.part != null) {
            field.part.write(event, out);
        } else {
            out.write(field.value.apply(event));
        }
    }

    private enum Kind {
        CONSTANT,
        TEXT,
        DECIMAL,
        DECIMAL_OR_NULL,
        NUMBER,
        TIME,
        FLAG,
        LEVELS,
        OBJECT,
        IGNORED
    }

    private record Field<T>(
            char letter,
            byte[] name,
            int quoted,
            Kind kind,
            Function<T, ? extends @Nullable Object> value,
            byte @Nullable [] constant,
            @Nullable LetteredForm<T> part) {

        Field(
                char letter,
                Kind kind,
                Function<T, ? extends @Nullable Object> value,
                byte @Nullable [] constant,
                @Nullable LetteredForm<T> part) {
            this(letter, new byte[] {(byte) letter}, EventReader.quoted(letter), kind, value, constant, part);
        }

        boolean mandatory() {
            return kind != Kind.IGNORED && kind != Kind.DECIMAL_OR_NULL;
        }
    }
}
