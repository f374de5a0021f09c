/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.core.stream.StreamCatalogue;
import io.github.binancereactive.core.stream.StreamFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes one sequence of what several connections bring: every event once, in order, and told when some are missing.
 *
 * <p>One source is current, and its events go through. Those of a successor are held back until the current one has come as far as
 * the successor's first event, or is gone; then the successor is current. So it doesn't matter which of the two is ahead. Of events
 * without any order, those of the successor count once the current one is gone. {@code docs/adr/0015-handover.md} says why.
 *
 * <p>Pure: no time of its own, no threads; calls come one after the other.
 */
final class Handover<T> {

    /** After how much time of nothing but events from before the numbers are taken to have begun anew. */
    static final long RENUMBERED_AFTER_MILLIS = 30_000;

    private static final long NEVER = Long.MIN_VALUE;

    /** Is told what comes of it. Must not call back. */
    interface Target<T> {

        void deliver(T event);

        /** Comes before the event that it is about, if there is one. */
        void gap(long fromMillis, @Nullable Long lastId, @Nullable Long nextId, String reason);

        void lost(String reason);

        void subscribed(boolean again);

        /** A successor has taken over from this connection. */
        void released(long connection);

        /** An event came that had been delivered before. */
        void repeated();
    }

    private final StreamFamily<T> family;
    private final boolean counting;
    private final boolean unordered;
    private final int mostHeld;
    private final LongSupplier clock;
    private final Target<T> target;
    private final Progress<T> progress;
    private final List<Source<T>> successors = new ArrayList<>(1);

    private @Nullable Source<T> current;
    private @Nullable Source<T> lastFrom; // who brought the last event, or its repetition
    private @Nullable Loss loss; // not yet made up for
    private boolean everSubscribed;
    private long lastAt = NEVER;
    private long behindSince = NEVER;

    private record Loss(long at, String reason) {}

    Handover(MarketStream<T> stream, int mostHeld, LongSupplier clock, Target<T> target) {
        this.family = stream.family();
        this.counting = family.continuity() != null;
        this.unordered = family.equals(StreamCatalogue.RAW);
        this.mostHeld = mostHeld;
        this.clock = clock;
        this.target = target;
        this.progress = new Progress<>(family);
    }

    boolean isSubscribed() {
        return current != null && current.isSubscribed();
    }

    /** A connection is about to subscribe. A second time on the same one, it takes the place of the first. */
    Source<T> open(long connection) {
        Source<T> opened = new Source<>(family, connection);
        if (current == null) {
            current = opened;
        } else if (current.connection() == connection) {
            current.retire();
            current = opened;
        } else {
            successors.removeIf(other -> other.connection() == connection);
            successors.add(opened);
        }
        return opened;
    }

    void subscribed(Source<T> source) {
        if (source.isRetired()) {
            return;
        }
        boolean again = everSubscribed;
        source.subscribed();
        everSubscribed = true;
        target.subscribed(again);
        if (!counting && source == current) {
            tellLoss(null, null);
        }
    }

    void event(Source<T> source, T event) {
        if (source == current) {
            pass(source, event);
            if (!successors.isEmpty()) {
                handOverAt(event);
            }
        } else if (!source.isRetired() && !unordered) {
            source.hold(event, mostHeld);
            handOverAt(event);
        }
    }

    void closed(Source<T> source, boolean planned, String reason) {
        if (source.isRetired()) {
            return;
        }
        source.retire();
        if (source != current) {
            // The current one brings all there is.
            successors.remove(source);
            return;
        }
        Source<T> next = nextInLine();
        current = null;
        if (!planned || next == null || !next.brings() || (next.isIncomplete() && !counting)) {
            noteLoss(source, reason, next != null && next.brings());
        }
        if (next != null) {
            takeOver(next);
            if (!counting && next.isSubscribed()) {
                tellLoss(null, null);
            }
        }
    }

    /**
     * Nothing has come for too long, and the stream is about to be subscribed to anew. Where events don't count, nobody can know
     * whether any were missed.
     *
     * @param since when the last one came, or earlier
     */
    void silent(long since) {
        if (!counting && loss == null) {
            loss = new Loss(since, "silence");
        }
    }

