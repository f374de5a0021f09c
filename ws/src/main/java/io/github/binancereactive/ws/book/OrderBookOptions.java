/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import io.github.binancereactive.core.book.BookOptions;
import io.github.binancereactive.core.stream.DepthSpeed;
import io.github.binancereactive.core.time.Backoff;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * How order books are kept. Immutable: each {@code with} method returns new options.
 *
 * @param speed how often the exchange tells of changes
 * @param snapshotLimit how many levels of a side a snapshot has, up to 5,000: up to 100 cost a weight of 5, up to 500 25, up to 1,000
 *     50, more 250
 * @param book how much of a book is kept
 * @param viewLevels how many levels of a side are shown unless somebody asks for another number
 * @param concurrentSnapshots how many snapshots all books together ask for at once; the others wait in line
 * @param snapshotJitter by how much at most a snapshot is asked for later, drawn evenly, so that many books don't ask together
 * @param backoff how long to wait after a snapshot that failed or was too old, and after an overflow
 * @param staleAfter after how long without an update a book is stale; found within a quarter more. Zero for never: books of symbols that
 *     are hardly traded may well be quiet
 * @param linger for how long a book is kept when nobody wants it any more
 * @param bufferSize how many updates may wait for the book, and for a subscriber that wants each of them; one more is an overflow
 * @param scheduler for all timers
 * @param random where jitter comes from
 */
public record OrderBookOptions(
        DepthSpeed speed,
        int snapshotLimit,
        BookOptions book,
        int viewLevels,
        int concurrentSnapshots,
        Duration snapshotJitter,
        Backoff backoff,
        Duration staleAfter,
        Duration linger,
        int bufferSize,
        Scheduler scheduler,
        RandomGenerator random) {

    private static final int MOST_LEVELS = 5_000;

    /** Checks the ranges. */
    public OrderBookOptions {
        Objects.requireNonNull(speed, "speed");
        Objects.requireNonNull(backoff, "backoff");
        Objects.requireNonNull(scheduler, "scheduler");
        Objects.requireNonNull(random, "random");
        if (snapshotLimit > MOST_LEVELS || snapshotLimit < 2 * book.minLevels()) {
            throw new IllegalArgumentException("snapshotLimit must be at least twice as much as minLevels and at most "
                    + MOST_LEVELS + ", not " + snapshotLimit);
        }
        atLeastOne("viewLevels", viewLevels);
        atLeastOne("concurrentSnapshots", concurrentSnapshots);
        atLeastOne("bufferSize", bufferSize);
        notNegative("snapshotJitter", snapshotJitter);
        notNegative("staleAfter", staleAfter);
        notNegative("linger", linger);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
    }

    private static void notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, but is " + value);
        }
    }

    /**
     * The defaults: every 100 ms, 5,000 levels a snapshot, all kept, 100 shown, 3 snapshots at once with up to 500 ms of jitter,
     * back-off doubling from 500 ms to 30 s with full jitter, stale after a minute, kept for 10 s, 1,024 updates wait, the
     * shared parallel scheduler.
     *
     * @return new options
     */
    public static OrderBookOptions defaults() {
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        return new OrderBookOptions(
                DepthSpeed.EVERY_100_MS,
                MOST_LEVELS,
                BookOptions.defaults(),
                100,
                3,
                Duration.ofMillis(500),
                Backoff.exponential(Duration.ofMillis(500), Duration.ofSeconds(30))
                        .fullJitter(random),
                Duration.ofMinutes(1),
                Duration.ofSeconds(10),
                1_024,
                Schedulers.parallel(),
                random);
    }

    /**
     * These options with another {@link #speed()}.
     *
     * @param value the new value
     * @return new options
     */
    public OrderBookOptions withSpeed(DepthSpeed value) {
        return with(draft -> draft.speed = value);
    }

    /**
     * These options with another {@link #snapshotLimit()}.
     *
     * @param value the new value
     * @return new options
     */
    public OrderBookOptions withSnapshotLimit(int value) {
        return with(draft -> draft.snapshotLimit = value);
    }

    /**
     * These options with another {@link #book()}.
     *
     * @param value the new value
     * @return new options
     */
    public OrderBookOptions withBook(BookOptions value) {
        return with(draft -> draft.book = value);
    }

    /**
     * These options with another {@link #viewLevels()}.
     *
     * @param value the new value
     * @return new options
     */
    public OrderBookOptions withViewLevels(int value) {
        return with(draft -> draft.viewLevels = value);
    }

    /**
     * These options with another {@link #concurrentSnapshots()}.
     *
     * @param value the new value
     * @return new options
     */
    public OrderBookOptions withConcurrentSnapshots(int value) {
        return with(draft -> draft.concurrentSnapshots = value);
    }

    /**
     * These options with another {@link #snapshotJitter()}.
     *
     * @param value the new value
     * @return new options
     */
    public OrderBookOptions withSnapshotJitter(Duration value) {
        return with(draft -> draft.snapshotJitter = value);
    }

    /**
     * These options with another {@link #backoff()}.
     *
     * @param value the new value
     * @return new options
     */
    public OrderBookOptions withBackoff(Backoff value) {
        return with(draft -> draft.backoff = value);
    }

    /**
     * These options with another {@link #staleAfter()}.
     *
     * @param value the new value
     * @return new options
     */
    public OrderBookOptions withStaleAfter(Duration value) {
        return with(draft -> draft.staleAfter = value);
    }

    /**
     * These options with another {@link #linger()}.
     *
     * @param value the new value
     * @return new options
     */
    public OrderBookOptions withLinger(Duration value) {
        return with(draft -> draft.linger = value);
    }

    /**
     * These options with another {@link #bufferSize()}.
     *
     * @param value the new value
     * @return new options
     */
    public OrderBookOptions withBufferSize(int value) {
        return with(draft -> draft.bufferSize = value);
    }

    /**
     * These options with another {@link #scheduler()}.
     *
     * @param value the new value
     * @return new options
     */
    public OrderBookOptions withScheduler(Scheduler value) {
        return with(draft -> draft.scheduler = value);
    }

    /**
     * These options with another {@link #random()}.
     *
     * @param value the new value
     * @return new options
     */
    public OrderBookOptions withRandom(RandomGenerator value) {
        return with(draft -> draft.random = value);
    }

    private OrderBookOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finish();
    }

    /** A copy to be changed: the one place that names all components twice. */
    private static final class Draft {
        DepthSpeed speed;
        int snapshotLimit;
        BookOptions book;
        int viewLevels;
        int concurrentSnapshots;
        Duration snapshotJitter;
        Backoff backoff;
        Duration staleAfter;
        Duration linger;
        int bufferSize;
        Scheduler scheduler;
        RandomGenerator random;

        Draft(OrderBookOptions from) {
            speed = from.speed;
            snapshotLimit = from.snapshotLimit;
            book = from.book;
            viewLevels = from.viewLevels;
            concurrentSnapshots = from.concurrentSnapshots;
            snapshotJitter = from.snapshotJitter;
            backoff = from.backoff;
            staleAfter = from.staleAfter;
            linger = from.linger;
            bufferSize = from.bufferSize;
            scheduler = from.scheduler;
            random = from.random;
        }

        OrderBookOptions finish() {
            return new OrderBookOptions(
                    speed,
                    snapshotLimit,
                    book,
                    viewLevels,
                    concurrentSnapshots,
                    snapshotJitter,
                    backoff,
                    staleAfter,
                    linger,
                    bufferSize,
                    scheduler,
                    random);
        }
    }
}
