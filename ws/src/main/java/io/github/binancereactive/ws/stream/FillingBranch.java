/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.api.MarketDataApi;
import io.github.binancereactive.ws.stream.StreamSignal.Filled;
import io.github.binancereactive.ws.stream.StreamSignal.Gap;
import io.github.binancereactive.ws.stream.StreamSignal.Lost;
import io.github.binancereactive.ws.stream.StreamSignal.Stale;
import io.github.binancereactive.ws.stream.StreamSignal.Subscribed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Subscribers that want gaps filled, all from the same API, so that they share what is fetched. From a gap on all that comes is held
 * back until the gap is filled or given up. Events are asked for as soon as a stream is back that was lost: otherwise who takes a quiet
 * one would wait for what was missed until something new comes. If that shows that there was more, it is asked for, too. In steps of
 * the hub only.
 */
final class FillingBranch<T> extends Branch<T> implements Filling.Target<T> {

    private final StreamHub<T> hub;
    private final Backfill<T> backfill;
    private final MarketDataApi api;
    private final int mostHeld;
    private final HeldBack<T> held = new HeldBack<>();
    private @Nullable Filling<T> filling;
    private @Nullable T last; // delivered
    private @Nullable T lastOwn; // of those, the last one that the stream has brought itself
    private @Nullable Interruption interruption; // since which no event has come
    private @Nullable Gap<T> unbounded; // filled before any event has shown where it ends
    private boolean ended;

    private record Interruption(Instant since, String reason) {}

    FillingBranch(StreamHub<T> hub, Backfill<T> backfill, MarketDataApi api) {
        this.hub = hub;
        this.backfill = backfill;
        this.api = api;
        this.mostHeld = hub.hubs().settings().heldAtBackfill();
    }

    @Override
    MarketDataApi api() {
        return api;
    }

    @Override
    void event(T event) {
        if (filling == null) {
            passEvent(event);
            goOn();
        } else {
            hold(event);
        }
    }

    @Override
    void signal(StreamSignal<T> signal) {
        if (filling == null) {
            pass(signal);
        } else {
            hold(signal);
        }
    }

    @Override
    void end() {
        ended = true;
        if (filling != null) {
            filling.giveUp("the stream has ended");
        }
        goOn();
    }

    private void hold(Object item) {
        held.add(item);
        if (filling != null && held.size() > mostHeld) {
            filling.giveUp("more than " + mostHeld + " events came while the gap was filled");
        }
        goOn();
    }

    private void pass(StreamSignal<T> signal) {
        if (signal instanceof Gap<T> gap) {
            fill(gap);
            return;
        }
        forwardSignal(signal);
        if (signal instanceof Lost<T> lost) {
            interruption = new Interruption(lost.at(), lost.reason());
        } else if (signal instanceof Stale<T> stale) {
            interruption = new Interruption(stale.at().minus(stale.silence()), "silence");
        } else if (signal instanceof Subscribed<T> subscribed) {
            catchUp(subscribed.at());
        }
    }

    private void fill(Gap<T> gap) {
        unbounded = null;
        Gap<T> missing = withoutFetched(gap);
        if (missing == null) {
            return;
        }
        Long start = backfill.start(missing, last);
        if (ended || start == null) {
            forwardSignal(missing);
            return;
        }
        Filling<T> begun = Filling.of(missing, start, backfill, hub, this);
        filling = begun;
        T delivered = last;
        if (!backfill.isNumbered() && delivered != null && held.firstEvent() == null) {
            begun.beginOpenEnded(delivered);
        }
    }

    /** What is missing of a gap although events were asked for before it was known; null when nothing is. */
    private @Nullable Gap<T> withoutFetched(Gap<T> gap) {
        T delivered = last;
        Long before = gap.lastId();
        Long next = gap.nextId();
        if (!backfill.isNumbered() || delivered == null) {
            return gap;
        }
        if (before == null || next == null) {
            last = null; // numbers have begun anew
            return gap;
        }
        long from = backfill.after(delivered);
        if (from <= before + 1) {
            return gap;
        }
        return from >= next ? null : backfill.rest(gap, from, gap.reason());
    }

    /** Whether anything is missing is not known yet. */
    private void catchUp(Instant now) {
        Interruption known = interruption;
        T delivered = last;
        if (known == null || delivered == null || ended || !backfill.isNumbered()) {
            return;
        }
        interruption = null;
        long from = backfill.after(delivered);
        Gap<T> suspected = new Gap<>(hub.stream().name(), known.since(), now, from - 1, null, known.reason());
        Filling<T> begun = Filling.ofSuspected(suspected, from, backfill, hub, this);
        filling = begun;
        begun.beginOpenEnded(delivered);
    }

    /** Hands on what was held back, up to the next gap; and begins to fill that once it is known where it ends. */
    private void goOn() {
        while (true) {
            Filling<T> present = filling;
            if (present == null) {
                Object item = held.poll();
                if (item == null) {
                    return;
                }
                passAny(item);
            } else {
                T next = present.awaitsEnd() ? held.firstEvent() : null;
                if (next == null) {
                    return;
                }
                end(present, next);
            }
        }
    }

    private void end(Filling<T> present, T next) {
        if (!present.isOpenEnded()) {
            present.begin(next);
            return;
        }
        if (!present.isSuspected()) {
            present.endAt(next);
            return;
        }
        Gap<T> known = held.takeGap();
        if (known == null) {
            present.leaveOff();
        } else {
            present.endAt(known, next);
        }
    }

    @SuppressWarnings("unchecked") // only events and signals of this stream are held
    private void passAny(Object item) {
        if (item instanceof StreamSignal<?> signal) {
            pass((StreamSignal<T>) signal);
        } else {
            passEvent((T) item);
        }
    }

    // --- the stream's own events ---

    private void passEvent(T event) {
        interruption = null;
        T fetched = last != lastOwn ? last : null;
        if (fetched != null && isFromBefore(event, fetched)) {
            return;
        }
        Gap<T> rest = unfilled(event);
        if (rest == null) {
            lastOwn = event;
            deliver(event);
        } else {
            held.putBack(event);
            fill(rest);
        }
    }

    /** Whether it was on its way while a later one was fetched. If it is older than the stream's own, time has begun anew. */
    private boolean isFromBefore(T event, T fetched) {
        T own = lastOwn;
        return backfill.isOlder(event, fetched)
                && (own == null || hub.stream().family().order().compare(own, event) <= 0);
    }

    /** What the first event after a gap that was filled before it shows to be missing still. */
    private @Nullable Gap<T> unfilled(T event) {
        Gap<T> gap = unbounded;
        T delivered = last;
        unbounded = null;
        if (gap == null || delivered == null || backfill.position(event) <= backfill.after(delivered)) {
            return null;
        }
        Gap<T> untilNow =
                new Gap<>(gap.stream(), gap.from(), hub.hubs().now(), gap.lastId(), gap.nextId(), gap.reason());
        return backfill.rest(untilNow, backfill.after(delivered), gap.reason());
    }

    // --- the filling ---

    @Override
    public void deliver(T event) {
        last = event;
        forward(event);
    }

    @Override
    public void filled(Gap<T> gap, long events) {
        Filling<T> done = filling;
        unbounded = !backfill.isNumbered() && done != null && done.awaitsEnd() ? gap : null;
        filling = null;
        forwardSignal(new Filled<>(gap, events));
    }

    @Override
    public void nothingMissing() {
        filling = null;
    }

    @Override
    public void notFilled(Gap<T> rest) {
        filling = null;
        forwardSignal(rest);
    }

    @Override
    public void proceed() {
        goOn();
    }
}
