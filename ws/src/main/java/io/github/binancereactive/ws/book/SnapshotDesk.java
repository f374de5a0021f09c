/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import io.github.binancereactive.core.api.MarketDataApi;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.request.DepthQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Where all books ask for their snapshots: first come, first served, a few at a time, so that many books which start or lose
 * their connection together neither use up the budget at once nor starve each other. Who fails keeps its place and tries again. When
 * the exchange or the budget says when there is room again, nobody asks before.
 */
final class SnapshotDesk {

    /** The exchange bans for three days at most. */
    private static final Duration LONGEST = Duration.ofDays(3);

    private enum State {
        WAITING,
        ASKING,
        DONE
    }

    private final MarketDataApi api;
    private final OrderBookOptions options;
    private final Turns turns = new Turns();
    private final Queue<Ticket> line = new ArrayDeque<>(); // only within a turn, as all below
    private int asking;
    private long closedUntil; // in nanoseconds since 1970

    SnapshotDesk(MarketDataApi api, OrderBookOptions options) {
        this.api = api;
        this.options = options;
    }

    /**
     * Asks for a snapshot until there is one. One of the two is called, once, unless the ticket is disposed of.
     *
     * @param onFailure gets what won't pass by itself
     */
    Disposable ask(String symbol, Consumer<Depth> onSnapshot, Consumer<Throwable> onFailure) {
        Ticket ticket = new Ticket(symbol, onSnapshot, onFailure);
        turns.run(() -> {
            line.add(ticket);
            serve();
        });
        return ticket;
    }

    private void serve() {
        while (asking < options.concurrentSnapshots() && !line.isEmpty()) {
            line.remove().go();
        }
    }

    private long now() {
        return options.scheduler().now(TimeUnit.NANOSECONDS);
    }

    private long nanos(Instant moment) {
        Duration wait = Duration.between(Instant.EPOCH.plusNanos(now()), moment);
        return now() + (wait.compareTo(LONGEST) < 0 ? wait : LONGEST).toNanos();
    }

    /** One book's wish. */
    private final class Ticket implements Disposable {

        private final String symbol;
        private final Consumer<Depth> onSnapshot;
        private final Consumer<Throwable> onFailure;
        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
        private final Disposable.Swap request = Disposables.swap();
        private int failures; // only within a turn

        Ticket(String symbol, Consumer<Depth> onSnapshot, Consumer<Throwable> onFailure) {
            this.symbol = symbol;
            this.onSnapshot = onSnapshot;
            this.onFailure = onFailure;
        }

        void go() {
            if (state.compareAndSet(State.WAITING, State.ASKING)) {
                asking++;
                attempt();
            }
        }

        private void attempt() {
            if (isDisposed()) {
                return;
            }
            long wait = closedUntil - now();
            request.replace( // what was there is over: it has led here
                    wait > 0 ? after(wait) : snapshot().subscribe(this::answered, this::failed));
        }

        private Disposable after(long nanos) {
            return options.scheduler().schedule(() -> turns.run(this::attempt), nanos, TimeUnit.NANOSECONDS);
        }

        private Mono<Depth> snapshot() {
            Mono<Depth> snapshot = Mono.defer(
                            () -> api.depth(DepthQuery.of(symbol).limit(options.snapshotLimit())))
                    .single();
            long jitter = options.snapshotJitter().toNanos();
            return jitter == 0
                    ? snapshot
                    : snapshot.delaySubscription(
                            Duration.ofNanos(options.random().nextLong(jitter + 1)), options.scheduler());
        }

        private void answered(Depth depth) {
            if (state.compareAndSet(State.ASKING, State.DONE)) {
                turns.run(this::leave);
                onSnapshot.accept(depth); // not within the turn: the book's readers are called from here
            }
        }

        private void failed(Throwable error) {
            if (error instanceof TransientException passing) {
                turns.run(() -> repeat(passing));
            } else if (state.compareAndSet(State.ASKING, State.DONE)) {
                turns.run(this::leave);
                onFailure.accept(error);
            }
        }

        private void repeat(TransientException error) {
            error.retryAfter().ifPresent(moment -> closedUntil = Math.max(closedUntil, nanos(moment)));
            long own = options.backoff().before(++failures).toNanos();
            request.replace(after(Math.max(own, closedUntil - now())));
        }

        private void leave() {
            asking--;
            serve();
        }

        @Override
        public void dispose() {
            State before = state.getAndSet(State.DONE);
            request.dispose();
            if (before != State.DONE) {
                turns.run(() -> {
                    line.remove(this);
                    asking -= before == State.ASKING ? 1 : 0;
                    serve();
                });
            }
        }

        @Override
        public boolean isDisposed() {
            return state.get() == State.DONE;
        }
    }
}
