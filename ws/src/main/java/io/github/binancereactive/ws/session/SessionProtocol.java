/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What a session is used for: the WebSocket API, market streams, user data. The session tells it which socket is which;
 * what the frames mean, only the protocol knows. Unless said otherwise, calls come one after the other, on any thread, and
 * must not block.
 */
public interface SessionProtocol {

    /**
     * Makes the handler of a new socket. On the socket's event loop, before any message.
     *
     * @param socket the socket
     * @return takes its messages
     */
    SocketHandler open(SessionSocket socket);

    /**
     * Brings a new socket to the state that its predecessor had, such as logged on and subscribed. The session uses the
     * socket when this completes, and drops it when this fails. Then it tries again with another, after the wait that a {@link
     * io.github.binancereactive.core.error.TransientException} names; but a {@link
     * io.github.binancereactive.core.error.RejectedException} would come again, and ends a session that has no socket in use.
     *
     * @param socket open, not yet in use
     * @return completes when the socket is ready
     */
    default Mono<Void> prepare(SessionSocket socket) {
        return Mono.empty();
    }

    /**
     * From now on new messages go to this socket.
     *
     * @param socket what {@link WebSocketSession#active()} now returns
     */
    void onActive(SessionSocket socket);

    /**
     * A socket that was opened is gone, be it in use, replaced, or still being prepared. Nothing more is written to it or read from it; what it was given and has not written is
     * told {@link Outgoing#notWritten}, before this or soon after.
     *
     * @param socket that socket
     * @param close why it is gone
     */
    void onLost(SessionSocket socket, SocketClose close);

    /**
     * An attempt to connect has failed before there was a socket to open.
     *
     * @param close why, such as that the server refused it
     */
    default void onRefused(SocketClose close) {}

    /**
     * The session has ended and won't come back.
     *
     * @param cause why; null when it was told to
     */
    void onEnd(@Nullable Throwable cause);
}
