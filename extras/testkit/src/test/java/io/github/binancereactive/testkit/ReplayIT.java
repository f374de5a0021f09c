/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.testkit.replay.Playback;
import io.github.binancereactive.testkit.replay.Recording;
import io.github.binancereactive.testkit.stream.StreamEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A recording in virtual time: five events of one book in two seconds, and a trade. */
class ReplayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String DEPTH = "newpair@depth";
    private static final String TRADE = "newpair@trade";

    @TempDir
    Path folder;

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

    @BeforeEach
    void record() throws IOException {
        Files.writeString(
                folder.resolve("frames.jsonl"),
                String.join(
                        "\n",
                        frame("100.0", DEPTH, depth(1, 10, "2.0", "1")),
                        frame("100.5", DEPTH, depth(11, 12, "2.0", "3")),
                        frame("100.5", TRADE, "{\"e\": \"trade\",\"s\":\"NEWPAIR\"}"),
                        frame("101.0", DEPTH, depth(13, 13, "2.0", "0")),
                        frame("101.5", DEPTH, depth(14, 15, "1.9", "7")),
                        frame("102.0", DEPTH, depth(16, 16, "1.8", "1"))));
        Files.writeString(
                folder.resolve("snapshots.jsonl"),
                "{\"receivedAt\":100.2,\"url\":\"https://example.com/api/v3/depth?symbol=NEWPAIR&limit=1000\",\"body\":"
                        + "{\"lastUpdateId\":11,\"bids\":[[\"2.00000000\",\"2.00000000\"]],"
                        + "\"asks\":[[\"2.10000000\",\"5.00000000\"]]}}\n");
    }

    private static String frame(String receivedAt, String stream, String data) {
        return "{\"receivedAt\":" + receivedAt + ",\"frame\":{\"stream\":\"" + stream + "\",\"data\":" + data + "}}";
    }

    private static String depth(long first, long last, String price, String qty) {
        return "{\"e\":\"depthUpdate\",\"s\":\"NEWPAIR\",\"U\":" + first + ",\"u\":" + last + ",\"b\":[[\"" + price
                + "\",\"" + qty + "\"]],\"a\":[]}";
    }

    @AfterEach
    void dispose() {
        time.dispose();
    }

    private Recording recording() {
        return Recording.of(folder.resolve("frames.jsonl"));
    }

    private ExchangeSimulator start(Playback playback) {
        return ExchangeSimulator.builder()
                .scheduler(time)
                .pingInterval(Duration.ZERO)
                .replay(playback)
                .start();
    }

    private void pass(ExchangeSimulator simulator, Duration duration) throws Exception {
        time.advanceTimeBy(duration);
        simulator.settle();
    }

    @Test
    void playsAtItsOwnSpeed() throws Exception {
        try (ExchangeSimulator simulator = start(Playback.of(recording()))) {
            Replay replay = simulator.replay();
            pass(simulator, Duration.ofMinutes(1));
            assertThat(replay.state()).isEqualTo(Replay.State.WAITING);

            replay.start();
            assertThat(replay.position()).isEqualTo(1);
            pass(simulator, Duration.ofMillis(499));
            assertThat(replay.position()).isEqualTo(1);
            pass(simulator, Duration.ofMillis(1));
            assertThat(replay.position()).isEqualTo(3);
            pass(simulator, Duration.ofMillis(1500));
            assertThat(replay.state()).isEqualTo(Replay.State.FINISHED);
            assertThat(replay.position()).isEqualTo(replay.size()).isEqualTo(6);
        }
    }

    @Test
    void playsFasterAndStopsWhenTold() throws Exception {
        try (ExchangeSimulator simulator = start(Playback.of(recording()).atSpeed(10))) {
            Replay replay = simulator.replay();
            replay.start();
            pass(simulator, Duration.ofMillis(50));
            assertThat(replay.position()).isEqualTo(3);
            replay.pause();
            pass(simulator, Duration.ofMinutes(1));
            assertThat(replay.position()).isEqualTo(3);
            assertThat(replay.state()).isEqualTo(Replay.State.PAUSED);

            replay.resume();
            assertThat(replay.position()).as("the next one comes at once").isEqualTo(4);
            pass(simulator, Duration.ofMillis(49));
            assertThat(replay.position()).isEqualTo(4);
            pass(simulator, Duration.ofMillis(51));
            replay.awaitEnd(PATIENCE);
        }
    }

    @Test
    void playsSoManyEventsAndWaits() throws Exception {
        try (ExchangeSimulator simulator = start(Playback.of(recording()).asFastAsPossible())) {
            Replay replay = simulator.replay();
            replay.playTo(2);
            assertThat(replay).hasToString("PAUSED 2 of 6");
            replay.playTo(2);
            replay.playTo(1);
            assertThat(replay).as("it never goes back").hasToString("PAUSED 2 of 6");
            replay.playTo(5);
            assertThat(replay).hasToString("PAUSED 5 of 6");
            replay.resume();
            assertThat(replay).hasToString("FINISHED 6 of 6");
            replay.playTo(3);
            assertThat(replay).hasToString("FINISHED 6 of 6");
            assertThatThrownBy(() -> replay.playTo(7)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void isToldWhereToStopWhileItPlays() throws Exception {
        try (ExchangeSimulator simulator = start(Playback.of(recording()))) {
            Replay replay = simulator.replay();
            replay.start();
            replay.playTo(4);
            pass(simulator, Duration.ofMinutes(1));
            assertThat(replay).hasToString("PAUSED 4 of 6");
            replay.playTo(6);
            pass(simulator, Duration.ofSeconds(2));
            replay.awaitEnd(PATIENCE);
        }
        try (ExchangeSimulator simulator = start(Playback.of(recording()))) {
            Replay replay = simulator.replay();
            replay.start();
            pass(simulator, Duration.ofMillis(500));
            replay.playTo(0);
            assertThat(replay).as("at once").hasToString("PAUSED 3 of 6");
            pass(simulator, Duration.ofMinutes(1));
            assertThat(replay.position()).isEqualTo(3);
        }
    }

    @Test
    void beginsWhenEnoughStreamsAreSubscribed() throws Exception {
        try (ExchangeSimulator simulator =
                        start(Playback.of(recording()).asFastAsPossible().whenSubscribed(2));
                RawWebSocket client = RawStreams.combined(simulator, List.of(DEPTH, "btcusdt@trade"))) {
            simulator.await(sim -> sim.openConnections() == 1, PATIENCE);
            simulator.settle();
            simulator.streams().keepEvents(TRADE);
            assertThat(simulator.replay().state())
                    .as("whoever keeps events is no audience")
                    .isEqualTo(Replay.State.WAITING);

            client.send("{\"id\":1,\"method\":\"SUBSCRIBE\",\"params\":[\"" + TRADE + "\"]}");
            assertThat(client.text()).contains("\"id\":1");
            assertThat(client.text()).startsWith("{\"stream\":\"newpair@depth\",\"data\":{\"e\":\"depthUpdate\"");
            assertThat(client.text()).contains("\"U\":11");
            assertThat(client.text())
                    .as("spaces and all")
                    .isEqualTo("{\"stream\":\"newpair@trade\",\"data\":{\"e\": \"trade\",\"s\":\"NEWPAIR\"}}");
        }
    }

    @Test
    void answersDepthWithTheBookOfNow() throws Exception {
        try (ExchangeSimulator simulator = start(Playback.of(recording()))) {
            RestClient rest = new RestClient(simulator);
            assertThat(depth(rest))
                    .as("the snapshot")
                    .startsWith("{\"lastUpdateId\":11,\"bids\":[[\"2.00000000\",\"2.00");
            simulator.replay().start();
            assertThat(depth(rest)).as("events before it change nothing").contains("\"lastUpdateId\":11,");
            pass(simulator, Duration.ofMillis(500));
            assertThat(depth(rest)).startsWith("{\"lastUpdateId\":12,\"bids\":[[\"2.00000000\",\"3.00000000\"]],");
            pass(simulator, Duration.ofSeconds(2));
            assertThat(depth(rest))
                    .isEqualTo("{\"lastUpdateId\":16,\"bids\":[[\"1.90000000\",\"7.00000000\"]],"
                            + "\"asks\":[[\"2.10000000\",\"5.00000000\"]]}");
            try (RawWebSocket api = new RawWebSocket(simulator)) {
                api.send("{\"id\":1,\"method\":\"depth\",\"params\":{\"symbol\":\"NEWPAIR\",\"limit\":5}}");
                assertThat(api.text()).contains("\"lastUpdateId\":16,", "[\"1.80000000\",\"1.00000000\"]");
            }
            assertThat(rest.get("/api/v3/depth?symbol=BTCUSDT&limit=1").body())
                    .as("the engine's")
                    .contains("\"bids\":[[\"59");
        }
    }

    private static String depth(RestClient rest) throws Exception {
        return rest.get("/api/v3/depth?limit=1&symbol=NEWPAIR").body();
    }

    @Test
    void listsItsSymbolsAndKeepsTheirStreamsToItself() throws Exception {
        try (ExchangeSimulator simulator = start(Playback.of(recording()));
                RawWebSocket client = RawStreams.raw(simulator, TRADE)) {
            RestClient rest = new RestClient(simulator);
            assertThat(rest.get("/api/v3/exchangeInfo?symbol=NEWPAIR").body())
                    .contains("\"tickSize\":\"0.10000000\"", "\"stepSize\":\"1.00000000\"");
            simulator.streams().publish(TRADE, StreamEvent.fixed("{\"from\":\"elsewhere\"}"));
            simulator.replay().start();
            pass(simulator, Duration.ofSeconds(2));
            assertThat(client.text()).isEqualTo("{\"e\": \"trade\",\"s\":\"NEWPAIR\"}");
        }
    }

    @Test
    void waitsForClientsThatReadSlowly() throws Exception {
        int events = 4000;
        String filler = "x".repeat(10_000);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < events; i++) {
            lines.append(frame("100.0", TRADE, "{\"n\":" + i + ",\"x\":\"" + filler + "\"}"))
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("large.jsonl"), lines);
        Playback playback = Playback.of(Recording.of(file)).asFastAsPossible();
        try (ExchangeSimulator simulator = ExchangeSimulator.builder()
                        .replay(playback)
                        .slowReaderLimit(2 << 20)
                        .start();
                RawWebSocket client = RawStreams.raw(simulator, TRADE)) {
            simulator.await(sim -> sim.openConnections() == 1, PATIENCE);
            simulator.replay().start();
            simulator.await(sim -> sim.replay().position() > 0, PATIENCE);
            simulator.settle();
            assertThat(client.text()).startsWith("{\"n\":0,");
            assertThat(simulator.replay().position())
                    .as("40 MB don't fit into buffers of sockets")
                    .isLessThan(events);
            for (int i = 1; i < events; i++) {
                assertThat(client.text()).startsWith("{\"n\":" + i + ",");
            }
            simulator.replay().awaitEnd(PATIENCE);
            assertThat(simulator.slowReaders()).isZero();
        }
    }

    @Test
    void refusesWhatIsNoRecording() throws Exception {
        Path file = Files.writeString(
                folder.resolve("frames.jsonl"), frame("100.0", DEPTH, depth(13, 14, "2.0", "1")) + "\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recording.of(file))
                .withMessageContaining("after update 11 comes 13");
        Path other =
                Files.writeString(folder.resolve("other.jsonl"), "\n{\"receivedAt\":1,\"frame\":{\"stream\":\"a\"}}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recording.of(other))
                .withMessageContaining("other.jsonl, record 1: no frame");
        try (ExchangeSimulator simulator = ExchangeSimulator.start()) {
            assertThatThrownBy(simulator::replay).isInstanceOf(IllegalStateException.class);
        }
    }
}
