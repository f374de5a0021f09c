/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.limit.BudgetOptions;
import io.github.binancereactive.core.limit.BudgetPolicy;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.RecordedRequest;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.testkit.market.SyntheticMarket;
import io.github.binancereactive.ws.book.BinanceOrderBooks;
import io.github.binancereactive.ws.book.LocalOrderBook;
import io.github.binancereactive.ws.book.OrderBookOptions;
import io.github.binancereactive.ws.stream.BinanceMarketStreams;
import io.github.binancereactive.ws.stream.MarketStreamOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

/** 200 books that start at once, on an exchange that allows 24 of their snapshots a minute: nine minutes, in seconds. */
@Timeout(90)
class ManyBooksIT {

    private static final int BOOKS = 200;
    private static final int MOST_LEVELS = 5_000;
    private static final int SNAPSHOT_WEIGHT = 250;
    private static final int WEIGHT_A_MINUTE = 6_000;
    private static final int SNAPSHOTS_A_MINUTE = WEIGHT_A_MINUTE / SNAPSHOT_WEIGHT;

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private FastForward time;
    private ExchangeSimulator exchange;
    private ServerClock clock;
    private RequestBudget budget;
    private BinanceMarketStreams streams;

    @BeforeEach
    void open() {
        time = new FastForward();
        exchange = ExchangeSimulator.builder()
                .scheduler(time)
                .pingInterval(Duration.ofHours(1))
                .pongTimeout(Duration.ofHours(3))
                .limits(SimulatedLimits.documented())
                .symbols(BOOKS)
                .market(SyntheticMarket.seeded(5).ordersPerSecond(5).tradesPerSecond(1))
                .start();
        clock = ServerClock.over(new ExchangeClock(exchange));
        budget = RequestBudget.local(BudgetOptions.defaults()
                .withClock(clock::now)
                .withScheduler(time)
                .withEdgeMargin(
                        Duration.ofSeconds(15))); // a quarter of a second, as long as a request may be on its way
        streams = BinanceMarketStreams.create(MarketStreamOptions.of(exchange.environment()));
    }

    @AfterEach
    void close() {
        streams.dispose();
        exchange.close();
        time.dispose();
    }

    @ParameterizedTest
    @EnumSource(Via.class)
    void allGetLiveInTurnAndNobodyIsRefused(Via via) {
        try (Client client = via.connect(exchange, new Setup(null, clock, budget, BudgetPolicy.WAIT_WHILE_OPEN))) {
            List<LocalOrderBook> books = start(BinanceOrderBooks.of(streams, client.api()));
            until(() -> books.stream().allMatch(book -> book.status().isLive()));

            List<RecordedRequest> snapshots = exchange.requests().stream()
                    .filter(request -> request.method().endsWith("depth"))
                    .toList();
            assertNobodyWasRefused(snapshots, books);
            assertInTurn(snapshots, books);
            assertThat(failures).isEmpty();
            assertEndAsTheExchanges(books);
        }
    }

    private List<LocalOrderBook> start(BinanceOrderBooks keeper) {
        BinanceOrderBooks patient = keeper.withOptions(OrderBookOptions.defaults()
                .withSnapshotLimit(MOST_LEVELS)
                .withStaleAfter(Duration.ZERO) // most of these are hardly traded
                .withScheduler(time));
        List<LocalOrderBook> books = symbols().stream().map(patient::book).toList();
        books.forEach(book -> book.statuses().subscribe(status -> {}, failures::add));
        return books;
    }

    private List<String> symbols() {
        AtomicReference<List<String>> listed = new AtomicReference<>();
        exchange.floor()
                .engine((engine, now) -> listed.set(engine.marketData().symbols().stream()
                        .map(settings -> settings.info().symbol())
                        .toList()));
        return listed.get();
    }

    /** Whoever is refused asks again, and so would have been seen twice. */
    private static void assertNobodyWasRefused(List<RecordedRequest> snapshots, List<LocalOrderBook> books) {
        assertThat(snapshots)
                .extracting(request -> request.param("symbol"))
                .containsExactlyInAnyOrderElementsOf(
                        books.stream().map(LocalOrderBook::symbol).toList());
        Map<Long, Long> byMinute = snapshots.stream()
                .collect(Collectors.groupingBy(
                        request -> request.receivedAt().getEpochSecond() / 60, Collectors.counting()));
        assertThat(byMinute)
                .hasSizeGreaterThanOrEqualTo(BOOKS / SNAPSHOTS_A_MINUTE)
                .allSatisfy((minute, count) ->
                        assertThat(count).as("snapshots in minute %d", minute).isLessThanOrEqualTo(SNAPSHOTS_A_MINUTE));
    }

    /** Those under way together may overtake each other, but nobody is put off by as much as a minute. */
    private static void assertInTurn(List<RecordedRequest> snapshots, List<LocalOrderBook> books) {
        List<String> asked =
                snapshots.stream().map(request -> request.param("symbol")).toList();
        for (int place = 0; place < BOOKS; place++) {
            String symbol = books.get(place).symbol();
            assertThat(asked.indexOf(symbol) - place)
                    .as("by how many others %s was overtaken", symbol)
                    .isLessThan(SNAPSHOTS_A_MINUTE);
        }
    }

    private void assertEndAsTheExchanges(List<LocalOrderBook> books) {
        exchange.floor().stopMarket();
        for (LocalOrderBook book : books) {
            io.github.binancereactive.testkit.matching.Depth there = atTheExchange(book.symbol());
            until(() -> book.held()
                    .filter(held -> held.lastUpdateId() >= there.lastUpdateId())
                    .isPresent());
            Depth held = book.held().orElseThrow();
            assertThat(held.lastUpdateId()).as(book.symbol()).isEqualTo(there.lastUpdateId());
            assertThat(held.bids()).as(book.symbol()).isEqualTo(levels(there.bids()));
            assertThat(held.asks()).as(book.symbol()).isEqualTo(levels(there.asks()));
        }
    }

    private io.github.binancereactive.testkit.matching.Depth atTheExchange(String symbol) {
        AtomicReference<io.github.binancereactive.testkit.matching.Depth> there = new AtomicReference<>();
        exchange.floor().engine((engine, now) -> there.set(engine.marketData().depth(symbol, MOST_LEVELS)));
        return there.get();
    }

    private static List<PriceLevel> levels(List<io.github.binancereactive.testkit.matching.PriceLevel> levels) {
        return levels.stream()
                .map(level -> new PriceLevel(level.price(), level.qty()))
                .toList();
    }

    private static void until(BooleanSupplier condition) {
        Flux.interval(Duration.ZERO, Duration.ofMillis(20))
                .takeUntil(tick -> condition.getAsBoolean())
                .blockLast(Duration.ofSeconds(60));
    }
}
