/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.endpoint.ResultType;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands out the elements of one array of an answer as they are completed, and judges what is around it at the end. */
final class JsonElements<E> implements ElementDecoder {

    private final JsonCodec codec;
    private final ResultType<?> type;
    private final ResultType<E> element;
    private final Consumer<? super E> target;
    private final ArraySplitter splitter;
    private int count;

    /**
     * A decoder of one answer.
     *
     * @param type what the answer is
     * @param element what the array holds
     * @param field the component that is the array; null when the answer itself is
     * @param target gets each element
     */
    JsonElements(
            JsonCodec codec,
            ResultType<?> type,
            ResultType<E> element,
            @Nullable String field,
            Consumer<? super E> target) {
        this.codec = codec;
        this.type = type;
        this.element = element;
        this.target = target;
        this.splitter = new ArraySplitter(field, this::decode);
    }

    @SuppressWarnings("unchecked") // a list is decoded as what its type says
    static <E> ElementDecoder ofList(JsonCodec codec, ResultType<List<E>> type, Consumer<? super E> target) {
        if (!type.isList()) {
            throw new IllegalArgumentException(type + " is no list");
        }
        return new JsonElements<>(codec, type, ResultType.of((Class<E>) type.element()), null, target);
    }

    @Override
    public void feed(byte[] source, int offset, int length) {
        splitter.feed(source, offset, length);
    }

    /** Whether the array was there and has ended. */
    boolean complete() {
        return splitter.complete();
    }

    /** The answer without the elements that were handed out. */
    @Nullable Object shell() {
        if (splitter.cutShort()) {
            throw new DecodingException(type + ": cut short in element " + count, null);
        }
        FrameBuffer outside = splitter.outside();
        return codec.decode(type, outside.array(), 0, outside.length());
    }

    @Override
    @SuppressWarnings("unchecked") // a list is decoded as what its type says
    public void finish() {
        // What is left of a list is empty, unless a single object stood in its place.
        Object rest = shell();
        if (rest instanceof List<?> elements) {
            elements.forEach(each -> target.accept((E) each));
        }
    }

    private void decode(byte[] source, int offset, int length) {
        E value;
        try {
            value = codec.decode(element, source, offset, length);
        } catch (DecodingException e) {
            throw new DecodingException("element " + count + " of " + type + ", " + e.getMessage(), null);
        }
        if (value != null) {
            count++;
            target.accept(value);
        }
    }
}
