/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.codec.JsonStreamCodec;
import io.github.binancereactive.core.codec.StreamCodec;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.ExchangeSimulatorBuilder;
import io.github.binancereactive.testkit.PublishedEvent;
import io.github.binancereactive.testkit.SimulatedConnection;
import io.github.binancereactive.testkit.stream.StreamEvent;
import io.github.binancereactive.ws.session.SessionOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * Streams over real sockets, while the clock of both sides all but stands still until a test moves it: so that on a slow machine no
 * timer ends before it should.
 */
abstract class SocketTestCase {

    static final String TRADES = "btcusdt@trade";
    static final Duration PING_INTERVAL = Duration.ofSeconds(10);
    static final Duration BACKOFF = Duration.ofMillis(250);
    static final Duration OVERLAP = Duration.ofSeconds(3);
    static final Duration ACKNOWLEDGEMENT = Duration.ofSeconds(5);

    private static final Duration GATHERED = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final StreamCodec CODEC = JsonStreamCodec.create();
    private static final Pattern ID = Pattern.compile("\"t\":(\\d+)");

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    ExchangeSimulator exchange;
    BinanceMarketStreams streams;
    private int published;

    @BeforeEach
    void start() {
        exchange = change(ExchangeSimulator.builder()
                        .scheduler(time)
                        .epoch(Instant.EPOCH)
                        .liquidity(0)
                        .pingInterval(PING_INTERVAL))
                .start();
        exchange.streams().keepEvents(TRADES);
        streams = BinanceMarketStreams.create(change(MarketStreamOptions.of(exchange.environment())
                .withScheduler(time)
                .withSession(SessionOptions.defaults()
                        .withPrepareTimeout(Duration.ofMinutes(1))
                        .withBackoff(Backoff.fixed(BACKOFF)))));
    }

    ExchangeSimulatorBuilder change(ExchangeSimulatorBuilder builder) {
        return builder;
    }

    MarketStreamOptions change(MarketStreamOptions options) {
        return options;
    }

    @AfterEach
    void stop() {
        streams.dispose();
        untilClosed(() -> exchange.openConnections() == 0);
        assertThat(exchange.connections())
                .allSatisfy(each -> assertThat(each.mostMessagesInASecond()).isLessThanOrEqualTo(5));
        exchange.close();
        time.dispose();
    }

    final void pass(Duration duration) {
        time.advanceTimeBy(duration);
    }

    /** What was asked for just now leaves. */
    final void gathered() {
        pass(GATHERED);
    }

    /**
     * In real time, because the network takes some. The clock creeps meanwhile, for what another thread puts off by a few
     * milliseconds after the test has moved the clock.
     */
    final void until(BooleanSupplier condition) {
        until(condition, Duration.ofMillis(1));
    }

    /** A handshake may take its time, or have to be cut short. */
    final void untilClosed(BooleanSupplier condition) {
        until(condition, Duration.ofMillis(50));
    }

    private void until(BooleanSupplier condition, Duration step) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("out of patience").isLessThan(deadline);
            Mono.delay(Duration.ofMillis(5)).block();
            pass(step);
        }
    }

    /** From 1, in the order in which they were opened. */
    final SimulatedConnection connection(int number) {
        return exchange.connections().get(number - 1);
    }

    /** How many connections are subscribed to it. */
    final long subscribed(String stream) {
        return exchange.connections().stream()
                .filter(each -> each.subscriptions().contains(stream))
                .count();
    }

    final boolean isOpen(int number) {
        return connection(number).state() == SimulatedConnection.State.OPEN;
    }

    /** The names of all requests but for the upgrades. */
    final List<String> said() {
        return exchange.requests().stream()
                .map(request -> request.method())
                .filter(method -> !method.contains("/"))
                .toList();
    }

    /** Publishes the next trade, whose frame has some more bytes. */
    final void publish(int padding) {
        String json = new String(CODEC.encode(Events.trade(++published)), StandardCharsets.UTF_8);
        String padded = json.substring(0, json.length() - 1) + ",\"padding\":\"" + " ".repeat(padding) + "\"}";
        exchange.streams().publish(TRADES, StreamEvent.fixed(padded));
    }

    /** How many trades there were. */
    final int published() {
        return published;
    }

    /** The trades that there were, as the exchange has noted them. */
    final List<TradeEvent> trades() {
        return exchange.streams().published(TRADES).stream()
                .map(SocketTestCase::trade)
                .toList();
    }

    private static TradeEvent trade(PublishedEvent event) {
        Matcher id = ID.matcher(event.json());
        assertThat(id.find()).isTrue();
        return Events.trade(Long.parseLong(id.group(1)));
    }
}
