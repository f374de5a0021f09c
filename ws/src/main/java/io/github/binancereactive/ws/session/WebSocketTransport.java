/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import java.net.URI;
import reactor.core.Disposable;

/** Opens WebSocket connections. The seam below which the network lies: tests put an in-memory one here. */
public interface WebSocketTransport {

    /**
     * Begins to open a connection and returns at once.
     *
     * @param uri where to
     * @param listener hears of everything that happens; {@link SocketListener#onClose} exactly once at the end, also when
     *     the connection never opened
     * @return gives the attempt up, after which the listener may hear nothing more, or closes an open connection without
     *     ceremony; may be used at any time from any thread
     */
    Disposable connect(URI uri, SocketListener listener);
}
