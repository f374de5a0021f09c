/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.codec.EventDecoder;
import io.github.binancereactive.core.model.stream.RawStreamEvent;
import io.github.binancereactive.core.stream.MarketStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Notes what the supply tells it, and fails when it is told two things at once. */
final class RecordingSink implements StreamSink<RawStreamEvent> {

    private final MarketStream<RawStreamEvent> stream;
    final List<Tape> feeds = new CopyOnWriteArrayList<>();
    final List<String> ends = new CopyOnWriteArrayList<>();
    volatile @Nullable Throwable refusal;
    volatile @Nullable Throwable endCause;
    volatile Consumer<String> onEvent = data -> {};
    volatile boolean throwsInFeed;

    RecordingSink(String name) {
        this.stream = MarketStream.raw(name);
    }

    @Override
    public MarketStream<RawStreamEvent> stream() {
        return stream;
    }

    @Override
    public Feed<RawStreamEvent> feed(long connection, EventDecoder<RawStreamEvent> decoder) {
        if (throwsInFeed) {
            throw new IllegalStateException("thrown by feed");
        }
        Tape tape = new Tape(connection, decoder);
        feeds.add(tape);
        return tape;
    }

    @Override
    public void onRefused(Throwable why) {
        refusal = why;
        ends.add("refused");
    }

    @Override
    public void onEnd(@Nullable Throwable cause) {
        endCause = cause;
        ends.add("end");
    }

    Tape last() {
        return feeds.get(feeds.size() - 1);
    }

    /** What all feeds have heard, one after the other. */
    List<String> heard() {
        List<String> all = new ArrayList<>();
        feeds.forEach(feed -> all.addAll(feed.heard));
        return all;
    }

    /** What one connection brings. */
    final class Tape implements Feed<RawStreamEvent> {

        final long connection;
        private final EventDecoder<RawStreamEvent> decoder;
        final List<String> heard = new CopyOnWriteArrayList<>();
        final List<String> threads = new CopyOnWriteArrayList<>();
        private final AtomicInteger calls = new AtomicInteger();

        Tape(long connection, EventDecoder<RawStreamEvent> decoder) {
            this.connection = connection;
            this.decoder = decoder;
        }

        @Override
        public EventDecoder<RawStreamEvent> decoder() {
            return decoder;
        }

        @Override
        public void onEvent(RawStreamEvent event) {
            alone(() -> {
                String data = event.data();
                heard.add(data.length() > 100 ? "large" : data.replaceAll("[^0-9]", ""));
                onEvent.accept(data);
            });
        }

        @Override
        public void onSubscribed() {
            alone(() -> heard.add("subscribed"));
        }

        @Override
        public void onClosed(boolean planned, String reason) {
            alone(() -> heard.add(planned ? "replaced" : "lost"));
        }

        private void alone(Runnable call) {
            if (calls.getAndIncrement() != 0) {
                heard.add("two calls at once");
            }
            try {
                call.run();
            } finally {
                calls.decrementAndGet();
            }
        }
    }
}
