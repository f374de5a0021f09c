/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.book.BookStatus;
import io.github.binancereactive.core.book.BookView;
import io.github.binancereactive.core.limit.ConnectionLimit;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.PublishedEvent;
import io.github.binancereactive.testkit.SimulatedConnection;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.testkit.market.SyntheticMarket;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import io.github.binancereactive.ws.session.SessionOptions;
import io.github.binancereactive.ws.stream.BinanceMarketStreams;
import io.github.binancereactive.ws.stream.MarketStreamOptions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Books of a market that never rests, on connections that are replaced as planned: nobody who reads them notices. */
@Timeout(120)
class RotatingBooksIT {

    private static final int ROTATIONS = 20;
    private static final int MOST_LEVELS = 5_000;
    private static final String[] SYMBOLS = {"BTCUSDT", "ETHUSDT", "BNBBTC"};

    private final SplittableRandom random = new SplittableRandom(20261121);
    private ExchangeSimulator exchange;
    private BinanceMarketStreams streams;
    private BinanceWebSocketApiClient api;
    private List<Watched> books;

    /** A book and all that it has told. */
    private static final class Watched {

        final LocalOrderBook book;
        final Queue<BookStatus> statuses = new ConcurrentLinkedQueue<>();
        final Queue<Long> updateIds = new ConcurrentLinkedQueue<>();
        volatile Throwable failure;

        Watched(LocalOrderBook book) {
            this.book = book;
            book.statuses().subscribe(statuses::add, error -> failure = error);
            book.everyUpdate(1).map(BookView::lastUpdateId).subscribe(updateIds::add, error -> failure = error);
        }

        String stream() {
            return book.symbol().toLowerCase(Locale.ROOT) + "@depth@100ms";
        }
    }

    @BeforeEach
    void start() {
        exchange = ExchangeSimulator.builder()
                .limits(SimulatedLimits.unlimited())
                .market(SyntheticMarket.seeded(11)
                        .symbols(SYMBOLS)
                        .ordersPerSecond(300)
                        .tradesPerSecond(60))
                .start();
        SessionOptions session = SessionOptions.defaults()
                .withBackoff(Backoff.fixed(Duration.ofMillis(20)))
                .withConnectionLimit(new ConnectionLimit(100_000, Duration.ofMinutes(5)));
        streams = BinanceMarketStreams.create(MarketStreamOptions.of(exchange.environment())
                .withOverlap(Duration.ofMillis(500))
                .withSession(session));
        api = BinanceWebSocketApiClient.create(WebSocketApiOptions.of(exchange.environment())
                .withBudget(RequestBudget.unlimited())
                .withSession(session));
        BinanceOrderBooks keeper = BinanceOrderBooks.of(streams, api);
        books = List.of(SYMBOLS).stream().map(keeper::book).map(Watched::new).toList();
        exchange.streams().keepEvents(books.stream().map(Watched::stream).toArray(String[]::new));
    }

    @AfterEach
    void stop() {
        streams.dispose();
        api.dispose();
        exchange.close();
    }

    @Test
    void plannedRotationsDoNotDisturbALiveBook() {
        until(() -> books.stream().allMatch(watched -> watched.book.status().isLive()));

        for (int i = 0; i < ROTATIONS; i++) {
            rotate(i % 5 == 4);
        }
        assertThat(streamConnections()).hasSize(ROTATIONS + 1);
        exchange.floor().stopMarket();

        for (Watched watched : books) {
            assertEndsAsTheExchanges(watched.book);
            assertToldOfEveryUpdateOnce(watched);
            assertThat(watched.failure).isNull();
            assertThat(watched.statuses)
                    .as("statuses of %s", watched.book.symbol())
                    .containsOnlyOnce(live())
                    .allMatch(status -> status.isLive() || status.equals(syncing()))
                    .last()
                    .isEqualTo(live());
        }
        assertThat(exchange.requests("depth")).as("one snapshot a book").hasSize(SYMBOLS.length);
    }

    /** While the old connection lags behind the new one, or the new one behind the old. */
    private void rotate(boolean announced) {
        SimulatedConnection old = serving();
        if (random.nextBoolean()) {
            old.delayEvents(Duration.ofMillis(random.nextInt(300)));
        }
        if (announced) {
            exchange.announceShutdown();
            until(() -> serving().number() > old.number());
        } else {
            streams.rotate().block(Duration.ofSeconds(20));
        }
        List<Integer> before =
                books.stream().map(watched -> watched.updateIds.size()).toList();
        until(() -> old.state() == SimulatedConnection.State.CLOSED
                && IntStream.range(0, before.size())
                        .allMatch(n -> books.get(n).updateIds.size() > before.get(n)));
    }

    private void assertEndsAsTheExchanges(LocalOrderBook book) {
        io.github.binancereactive.testkit.matching.Depth there = atTheExchange(book.symbol());
        until(() -> book.held()
                .filter(held -> held.lastUpdateId() >= there.lastUpdateId())
                .isPresent());
        Depth held = book.held().orElseThrow();
        assertThat(held.lastUpdateId()).isEqualTo(there.lastUpdateId());
        assertThat(held.bids()).isNotEmpty().isEqualTo(levels(there.bids()));
        assertThat(held.asks()).isNotEmpty().isEqualTo(levels(there.asks()));
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

    /** From the first one that was kept on; the snapshot, which comes first, is no update. */
    private void assertToldOfEveryUpdateOnce(Watched watched) {
        List<Long> published = exchange.streams().published(watched.stream()).stream()
                .map(RotatingBooksIT::lastUpdateId)
                .toList();
        List<Long> told = List.copyOf(watched.updateIds);
        long from = Math.max(told.get(0) + 1, published.get(0));
        assertThat(told.stream().filter(id -> id >= from))
                .as("updates of %s", watched.book.symbol())
                .hasSizeGreaterThan(ROTATIONS)
                .containsExactlyElementsOf(
                        published.stream().filter(id -> id >= from).toList());
    }

    private static long lastUpdateId(PublishedEvent event) {
        return JsonMapper.shared().readTree(event.json()).path("u").asLong();
    }

    private static BookStatus live() {
        return new BookStatus(BookStatus.State.LIVE, null);
    }

    private static BookStatus syncing() {
        return new BookStatus(BookStatus.State.SYNCING, null);
    }

    private List<SimulatedConnection> streamConnections() {
        return exchange.connections().stream()
                .filter(connection -> connection.uri().startsWith("/stream"))
                .toList();
    }

    private SimulatedConnection serving() {
        List<SimulatedConnection> all = streamConnections();
        return all.get(all.size() - 1);
    }

    private static void until(BooleanSupplier condition) {
        Flux.interval(Duration.ZERO, Duration.ofMillis(20))
                .takeUntil(tick -> condition.getAsBoolean())
                .blockLast(Duration.ofSeconds(30));
    }
}
