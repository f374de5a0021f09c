/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.ws.stream.StreamSignal.Gap;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fills one gap, page by page: up to the event after it; or, when that isn't known, up to the last one that there is. Failures that
 * pass, and answers in which nothing is new because the exchange's database lags behind, are followed by another attempt, a few times
 * in a row. In steps of the hub only.
 */
final class Filling<T> {

    static final int MOST_ATTEMPTS = 8;
    static final Backoff BACKOFF = Backoff.exponential(Duration.ofMillis(250), Duration.ofSeconds(8));

    /** Gets what was fetched. */
    interface Target<T> {

        void deliver(T event);

        /** The gap is closed: the end. */
        void filled(Gap<T> gap, long events);

        /** There is no gap, as far as one can tell: the end. */
        void nothingMissing();

        /** This is still missing, and stays so: the end. */
        void notFilled(Gap<T> rest);

        /** Something has come of it. */
        void proceed();
    }

    private Gap<T> gap;
    private final Backfill<T> backfill;
    private final boolean suspected;
    private final StreamHub<T> hub;
    private final Target<T> target;
    private final Disposable.Swap waiting = Disposables.swap(); // for an answer, or for the next attempt
    private @Nullable T next; // where the gap ends; null before that is known
    private @Nullable T like; // an event of the stream; null before it has begun
    private long from;
    private long events;
    private int failures; // in a row
    private boolean over;

    private Filling(
            Gap<T> gap, boolean suspected, long start, Backfill<T> backfill, StreamHub<T> hub, Target<T> target) {
        this.gap = gap;
        this.suspected = suspected;
        this.from = start;
        this.backfill = backfill;
        this.hub = hub;
        this.target = target;
    }

    /** A gap that was told: from the first position that is missing. */
    static <T> Filling<T> of(Gap<T> gap, long start, Backfill<T> backfill, StreamHub<T> hub, Target<T> target) {
        return new Filling<>(gap, false, start, backfill, hub, target);
    }

    /** A gap that may be none. */
    static <T> Filling<T> ofSuspected(
            Gap<T> gap, long start, Backfill<T> backfill, StreamHub<T> hub, Target<T> target) {
        return new Filling<>(gap, true, start, backfill, hub, target);
    }

    boolean isSuspected() {
        return suspected;
    }

    /** Whether the first event after the gap has still to be told. */
    boolean awaitsEnd() {
        return next == null;
    }

    /** Whether it goes on until there is no more, as long as nobody knows where the gap ends. */
    boolean isOpenEnded() {
        return next == null && like != null;
    }

    /** The first event after the gap is there. */
    void begin(T after) {
        next = after;
        like = after;
        goOn();
    }

    /** Fetches all that there is after an event, without waiting for the one after the gap. */
    void beginOpenEnded(T last) {
        like = last;
        fetch();
    }

    /** What was only suspected has turned out to be this gap, and ends here. */
    void endAt(Gap<T> known, T after) {
        gap = known;
        endAt(after);
    }

    /** It ends here, and has been begun before that was known. */
    void endAt(T after) {
        next = after;
        if (from >= end()) {
            goOn();
        }
    }

    /** No more is missing. */
    void leaveOff() {
        stop();
        if (!suspected) {
            target.filled(gap, events);
        } else if (events == 0) {
            target.nothingMissing();
        } else {
            target.filled(new Gap<>(gap.stream(), gap.from(), gap.to(), gap.lastId(), from, gap.reason()), events);
        }
    }

    void stop() {
        over = true;
        waiting.dispose();
    }

    void giveUp(String why) {
        if (over) {
            return;
        }
        if (suspected && isOpenEnded()) {
            leaveOff(); // if there is a gap, the next event will show
        } else {
            stop();
            String reason = gap.reason() + "; not filled: " + why;
            target.notFilled(like != null ? backfill.rest(gap, from, reason) : gap);
        }
    }

    private void goOn() {
        if (from >= end()) {
            stop();
            target.filled(gap, events);
        } else {
            fetch();
        }
    }

    private long end() {
        T known = next;
        return known == null ? Long.MAX_VALUE : backfill.position(known);
    }

    private void fetch() {
        boolean bounded = next != null;
        // A flux, because what comes at the moment when it is stopped is ours to ignore. The subscriber of a mono would
        // report it as dropped.
        waiting.update(page().collectList()
                .<Runnable>map(page -> () -> received(page, bounded))
                .onErrorResume(failure -> Mono.just(() -> failed(failure)))
                .flux()
                .subscribe(this::step));
    }

    private Flux<T> page() {
        return Flux.defer(() -> backfill.page(from, Objects.requireNonNull(like), next));
    }

    private void step(Runnable what) {
        hub.run(() -> {
            if (!over) {
                what.run();
                target.proceed();
            }
        });
    }

    private void received(List<T> page, boolean bounded) {
        long before = from;
        boolean reachedEnd = false;
        for (T event : page) {
            long position = backfill.position(event);
            reachedEnd |= position >= end();
            if (position >= from && position < end()) {
                from = backfill.after(event);
                events++;
                target.deliver(event);
            }
        }
        if (reachedEnd) {
            // Numbers that the exchange itself doesn't have are not missing.
            from = end();
        }
        if (isOpenEnded() && page.size() < Backfill.PAGE) {
            leaveOff();
        } else if (from > before || (!bounded && next != null)) { // the second: it was asked before the end was known
            failures = 0;
            goOn();
        } else {
            tryAgain("the exchange doesn't have all events", Duration.ZERO);
        }
    }

    private void failed(Throwable failure) {
        if (failure instanceof TransientException passing) {
            Duration asked = passing.retryAfter()
                    .map(moment -> Duration.between(hub.hubs().now(), moment))
                    .orElse(Duration.ZERO);
            tryAgain(String.valueOf(failure.getMessage()), asked);
        } else {
            giveUp(String.valueOf(failure.getMessage()));
        }
    }

    private void tryAgain(String why, Duration atLeast) {
        if (++failures >= MOST_ATTEMPTS) {
            giveUp(why);
            return;
        }
        Duration usual = BACKOFF.before(failures);
        Duration wait = usual.compareTo(atLeast) < 0 ? atLeast : usual;
        waiting.update(Flux.just(wait)
                .delayElements(wait, hub.hubs().supply().scheduler())
                .subscribe(past -> step(this::fetch), e -> step(() -> giveUp("no clock"))));
    }
}
