/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.limit.ConnectionLimit;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.model.market.Kline;
import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.core.model.stream.KlineEvent;
import io.github.binancereactive.core.request.KlineQuery;
import io.github.binancereactive.core.stream.DepthSpeed;
import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.core.stream.StreamCatalogue;
import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.PublishedEvent;
import io.github.binancereactive.testkit.SimulatedConnection;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.testkit.market.SyntheticMarket;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import io.github.binancereactive.ws.session.SessionOptions;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;

/**
 * Streams of a market that never rests, over connections that come and go: what each subscriber got is compared, event by event,
 * with what the exchange has published.
 */
@Timeout(180)
class ContinuityIT {

    private static final int TIMES = 50;
    private static final String SYMBOL = "BTCUSDT";

    private static final List<MarketStream<?>> KINDS = List.of(
            MarketStream.trades(SYMBOL),
            MarketStream.aggTrades(SYMBOL),
            MarketStream.diffDepth(SYMBOL, DepthSpeed.EVERY_100_MS),
            MarketStream.bookTicker(SYMBOL),
            MarketStream.blockTrades(SYMBOL),
            MarketStream.klines(SYMBOL, KlineInterval.ONE_SECOND),
            MarketStream.partialDepth(SYMBOL, 20, DepthSpeed.EVERY_100_MS));

    private final SplittableRandom random = new SplittableRandom(20261121);
    private ExchangeSimulator exchange;
    private BinanceMarketStreams streams;
    private BinanceWebSocketApiClient api;

    @BeforeEach
    void start() {
        exchange = ExchangeSimulator.builder()
                .limits(SimulatedLimits.unlimited())
                .market(SyntheticMarket.seeded(7)
                        .symbols(SYMBOL)
                        .ordersPerSecond(300)
                        .tradesPerSecond(60))
                .start();
        exchange.streams().keepEvents(KINDS.stream().map(MarketStream::name).toArray(String[]::new));
        streams = BinanceMarketStreams.create(MarketStreamOptions.of(exchange.environment())
                .withOverlap(Duration.ofMillis(800))
                .withSession(SessionOptions.defaults()
                        .withBackoff(Backoff.fixed(Duration.ofMillis(20)))
                        .withConnectionLimit(new ConnectionLimit(100_000, Duration.ofMinutes(5)))));
        api = BinanceWebSocketApiClient.create(
                WebSocketApiOptions.of(exchange.environment()).withBudget(RequestBudget.unlimited()));
    }

    @AfterEach
    void stop() {
        streams.dispose();
        api.dispose();
        exchange.close();
    }

    @Test
    void fiftyRotationsLoseNothingAndRepeatNothing() {
        List<Witness<?>> witnesses = witnesses();
        begin(witnesses);

        for (int i = 0; exchange.connections().size() <= TIMES; i++) {
            awaitEvents(witnesses.get(0));
            delaySometimes();
            blockTrade();
            if (i % 10 == 9) {
                int before = serving().number();
                exchange.announceShutdown();
                until(() -> serving().number() > before);
            } else {
                streams.rotate().block(Duration.ofSeconds(20));
            }
        }
        settle(witnesses);

        for (Witness<?> witness : witnesses) {
            assertThat(witness.gaps()).as("gaps of %s", witness.name()).isEmpty();
            witness.assertGotAll(exchange.streams());
        }
        assertThat(exchange.connections())
                .allSatisfy(connection ->
                        assertThat(connection.mostMessagesInASecond()).isLessThanOrEqualTo(5));
    }

    @Test
    void fiftyLostConnectionsLeaveGapsWithTheRightBounds() {
        List<Witness<?>> witnesses = witnesses();
        begin(witnesses);

        loseConnections(witnesses);
        settle(witnesses);

        for (Witness<?> witness : witnesses) {
            witness.assertGotAllButGaps(exchange.streams());
        }
        assertThat(witnesses.get(0).gaps()).as("gaps of trades").isNotEmpty();
    }

