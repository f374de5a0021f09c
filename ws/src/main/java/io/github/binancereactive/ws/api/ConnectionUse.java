/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.model.user.UserDataEvent;
import io.github.binancereactive.ws.session.SessionSocket;
import io.github.binancereactive.ws.session.SocketClose;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What lives on each connection of a client beside its requests, such as subscriptions. Calls come on any thread and may overlap,
 * but for those about one connection, which come in order; they must not block and not throw.
 *
 * @see BinanceWebSocketApiClient#use
 */
public interface ConnectionUse {

    /**
     * Brings a new connection, logged on if that is wanted, to the state of its predecessor. It is used when this completes, and
     * dropped when this fails or takes too long.
     *
     * @param connection open, not yet in use
     * @return completes when it is ready
     */
    Mono<Void> prepare(SessionSocket connection);

    /**
     * From now on this connection is in use, and the one before it is closed as soon as nobody {@link SessionSocket#hold holds} it
     * and nothing is owed to it.
     *
     * @param connection may be one that was never prepared, when it was on its way before
     */
    void onActive(SessionSocket connection);

    /**
     * An event came.
     *
     * @param connection where
     * @param subscriptionId to which subscription it belongs; {@link
     *     io.github.binancereactive.core.codec.InboundFrame#NO_SUBSCRIPTION} when it doesn't say
     * @param event the event
     */
    void onEvent(SessionSocket connection, int subscriptionId, UserDataEvent event);

    /**
     * The exchange has cancelled the log-on of a connection, as it does when the key is no good any more. What goes by the log-on may
     * have ended without a word.
     *
     * @param connection where
     */
    default void onRevoked(SessionSocket connection) {}

    /**
     * A connection is gone, be it in use, replaced, or still being prepared.
     *
     * @param connection that connection
     * @param close why it is gone
     */
    void onLost(SessionSocket connection, SocketClose close);

    /**
     * The client has ended. May come twice.
     *
     * @param cause why; null when it was disposed of
     */
    void onEnd(@Nullable Throwable cause);
}
