/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Is told what the frames of one stream connection say. On the thread that decodes, while it decodes. */
public interface StreamFrames {

    /**
     * Looks up who takes the events of a stream, by its name as it is on the wire.
     *
     * @param source holds the name in UTF-8
     * @param offset where it begins
     * @param length how many bytes it has
     * @return null when nobody does; the events are skipped then, without a look at their grammar
     */
    @Nullable EventTarget<?> find(byte[] source, int offset, int length);

    /**
     * A request was carried out.
     *
     * @param id id of the request; {@link InboundFrame#NO_ID} when there is none that is ours
     * @param streams the result, when it is a list; else null
     */
    void onResult(long id, @Nullable List<String> streams);

    /**
     * A request was refused.
     *
     * @param id id of the request; {@link InboundFrame#NO_ID} when the answer names none
     * @param error why
     */
    void onRefused(long id, ErrorBody error);

    /** The server is about to shut down. */
    void onServerShutdown();

    /**
     * Who takes the events of a stream.
     *
     * @param <T> the events
     */
    interface EventTarget<T> {

        /**
         * How to decode them.
         *
         * @return made by the codec that reads the frame
         */
        EventDecoder<T> decoder();

        /**
         * An event came; one of several when the frame is a list, in its order.
         *
         * @param event the event
         */
        void onEvent(T event);
    }
}
