/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.stream.MarketStream;
import java.util.List;

/**
 * The frames of market data streams: events in, subscriptions out. Safe for any number of threads; never blocks.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams">WebSocket streams</a>
 */
public interface StreamCodec {

    /**
     * Prepares to decode the events of a stream, once a stream, so that no event has to look for how it is done.
     *
     * @param stream the stream
     * @param <T> its events
     * @return decodes its events
     */
    <T> EventDecoder<T> decoder(MarketStream<T> stream);

    /**
     * Reads a frame in one pass: as soon as the stream's name is read, it asks who takes its events and decodes them in place.
     *
     * @param source holds the frame; not kept and not changed
     * @param offset where it begins
     * @param length how many bytes it has
     * @param target is told what the frame says
     * @throws DecodingException when this is no frame of a stream connection; what was told before counts
     */
    void decode(byte[] source, int offset, int length, StreamFrames target);

    /**
     * Appends a message that subscribes to streams.
     *
     * @param id what the answer will carry
     * @param streams names of the streams, at least one
     * @param target where to append it
     */
    void subscribe(long id, List<String> streams, FrameBuffer target);

    /**
     * Appends a message that ends subscriptions.
     *
     * @param id what the answer will carry
     * @param streams names of the streams, at least one
     * @param target where to append it
     */
    void unsubscribe(long id, List<String> streams, FrameBuffer target);

    /**
     * Appends a message that asks which streams the connection is subscribed to.
     *
     * @param id what the answer will carry
     * @param target where to append it
     */
    void listSubscriptions(long id, FrameBuffer target);

    /**
     * How many bytes a stream takes in a message that subscribes to it, quotes and comma included.
     *
     * @param stream name of the stream
     * @return bytes
     */
    int sizeOf(String stream);

    /**
     * Encodes an event as the exchange would, without the name of its stream.
     *
     * @param event an event that this codec can decode, or a list of such
     * @return its bytes
     */
    byte[] encode(Object event);
}
