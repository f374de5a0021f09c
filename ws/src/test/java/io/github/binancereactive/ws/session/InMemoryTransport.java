/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import reactor.core.Disposable;

/**
 * A transport without a network: every attempt becomes an {@link InMemoryConnection} on which the test plays the server. By
 * default attempts succeed at once.
 */
public final class InMemoryTransport implements WebSocketTransport {

    private final List<InMemoryConnection> connections = new ArrayList<>();
    private Consumer<InMemoryConnection> onConnect = InMemoryConnection::accept;

    @Override
    public synchronized Disposable connect(URI uri, SocketListener listener) {
        InMemoryConnection connection = new InMemoryConnection(uri, listener);
        connections.add(connection);
        onConnect.accept(connection);
        return connection::abort;
    }

    /** What happens to attempts from now on. */
    public synchronized void onConnect(Consumer<InMemoryConnection> behaviour) {
        onConnect = behaviour;
    }

    /** Attempts from now on find nobody. */
    public void refuseAll() {
        onConnect(connection -> connection.fail(SocketClose.unreachable(new ConnectException("refused"))));
    }

    /** Attempts from now on succeed at once. */
    public void acceptAll() {
        onConnect(InMemoryConnection::accept);
    }

    /** All attempts so far, the failed ones too. */
    public synchronized List<InMemoryConnection> connections() {
        return List.copyOf(connections);
    }

    /** The latest attempt. */
    public synchronized InMemoryConnection last() {
        return connections.get(connections.size() - 1);
    }

    /** Those that are open. */
    public List<InMemoryConnection> open() {
        return connections().stream().filter(InMemoryConnection::isOpen).toList();
    }
}
