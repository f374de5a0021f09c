/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import io.netty.buffer.ByteBuf;

/** What a protocol does with the messages of one socket. On that socket's event loop, one call after the other. */
public interface SocketHandler {

    /**
     * A text message came.
     *
     * @param payload its UTF-8 bytes; valid during the call only
     */
    void onText(ByteBuf payload);

    /**
     * A binary message came.
     *
     * @param payload its bytes; valid during the call only
     */
    void onBinary(ByteBuf payload);

    /** A ping came and was answered, which counts where the exchange limits how many messages a client may send. */
    default void onPing() {}
}
