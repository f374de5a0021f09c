/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import io.github.binancereactive.core.api.MarketDataApi;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.request.DepthQuery;
import io.github.binancereactive.ws.session.SerialSteps;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where all books ask for their snapshots: first come, first served, a few at a time, so that many books which start or lose
 * their connection together neither use up the budget at once nor starve each other.
 *
 * <p>Each ticket has a number, and the lowest in the line is next. Who fails with something that passes makes room for the next at once,
 * and is back in the line after a back-off of its own: after its first failure, which may have been chance, with the number it had; after
 * each further one with a new number, behind all who wait by then. So one failure costs little, and those that keep failing hold
 * up nobody for longer than one attempt of each.
 *
 * <p>When the exchange or the budget says when there is room again, nobody asks before. Such a failure is about all, so it costs nobody its
 * number.
 */
final class SnapshotDesk {

    /** The exchange bans for three days at most. */
    private static final Duration LONGEST = Duration.ofDays(3);

    private enum State {
        /** In the line. */
        WAITING,
        /** One of the few. */
        ASKING,
        /** Waits for the end of its back-off. */
        AWAY,
        DONE
    }

    private final MarketDataApi api;
    private final OrderBookOptions options;
    private final SerialSteps turns = new SerialSteps("the line for snapshots");
    private final Queue<Ticket> line =
            new PriorityQueue<>(Comparator.comparingLong(Ticket::number)); // only within a turn, as all below
    private final Disposable.Swap opening = Disposables.swap();
    private int asking;
    private long numbers;
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
        turns.run(ticket::enter);
        return ticket;
    }

    private void serve() {
        while (!isClosed() && asking < options.concurrentSnapshots() && !line.isEmpty()) {
            line.remove().go();
        }
    }

    private boolean isClosed() {
        return closedUntil > now();
    }

    private void close(Instant until) {
        long end = nanos(until);
        if (end > closedUntil) {
            closedUntil = end;
            opening.update(later(this::open, end - now()));
        }
    }

    private void open() {
        long left = closedUntil - now();
        if (left > 0) { // timers may be early by what a clock doesn't show
            opening.update(later(this::open, left));
        } else {
            serve();
        }
    }

    private Disposable later(Runnable step, long nanos) {
        return options.scheduler().schedule(() -> turns.run(step), nanos, TimeUnit.NANOSECONDS);
    }

    private long now() {
        return options.scheduler().now(TimeUnit.NANOSECONDS);
    }

    private long nanos(Instant moment) {
        Duration wait = Duration.between(Instant.EPOCH.plusNanos(now()), moment);
        return now() + (wait.compareTo(LONGEST) < 0 ? wait : LONGEST).toNanos();
    }

    /** One book's wish. Any thread may end it; all else happens within turns. */
    private final class Ticket implements Disposable {

        private final String symbol;
        private final Consumer<Depth> onSnapshot;
        private final Consumer<Throwable> onFailure;
        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
        private final Disposable.Swap underWay = Disposables.swap(); // a timer or a request
        private long number; // changed while it is not in the line
        private int failures;

        Ticket(String symbol, Consumer<Depth> onSnapshot, Consumer<Throwable> onFailure) {
            this.symbol = symbol;
            this.onSnapshot = onSnapshot;
            this.onFailure = onFailure;
        }

        long number() {
            return number;
        }

        void enter() {
            number = numbers++;
            line.add(this);
            serve();
        }

        /** Takes its place among the few; who ends from now on makes room. */
        void go() {
            if (state.compareAndSet(State.WAITING, State.ASKING)) {
                asking++;
                orFail(this::prepare);
            }
        }

        private void prepare() {
            long jitter = options.snapshotJitter().toNanos();
            if (jitter == 0) {
                send();
            } else {
                underWay.replace(later(this::send, options.random().nextLong(jitter + 1)));
            }
        }

        private void send() {
            if (isClosed()) { // meanwhile
                comeBack(State.ASKING);
            } else if (!isDisposed()) {
                underWay.replace(outcome().subscribe(Runnable::run));
            }
        }

        /**
         * A flux, and one that never fails: what comes at the moment when it isn't wanted any more is ours to ignore, and a
         * subscriber of a mono, or of an error, would report it as dropped.
         */
        private Flux<Runnable> outcome() {
            return Mono.defer(() -> api.depth(DepthQuery.of(symbol).limit(options.snapshotLimit())))
                    .single()
                    .<Runnable>map(depth -> () -> answered(depth))
                    .onErrorResume(error -> Mono.just(() -> failed(error)))
                    .flux();
        }

        private void answered(Depth depth) {
            if (end()) {
                onSnapshot.accept(depth); // not within the turn: the book's readers are called from here
            }
        }

        private void failed(Throwable error) {
            if (error instanceof TransientException passing) {
                turns.run(() -> orFail(() -> makeRoom(passing)));
            } else if (end()) {
                onFailure.accept(error);
            }
        }

        private void makeRoom(TransientException error) {
            error.retryAfter().ifPresent(SnapshotDesk.this::close);
            if (!state.compareAndSet(State.ASKING, State.AWAY)) {
                return;
            }
            asking--;
            failures++;
            if (failures > 1 && error.retryAfter().isEmpty()) {
                number = numbers++;
            }
            long wait = options.backoff().before(failures).toNanos();
            underWay.replace(later(() -> comeBack(State.AWAY), wait)); // what was there is over: it has led here
            serve();
        }

        private void comeBack(State from) {
            if (state.compareAndSet(from, State.WAITING)) {
                asking -= from == State.ASKING ? 1 : 0;
                line.add(this);
                serve();
            }
        }

        /** Back-off, jitter and timers are the application's, and may refuse. */
        private void orFail(Runnable step) {
            try {
                step.run();
            } catch (RuntimeException refusal) {
                failed(refusal);
            }
        }

        /** Makes room, if it had any, for whoever is next. */
        private boolean end() {
            State before = state.getAndSet(State.DONE);
            if (before == State.DONE) {
                return false;
            }
            turns.run(() -> {
                line.remove(this);
                asking -= before == State.ASKING ? 1 : 0;
                serve();
            });
            return true;
        }

        @Override
        public void dispose() {
            end();
            underWay.dispose();
        }

        @Override
        public boolean isDisposed() {
            return state.get() == State.DONE;
        }
    }
}
