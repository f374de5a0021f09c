/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.codec.EventDecoder;
import io.github.binancereactive.core.stream.MarketStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A supply that does what a test says, in virtual time. */
final class FakeSupply implements StreamSupply {

    static final Instant START = Instant.parse("2026-07-21T12:00:00Z");

    final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final List<Line<?>> lines = new ArrayList<>(); // guarded by this

    @Override
    public synchronized <T> StreamLine open(StreamSink<T> sink, boolean exclusive) {
        Line<T> line = new Line<>(sink, exclusive);
        lines.add(line);
        return line;
    }

    @Override
    public Scheduler scheduler() {
        return time;
    }

    @Override
    public Instant now() {
        return START.plusMillis(time.now(TimeUnit.MILLISECONDS));
    }

    synchronized int opened() {
        return lines.size();
    }

    synchronized long open() {
        return lines.stream().filter(line -> !line.closed).count();
    }

    /** The line opened last; of a stream of these events. */
    @SuppressWarnings("unchecked") // the test knows
    synchronized <T> Line<T> line() {
        assertThat(lines).isNotEmpty();
        return (Line<T>) lines.get(lines.size() - 1);
    }

    synchronized Line<?> line(int index) {
        return lines.get(index);
    }

    static final class Line<T> implements StreamLine {

        final StreamSink<T> sink;
        final boolean exclusive;
        final List<Long> released = new ArrayList<>();
        int renewals;
        int pauses;
        Runnable onClose = () -> {};
        volatile boolean closed;
        volatile boolean paused;

        Line(StreamSink<T> sink, boolean exclusive) {
            this.sink = sink;
            this.exclusive = exclusive;
        }

        /** A connection on which the exchange hasn't answered yet. */
        Feed<T> connect(long connection) {
            return sink.feed(connection, new Decoder<>(sink.stream()));
        }

        /** A connection on which the stream is subscribed to. */
        Feed<T> subscribe(long connection) {
            Feed<T> feed = connect(connection);
            feed.onSubscribed();
            return feed;
        }

        @Override
        public void close() {
            onClose.run();
            closed = true;
        }

        @Override
        public void renew() {
            renewals++;
        }

        @Override
        public void released(long connection) {
            released.add(connection);
        }

        @Override
        public void pauseReading() {
            pauses++;
            paused = true;
        }

        @Override
        public void resumeReading() {
            paused = false;
        }
    }

    private record Decoder<T>(MarketStream<T> stream) implements EventDecoder<T> {}
}
