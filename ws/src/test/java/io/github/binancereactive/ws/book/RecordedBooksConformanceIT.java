/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.binancereactive.core.book.BookStatus;
import io.github.binancereactive.core.book.BookStatus.Reason;
import io.github.binancereactive.core.book.BookStatus.State;
import io.github.binancereactive.core.book.BookView;
import io.github.binancereactive.core.limit.ConnectionLimit;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.Fault;
import io.github.binancereactive.testkit.FaultPlan;
import io.github.binancereactive.testkit.Replay;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.testkit.replay.Playback;
import io.github.binancereactive.testkit.replay.RecordedFrame;
import io.github.binancereactive.testkit.replay.Recording;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import io.github.binancereactive.ws.session.SessionOptions;
import io.github.binancereactive.ws.stream.BinanceMarketStreams;
import io.github.binancereactive.ws.stream.MarketStreamOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Books that the real exchange had, played by the simulator, over sockets, to the client: each has to end as the exchange's did. */
@Timeout(120)
class RecordedBooksConformanceIT {

    private static final Path FOLDER = Path.of(System.getProperty("conformance.dir", "../shared/conformance"));
    private static final int SNAPSHOT_LIMIT = 1000;
    private static final String ALL_UPDATES = "*@depth@100ms";

    /** A recording being played, and the client that keeps its books. */
    private static final class Scene implements AutoCloseable {

        final JsonNode expected;
        final Map<String, TrueBook> truth;
        final ExchangeSimulator exchange;
        final BinanceMarketStreams streams;
        final BinanceWebSocketApiClient api;
        final List<LocalOrderBook> books;
        final Queue<BookView> views = new ConcurrentLinkedQueue<>();
        final Queue<BookStatus> statuses = new ConcurrentLinkedQueue<>();
        final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        final int quietFrom;

        Scene(String date, double speed, long seed, FaultPlan faults) throws IOException {
            Path folder = FOLDER.resolve("recorded/books").resolve(date);
            assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no folder " + folder.toAbsolutePath());
            Recording recording = Recording.of(folder.resolve("frames.jsonl.gz"));
            expected = JsonMapper.shared().readTree(Files.readString(folder.resolve("expected_books.json")));
            truth = truth(recording, folder.resolve("snapshots.jsonl.gz"));
            quietFrom = beforeTheLastUpdateOfAny(recording);
            exchange = ExchangeSimulator.builder()
                    .replay(Playback.of(recording).atSpeed(speed))
                    .limits(SimulatedLimits.unlimited())
                    .seed(seed)
                    .faults(faults)
                    .start();
            SessionOptions session = SessionOptions.defaults()
                    .withBackoff(Backoff.fixed(Duration.ofMillis(10)))
                    .withConnectionLimit(new ConnectionLimit(100_000, Duration.ofMinutes(5)));
            streams = BinanceMarketStreams.create(MarketStreamOptions.of(exchange.environment())
                    .withOverlap(Duration.ofMillis(500))
                    .withSession(session));
            api = BinanceWebSocketApiClient.create(WebSocketApiOptions.of(exchange.environment())
                    .withBudget(RequestBudget.unlimited())
                    .withSession(session));
            BinanceOrderBooks keeper = BinanceOrderBooks.of(streams, api)
                    .withOptions(OrderBookOptions.defaults()
                            .withSnapshotLimit(SNAPSHOT_LIMIT)
                            .withSnapshotJitter(Duration.ofMillis(5))
                            .withBackoff(Backoff.fixed(Duration.ofMillis(20))));
            books = expected.propertyNames().stream().map(keeper::book).toList();
            books.forEach(book -> book.everyUpdate(TrueBook.LEVELS).subscribe(views::add, failures::add));
            books.forEach(book -> book.statuses().subscribe(statuses::add, failures::add));
        }

        /** So many events may be disturbed: each book has at least one more after them, which tells it what it has missed. */
        private int beforeTheLastUpdateOfAny(Recording recording) {
            Map<String, Integer> last = new HashMap<>();
            List<RecordedFrame> frames = recording.frames();
            for (int i = 0; i < frames.size(); i++) {
                last.put(frames.get(i).stream(), i);
            }
            return expected.propertyNames().stream()
                    .mapToInt(symbol -> last.get(symbol.toLowerCase(Locale.ROOT) + "@depth@100ms"))
                    .min()
                    .orElseThrow();
        }

