/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.ws.stream.Overflow.WhenFull;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Events in order, up to a number. Between two events there is one run of signals at most. */
final class QueuedBacklog<T> extends Backlog<T> {

    private final WhenFull whenFull;
    private final ArrayDeque<Object> queue = new ArrayDeque<>(); // events and runs
    private final SignalRun<T> unused = new SignalRun<>(); // stands in for all runs where signals aren't wanted
    private int limit;
    private int waiting; // events in the queue

    QueuedBacklog(Overflow.Buffer policy, boolean signals) {
        super(signals);
        this.whenFull = policy.whenFull();
        this.limit = policy.size();
    }

    @Override
    synchronized void limit(int most) {
        limit = most;
    }

    @Override
    int put(T event) {
        if (waiting < limit) {
            append(event);
            return 0;
        }
        return switch (whenFull) {
            case DROP_OLDEST -> replaceOldest(event);
            case DROP_LATEST -> {
                countDrop(lastRun());
                yield 1;
            }
            case ERROR -> FULL;
        };
    }

    private void append(T event) {
        queue.add(event);
        waiting++;
    }

    private int replaceOldest(T event) {
        int gone = 0;
        while (waiting >= limit) {
            dropOldest();
            gone++;
        }
        append(event);
        return gone;
    }

    /** The signals before and behind the oldest event have nothing between them any more. */
    private void dropOldest() {
        SignalRun<T> run = pollRun();
        queue.poll();
        waiting--;
        countDrop(run);
        run.addAll(pollRun());
        if (!run.isEmpty()) {
            queue.addFirst(run);
        }
    }

    private SignalRun<T> pollRun() {
        if (!hasSignals()) {
            return unused;
        }
        return queue.peekFirst() instanceof SignalRun<?> ? asRun(queue.removeFirst()) : new SignalRun<>();
    }

    private SignalRun<T> lastRun() {
        if (!hasSignals()) {
            return unused;
        }
        if (queue.peekLast() instanceof SignalRun<?> run) {
            return asRun(run);
        }
        SignalRun<T> run = new SignalRun<>();
        queue.add(run);
        return run;
    }

    @Override
    void putSignal(StreamSignal<T> signal) {
        lastRun().add(signal);
    }

    @Override
    @Nullable Object take() {
        if (!(queue.peekFirst() instanceof SignalRun<?> head)) {
            Object event = queue.poll();
            waiting -= event == null ? 0 : 1;
            return event;
        }
        StreamSignal<?> signal = head.poll();
        if (head.isEmpty()) {
            queue.poll();
        }
        return signal;
    }

    @Override
    void empty() {
        queue.clear();
        waiting = 0;
    }

    @Override
    int countEvents() {
        return waiting;
    }

    @Override
    int countAll() {
        return queue.size();
    }

    @SuppressWarnings("unchecked") // only runs of this stream are put in
    private SignalRun<T> asRun(Object run) {
        return (SignalRun<T>) run;
    }
}