    @Test
    void fiftyLostConnectionsLeaveNoGapWithBackfill() {
        List<Witness<?>> trades = List.of(
                Witness.of(streams.trades(SYMBOL).withBackfill(api)),
                Witness.of(streams.aggTrades(SYMBOL).withBackfill(api)));
        Witness<KlineEvent> klines =
                Witness.of(streams.klines(SYMBOL, KlineInterval.ONE_SECOND).withBackfill(api));
        List<Witness<?>> witnesses = List.of(trades.get(0), trades.get(1), klines);
        begin(witnesses);

        loseConnections(witnesses);
        settle(trades);
        KlineEvent present = klines.events().get(klines.count() - 1);
        until(() -> klines.events().stream()
                .anyMatch(event -> event.isClosed()
                        && !event.kline().openTime().isBefore(present.kline().openTime())));

        for (Witness<?> witness : witnesses) {
            assertThat(witness.gaps()).as("gaps of %s", witness.name()).isEmpty();
            assertThat(witness.filled())
                    .as("gaps of %s that were filled", witness.name())
                    .isPositive();
        }
        trades.forEach(witness -> witness.assertGotAllTrades(exchange.streams()));
        assertAllClosed(klines.events());
    }

    /** Each kline as the exchange had it when it was closed, once; and never back to what was said before. */
    private void assertAllClosed(List<KlineEvent> events) {
        assertThat(events).isSortedAccordingTo(StreamCatalogue.KLINE.order());
        List<Kline> closed = events.stream()
                .filter(KlineEvent::isClosed)
                .map(KlineEvent::kline)
                .toList();
        assertThat(closed).isNotEmpty();
        KlineQuery query = KlineQuery.of(SYMBOL, KlineInterval.ONE_SECOND)
                .from(closed.get(0).openTime())
                .to(closed.get(closed.size() - 1).openTime())
                .limit(1000);
        assertThat(closed).isEqualTo(api.klines(query).collectList().block(Duration.ofSeconds(20)));
    }

    private List<Witness<?>> witnesses() {
        return KINDS.stream().<Witness<?>>map(this::witness).toList();
    }

    private <T> Witness<T> witness(MarketStream<T> stream) {
        return Witness.of(streams.stream(stream));
    }

    /** Whoever has had no event yet doesn't know what it misses. */
    private void begin(List<Witness<?>> witnesses) {
        until(() -> witnesses.stream().allMatch(Witness::isSubscribed));
        blockTrade();
        until(() -> witnesses.stream().allMatch(Witness::hasEventSinceSubscribed));
    }

    /** Events come all the while. */
    private static void awaitEvents(Witness<?> witness) {
        int enough = witness.count() + 3;
        until(() -> witness.count() >= enough);
    }

    private void loseConnections(List<Witness<?>> witnesses) {
        for (int i = 0; i < TIMES; i++) {
            awaitEvents(witnesses.get(0));
            blockTrade();
            List<Integer> before =
                    witnesses.stream().map(Witness::subscriptions).toList();
            SimulatedConnection serving = serving();
            if (random.nextBoolean()) {
                serving.resetAfterEvents(random.nextInt(1, 40));
            } else {
                serving.reset();
            }
            until(() -> IntStream.range(0, before.size())
                    .allMatch(n -> witnesses.get(n).subscriptions() > before.get(n)));
        }
        // What is missing shows when something comes.
        blockTrade();
        until(() -> witnesses.stream().allMatch(Witness::hasEventSinceSubscribed));
    }

    /** While the old connection lags behind the new one, or the new one behind the old. */
    private void delaySometimes() {
        if (random.nextBoolean()) {
            serving().delayEvents(Duration.ofMillis(random.nextInt(300)));
        }
    }

    private void blockTrade() {
        exchange.floor().blockTrade(SYMBOL, "60000.00", "1.5", random.nextBoolean());
    }

    private SimulatedConnection serving() {
        return exchange.connections().stream()
                .filter(connection -> connection.uri().startsWith("/stream"))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private void settle(List<Witness<?>> witnesses) {
        exchange.floor().stopMarket();
        for (Witness<?> witness : witnesses) {
            List<PublishedEvent> published = exchange.streams().published(witness.name());
            until(() -> witness.hasLastOf(published));
        }
    }

    private static void until(BooleanSupplier condition) {
        Flux.interval(Duration.ZERO, Duration.ofMillis(20))
                .takeUntil(tick -> condition.getAsBoolean())
                .blockLast(Duration.ofSeconds(30));
    }
}
