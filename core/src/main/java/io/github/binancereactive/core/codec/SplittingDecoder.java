/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.model.general.ExchangeInfo;
import io.github.binancereactive.core.model.general.ExecutionRules;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes an answer that consists of one large array in essence: each element as soon as it is complete, the rest at the end.
 * So no piece costs much more than its own length, and the whole body is never in memory.
 */
final class SplittingDecoder<R> implements ChunkedDecoder<R> {

    /** The component that makes up nearly all of a large answer; lists are their own. */
    private static final Map<Class<?>, String> DOMINATING =
            Map.of(ExchangeInfo.class, "symbols", ExecutionRules.class, "symbolRules");

    private final ResultType<R> type;
    private final List<Object> elements = new ArrayList<>();
    private final JsonElements<?> splitting;

    private SplittingDecoder(JsonCodec codec, ResultType<R> type, ResultType<?> element, @Nullable String field) {
        this.type = type;
        this.splitting = new JsonElements<>(codec, type, element, field, elements::add);
    }

    static <R> ChunkedDecoder<R> of(JsonCodec codec, ResultType<R> type) {
        ResultType<?> element = element(type);
        return element == null
                ? new AccumulatingDecoder<>(codec, type)
                : new SplittingDecoder<>(codec, type, element, type.isList() ? null : DOMINATING.get(type.element()));
    }

    /** What the dominating array of an answer holds; null when it has none. */
    static @Nullable ResultType<?> element(ResultType<?> type) {
        if (type.isList()) {
            return ResultType.of(type.element());
        }
        String field = DOMINATING.get(type.element());
        if (field == null) {
            return null;
        }
        RecordShape shape = new RecordShape(type.element());
        ParameterizedType list = (ParameterizedType) shape.genericType(shape.position(field, 0));
        return ResultType.of((Class<?>) list.getActualTypeArguments()[0]);
    }

    @Override
    public void feed(byte[] source, int offset, int length) {
        splitting.feed(source, offset, length);
    }

    @Override
    @SuppressWarnings("unchecked") // the shell was decoded as the type
    public @Nullable R finish() {
        R shell = (R) splitting.shell();
        return shell != null && splitting.complete() ? filled(shell) : shell;
    }

    @SuppressWarnings("unchecked") // the elements were decoded as what the type holds
    private R filled(R shell) {
        if (type.isList()) {
            return (R) List.copyOf(elements);
        }
        RecordShape shape = new RecordShape(type.element());
        @Nullable Object[] values = new Object[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = shape.get(shell, i);
        }
        values[shape.position(String.valueOf(DOMINATING.get(type.element())), 0)] = elements;
        return (R) shape.create(values);
    }
}
