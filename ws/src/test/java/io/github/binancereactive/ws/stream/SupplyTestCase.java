/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.ws.session.InMemoryConnection;
import io.github.binancereactive.ws.session.SessionOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A supply in virtual time and the exchange that it talks to, in memory. */
abstract class SupplyTestCase {

    static final Duration GATHERED = Duration.ofMillis(5);
    static final Duration BACKOFF = Duration.ofMillis(250);
    static final Duration OVERLAP = Duration.ofSeconds(3);
    static final Duration ACKNOWLEDGEMENT = Duration.ofSeconds(5);

    final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    final FakeStreamExchange exchange = new FakeStreamExchange(time);

    MarketStreamOptions options = MarketStreamOptions.of(
                    BinanceEnvironment.custom("test").withStreamUris(URI.create("ws://exchange:443")))
            .withScheduler(time)
            .withDecodeScheduler(time)
            .withTransport(exchange.transport())
            .withSession(SessionOptions.defaults()
                    .withPrepareTimeout(Duration.ofMinutes(1))
                    .withSilenceTimeout(Duration.ofDays(1))
                    .withRotationJitter(Duration.ZERO)
                    .withBackoff(Backoff.fixed(BACKOFF)));

    private ShardedSupply supply;

    /** An open line and what it brings. */
    record Opened(RecordingSink sink, StreamLine line) {

        List<String> heard() {
            return sink.heard();
        }
    }

    /** The supply, made by the options of the moment of the first use. */
    final ShardedSupply supply() {
        if (supply == null) {
            supply = new ShardedSupply(options);
        }
        return supply;
    }

    final Opened open(String name) {
        RecordingSink sink = new RecordingSink(name);
        return new Opened(sink, supply().open(sink, false));
    }

    final Opened openExclusively(String name) {
        RecordingSink sink = new RecordingSink(name);
        return new Opened(sink, supply().open(sink, true));
    }

    final List<Opened> open(String prefix, int count) {
        List<Opened> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(open(prefix + i));
        }
        return all;
    }

    /** Lines that are subscribed to. */
    final Opened opened(String name) {
        Opened opened = open(name);
        pass(GATHERED);
        assertThat(opened.heard()).containsExactly("subscribed");
        return opened;
    }

    final InMemoryConnection connection(int number) {
        return exchange.connection(number);
    }

    final void pass(Duration duration) {
        time.advanceTimeBy(duration);
    }

    final void rotate() {
        Mono<Void> rotation = supply().rotate();
        rotation.subscribe(nothing -> {}, endedBefore -> {});
    }

    @AfterEach
    void nothingIsLeftRunning() {
        if (supply != null) {
            supply.dispose();
            pass(Duration.ofMinutes(5));
            assertThat(exchange.transport().open()).isEmpty();
            assertThat(supply.connections()).isEmpty();
            long scheduled = time.getScheduledTaskCount();
            pass(Duration.ofDays(2));
            assertThat(time.getScheduledTaskCount()).as("timers left running").isEqualTo(scheduled);
        }
    }
}
