/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import io.netty.buffer.ByteBuf;

/**
 * Hears of one connection. All calls come from the connection's event loop, one after the other; {@link #onOpen} is the
 * first and {@link #onClose} the last, and the only one when the connection never opened. Buffers are the caller's: they
 * are valid during the call only.
 */
public interface SocketListener {

    /**
     * The connection is open.
     *
     * @param channel how to write to it
     */
    void onOpen(SocketChannel channel);

    /**
     * A whole text message came.
     *
     * @param payload its UTF-8 bytes
     */
    void onText(ByteBuf payload);

    /**
     * A whole binary message came.
     *
     * @param payload its bytes
     */
    void onBinary(ByteBuf payload);

    /**
     * A ping came; the transport doesn't answer it.
     *
     * @param payload what the pong must carry
     */
    void onPing(ByteBuf payload);

    /**
     * A pong came.
     *
     * @param payload what our ping carried
     */
    void onPong(ByteBuf payload);

    /** All that could be read for now has been handed over; also called when bytes came that make no whole message yet. */
    void onReadComplete();

    /** The connection takes writes again after {@link SocketChannel#isWritable()} was false. */
    void onWritable();

    /**
     * The connection is gone, or could not be opened.
     *
     * @param close why
     */
    void onClose(SocketClose close);
}