    private @Nullable Source<T> nextInLine() {
        for (Source<T> candidate : successors) {
            if (candidate.brings()) {
                return candidate;
            }
        }
        return successors.isEmpty() ? null : successors.get(0);
    }

    private void noteLoss(Source<T> source, String reason, boolean goesOn) {
        boolean hadIt = loss == null ? everSubscribed || progress.last() != null : source.isSubscribed();
        if (!hadIt) {
            return; // it could not even be subscribed to again
        }
        if (loss == null) {
            loss = new Loss(clock.getAsLong(), reason);
        }
        if (!goesOn) {
            target.lost(reason);
        }
    }

    // --- hand-over ---

    private void handOverAt(T event) {
        for (int i = 0; i < successors.size(); i++) {
            Source<T> successor = successors.get(i);
            T first = successor.firstLike(event);
            if (first != null && progress.reaches(first)) {
                handOver(successor);
                return;
            }
        }
    }

    private void handOver(Source<T> successor) {
        Source<T> old = current;
        takeOver(successor);
        if (old != null) {
            old.retire();
            target.released(old.connection());
        }
    }

    private void takeOver(Source<T> next) {
        passOver(next);
        current = next;
        T event;
        while ((event = next.poll()) != null) {
            int compared = progress.compareTo(event);
            if (compared < 0) {
                fresh(next, event);
            } else {
                repeated(next, compared == 0);
            }
        }
    }

    /**
     * What is older than the one that takes over has nothing to bring that this one lacks. If it stayed in line, its events, being
     * late, would take over from those that are ahead, and its end would leave nobody.
     */
    private void passOver(Source<T> next) {
        List<Source<T>> older = successors.subList(0, successors.indexOf(next) + 1);
        List<Source<T>> passed = List.copyOf(older.subList(0, older.size() - 1));
        older.clear();
        for (Source<T> each : passed) {
            each.retire();
            target.released(each.connection());
        }
    }

    // --- the current source ---

    private void pass(Source<T> source, T event) {
        int compared = progress.compareTo(event);
        if (compared < 0) {
            fresh(source, event);
        } else if (compared == 0 && family.isState() && lastFrom == source) {
            // The exchange repeats itself: the state is the same as a second ago.
            target.deliver(event);
        } else if (compared > 0 && isRenumbered()) {
            startAnew(source, event);
        } else {
            repeated(source, compared == 0);
        }
    }

    private void fresh(Source<T> source, T event) {
        if (progress.misses(event) || loss != null) {
            tellGapBefore(event);
        }
        deliver(source, event);
    }

    private void deliver(Source<T> source, T event) {
        progress.add(event);
        if (lastFrom != source) { // it is so for each event, and writing a reference has its price
            lastFrom = source;
        }
        behindSince = NEVER;
        if (counting) {
            lastAt = clock.getAsLong();
        }
        target.deliver(event);
    }

    private void repeated(Source<T> source, boolean last) {
        target.repeated();
        if (last) {
            // From now on another one like it is the exchange's own repetition.
            lastFrom = source;
        }
    }

    private void tellGapBefore(T event) {
        if (!counting || progress.last() == null) {
            tellLoss(null, progress.firstNumber(event));
        } else if (progress.misses(event)) {
            if (loss == null) {
                loss = new Loss(lastAt, "numbers are missing");
            }
            tellLoss(progress.lastNumber(), progress.firstNumber(event));
        }
        loss = null;
    }

    private void tellLoss(@Nullable Long lastId, @Nullable Long nextId) {
        Loss known = loss;
        if (known != null) {
            loss = null;
            target.gap(known.at(), lastId, nextId, known.reason());
        }
    }

    // --- numbers that begin anew, as those of a testnet do ---

    private boolean isRenumbered() {
        if (!successors.isEmpty()) {
            return false;
        }
        if (behindSince == NEVER) {
            behindSince = clock.getAsLong();
        }
        return clock.getAsLong() - behindSince >= RENUMBERED_AFTER_MILLIS;
    }

    private void startAnew(Source<T> source, T event) {
        loss = new Loss(behindSince, "numbers began anew");
        progress.forget();
        tellLoss(null, progress.firstNumber(event));
        deliver(source, event);
    }
}
