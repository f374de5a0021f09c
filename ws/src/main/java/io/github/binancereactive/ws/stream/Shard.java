/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.ws.session.SessionProtocol;
import io.github.binancereactive.ws.session.SessionSocket;
import io.github.binancereactive.ws.session.SocketClose;
import io.github.binancereactive.ws.session.SocketHandler;
import io.github.binancereactive.ws.session.WebSocketSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * The lines that share a session, and the connections that bring them: one in use, one that may be in preparation, and those that
 * were replaced. What the session tells becomes a step of the supply; for steps only, unless said otherwise.
 *
 * <p>The set of lines is what is wanted. A new connection is given all of them, and every change since then, so none is
 * forgotten and none asked for twice.
 */
final class Shard implements SessionProtocol {

    private final ShardedSupply supply;
    private final int number;
    private final boolean exclusive;
    private final WebSocketSession session;

    private final Map<String, SupplyLine<?>> lines = new LinkedHashMap<>();
    private volatile int load; // how many lines; written by steps, read by any thread
    private final List<StreamConnection> connections = new ArrayList<>(); // the older first
    private boolean paused;
    private boolean ended;
    private final Disposable.Swap idle = Disposables.swap();

    private volatile @Nullable StreamConnection opened; // the one to be prepared next; the session makes one at a time

    Shard(ShardedSupply supply, int number, boolean exclusive) {
        this.supply = supply;
        this.number = number;
        this.exclusive = exclusive;
        MarketStreamOptions options = supply.options();
        this.session = new WebSocketSession(
                "streams " + options.environment().name() + " " + number,
                options.addresses(),
                options.sessionOf(exclusive),
                supply.transport(),
                this,
                options.scheduler());
        session.events().subscribe(event -> supply.publish(new MarketStreamEvent(number, event)));
    }

    WebSocketSession session() {
        return session;
    }

    /** Any thread. */
    MarketStreamConnection snapshot() {
        return new MarketStreamConnection(number, exclusive, load, session.state());
    }

    /** How many lines it has. Any thread. */
    int load() {
        return load;
    }

    // --- lines ---

    /** A name can be here once only: the exchange sends a stream once to a connection. */
    boolean takes(SupplyLine<?> line) {
        return !exclusive
                && !ended
                && load < supply.options().maxStreamsPerConnection()
                && !lines.containsKey(line.name());
    }

    /** Whether the stream needn't be ended and begun again if it comes here. */
    boolean knows(String name) {
        return connections.stream().anyMatch(connection -> connection.knows(name));
    }

    void add(SupplyLine<?> line) {
        lines.put(line.name(), line);
        load = lines.size();
        line.placedOn(this);
        idle.update(Disposables.disposed());
        connections.forEach(connection -> connection.add(line));
    }

    void remove(SupplyLine<?> line) {
        if (!lines.remove(line.name(), line)) {
            return;
        }
        load = lines.size();
        connections.forEach(connection -> connection.remove(line));
        if (lines.isEmpty() && !ended) {
            if (exclusive) {
                supply.close(this);
            } else {
                idle.update(supply.after(supply.options().idleTimeout(), this::closeIfIdle));
            }
        }
    }

    private void closeIfIdle() {
        if (lines.isEmpty()) {
            supply.close(this);
        }
    }

    /** After changes: connects, or tells the exchange. */
    void pump() {
        if (!ended && !lines.isEmpty()) {
            session.start();
        }
        connections.forEach(StreamConnection::pump);
    }

    void refused(SupplyLine<?> line, Throwable refusal) {
        remove(line);
        line.refuse(refusal);
    }

    void renew(SupplyLine<?> line) {
        if (!paused) { // its answer would not be read
            connections.forEach(connection -> connection.renew(line));
            pump();
        }
    }

    void released(SupplyLine<?> line, long feed) {
        List.copyOf(connections).forEach(connection -> connection.released(line, feed));
    }

    /** Whether a younger connection than this one brings a line. */
    boolean bringsElsewhere(SupplyLine<?> line, StreamConnection than) {
        int next = connections.indexOf(than) + 1;
        return connections.subList(next, connections.size()).stream().anyMatch(each -> each.brings(line));
    }

    void pause(boolean wanted) {
        if (!exclusive || paused == wanted) {
            return;
        }
        paused = wanted;
        connections.forEach(connection -> connection.pause(wanted));
        connections.forEach(wanted ? StreamConnection::suspendOverlap : StreamConnection::overlap);
    }

    // --- the session; on any thread ---

    @Override
    public SocketHandler open(SessionSocket socket) {
        StreamConnection connection = new StreamConnection(this, supply, socket);
        opened = connection;
        return connection.reader();
    }

    @Override
    public Mono<Void> prepare(SessionSocket socket) {
        StreamConnection connection = opened;
        if (connection == null || connection.socket() != socket) {
            return Mono.error(new IllegalStateException("a socket that was not opened"));
        }
        return Mono.create(sink -> supply.steps().run(() -> {
            connections.add(connection);
            connection.prepare(lines.values(), sink);
        }));
    }

    @Override
    public void onActive(SessionSocket socket) {
        forConnection(socket, connection -> {
            connection.pause(paused);
            for (StreamConnection each : List.copyOf(connections)) {
                if (each != connection) {
                    each.replace();
                }
            }
        });
    }

    @Override
    public void onLost(SessionSocket socket, SocketClose close) {
        forConnection(socket, connection -> {
            boolean wasInPreparation = connections.size() > 1
                    && connections.get(connections.size() - 1) == connection
                    && !connections.get(connections.size() - 2).isReplaced();
            if (wasInPreparation) {
                connections.get(connections.size() - 2).restoreReleased();
            }
            connection.lost(close);
            connections.remove(connection);
        });
    }

    private void forConnection(SessionSocket socket, Consumer<StreamConnection> action) {
        supply.steps()
                .run(() -> connections.stream()
                        .filter(connection -> connection.socket() == socket)
                        .findFirst()
                        .ifPresent(action));
    }

    @Override
    public void onEnd(@Nullable Throwable cause) {
        supply.steps().run(() -> {
            ended = true;
            idle.dispose();
            supply.forget(this);
            connections.forEach(StreamConnection::end);
            connections.clear();
            List<SupplyLine<?>> left = List.copyOf(lines.values());
            lines.clear();
            load = 0;
            left.forEach(line -> line.end(cause));
        });
    }
}
