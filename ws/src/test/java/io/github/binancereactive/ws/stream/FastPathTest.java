/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.binancereactive.core.model.stream.MiniTickerEvent;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.core.stream.MarketStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** An event that somebody waits for costs no memory on its way. */
class FastPathTest extends StreamTestCase {

    private static final int EVENTS = 20_000;
    private static final long PER_EVENT = 4; // what else may happen on this thread, but no object an event

    private static final class Counting<T> implements CoreSubscriber<T> {

        private int count;

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(T event) {
            count++;
        }

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onComplete() {}
    }

    private <T> void assertFree(MarketStream<T> stream, List<T> events) {
        Counting<T> one = new Counting<>();
        Counting<T> two = new Counting<>();
        hubs.flux(stream).subscribe(one);
        hubs.flux(stream).subscribe(two);
        Feed<T> feed = supply.<T>line().subscribe(1);
        int half = events.size() / 2;
        // The first half makes what is made once.
        bring(feed, events.subList(0, half));
        long before = allocated();
        bring(feed, events.subList(half, events.size()));
        assertThat(allocated() - before).isLessThan(PER_EVENT * (events.size() - half));
        assertThat(one.count).isEqualTo(events.size());
        assertThat(two.count).isEqualTo(events.size());
    }

    private static <T> void bring(Feed<T> feed, List<T> events) {
        for (int i = 0; i < events.size(); i++) {
            feed.onEvent(events.get(i));
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void eventsThatCount() {
        List<TradeEvent> events = Events.tradesBetween(1, EVENTS);
        assertFree(TRADES, events);
    }

    @Test
    void eventsOfManySymbols() {
        List<MiniTickerEvent> events = LongStream.range(0, EVENTS)
                .mapToObj(i -> Events.mini("S" + i % 1000, i / 1000))
                .toList();
        assertFree(MarketStream.miniTickers(), events);
    }
}