        private Map<String, TrueBook> truth(Recording recording, Path snapshots) throws IOException {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(snapshots)), StandardCharsets.UTF_8))) {
                List<JsonNode> all =
                        lines.lines().map(JsonMapper.shared()::readTree).toList();
                return expected.propertyNames().stream()
                        .collect(Collectors.toMap(
                                symbol -> symbol, symbol -> new TrueBook(recording, symbol, snapshot(all, symbol))));
            }
        }

        private static JsonNode snapshot(List<JsonNode> all, String symbol) {
            return all.stream()
                    .filter(line -> line.path("url").asString().contains("symbol=" + symbol + "&"))
                    .findFirst()
                    .orElseThrow()
                    .path("body");
        }

        boolean allLive() {
            return books.stream().allMatch(book -> book.status().isLive());
        }

        long lastId(LocalOrderBook book) {
            return expected.path(book.symbol()).path("finalUpdateId").asLong();
        }

        /** Live, with the last update that there was. */
        boolean hasAll(LocalOrderBook book) {
            return book.status().isLive()
                    && book.view(1)
                            .filter(view -> view.lastUpdateId() == lastId(book))
                            .isPresent();
        }

        void assertEachEndsWithAll() {
            until(() -> books.stream().allMatch(this::hasAll));
            books.forEach(book -> {
                BookView view = book.view(TrueBook.LEVELS).orElseThrow();
                assertThat(view.lastUpdateId()).isEqualTo(lastId(book));
                truth.get(book.symbol()).assertRight(view);
            });
        }

        void assertAllViewsRight() {
            assertThat(failures).isEmpty();
            assertThat(views).hasSizeGreaterThan(books.size());
            views.forEach(view -> truth.get(view.symbol()).assertRight(view));
            books.forEach(book -> book.view(TrueBook.LEVELS)
                    .ifPresent(view -> truth.get(book.symbol()).assertRight(view)));
        }

        @Override
        public void close() {
            streams.dispose();
            api.dispose();
            exchange.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-04", "2021-10"})
    void everyBookEndsAsTheExchangesDid(String date) throws Exception {
        try (Scene scene = new Scene(date, 15, 1, FaultPlan.none())) {
            until(scene::allLive);
            scene.exchange.replay().start();
            scene.exchange.replay().awaitEnd(Duration.ofSeconds(60));

            for (LocalOrderBook book : scene.books) {
                until(() -> scene.hasAll(book));
                assertEndsAs(scene.expected.path(book.symbol()), book.held().orElseThrow());
            }
            assertThat(scene.statuses)
                    .as("nothing has disturbed them")
                    .doesNotContain(new BookStatus(State.RESYNCING, Reason.GAP));
            scene.assertAllViewsRight();
        }
    }

    private static void assertEndsAs(JsonNode goal, Depth held) throws GeneralSecurityException {
        assertThat(held.bids()).hasSize(goal.path("levels").path(0).asInt());
        assertThat(held.asks()).hasSize(goal.path("levels").path(1).asInt());
        assertThat(lines(held.bids().subList(0, 5)))
                .isEqualTo(lines(goal.path("top5").path("bids")));
        assertThat(lines(held.asks().subList(0, 5)))
                .isEqualTo(lines(goal.path("top5").path("asks")));
        String text = lines(held.bids()) + "\n--\n" + lines(held.asks());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(goal.path("sha256").asString());
    }

    private static String lines(List<PriceLevel> levels) {
        return levels.stream()
                .map(level ->
                        level.price().toPlainString() + " " + level.quantity().toPlainString())
                .collect(Collectors.joining("\n"));
    }

    private static String lines(JsonNode levels) {
        return levels.valueStream()
                .map(level -> level.path(0).asString() + " " + level.path(1).asString())
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aLiveBookIsNeverWrongWhateverGoesWrong(long seed) throws Exception {
        FaultPlan faults = FaultPlan.none()
                .with(0.03, Fault.loseEvent(ALL_UPDATES))
                .with(0.03, Fault.duplicateEvent(ALL_UPDATES))
                .with(0.03, Fault.swapEvents(ALL_UPDATES));
        try (Scene scene = new Scene(seed % 2 == 0 ? "2021-04" : "2021-10", 30, seed, faults)) {
            SplittableRandom random = new SplittableRandom(seed);
            Replay replay = scene.exchange.replay();
            until(scene::allLive);
            replay.playTo(scene.quietFrom);
            for (int part = 1; part <= 4; part++) {
                int position = part * scene.quietFrom / 5;
                until(() -> replay.position() >= position);
                disturb(scene, random.nextInt(3));
            }
            until(() -> replay.state() == Replay.State.PAUSED);
            scene.exchange.faults(FaultPlan.none());
            replay.resume();
            replay.awaitEnd(Duration.ofSeconds(60));

            scene.assertEachEndsWithAll();
            scene.assertAllViewsRight();
            assertThat(scene.statuses)
                    .as("what was lost has been noticed")
                    .contains(new BookStatus(State.RESYNCING, Reason.GAP));
        }
    }

    private static void disturb(Scene scene, int how) {
        switch (how) {
            case 0 -> scene.exchange.resetConnections();
            case 1 -> scene.streams.rotate().block(Duration.ofSeconds(20));
            default -> scene.exchange.announceShutdown();
        }
    }

    private static void until(BooleanSupplier condition) {
        Flux.interval(Duration.ZERO, Duration.ofMillis(10))
                .takeUntil(tick -> condition.getAsBoolean())
                .blockLast(Duration.ofSeconds(30));
    }
}
