/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import io.github.binancereactive.core.codec.FrameBuffer;

/** A message on its way out. It is encoded at the last moment, so that until then it can still be taken back. */
public interface Outgoing {

    /**
     * The socket is about to write this message. On the socket's event loop.
     *
     * @param socket the socket that writes
     * @param target empty; takes the message
     * @return false when the message isn't wanted any more; nothing is written then
     */
    boolean writeTo(SessionSocket socket, FrameBuffer target);

    /**
     * The socket closed or was replaced before it could write this message; not a byte of it was sent. On the socket's event
     * loop.
     *
     * @param socket the socket that didn't write it
     */
    void notWritten(SessionSocket socket);

    /**
     * Whether this is still to be written. One that isn't may be let go without being told anything.
     *
     * @return false from when {@link #writeTo} would return false
     */
    default boolean isWanted() {
        return true;
    }
}
