/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.binancereactive.testkit.replay.Playback;
import io.github.binancereactive.testkit.replay.RecordedFrame;
import io.github.binancereactive.testkit.replay.Recording;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real recordings, played to bare connections. */
class ReplayConformanceIT {

    private static final Path FOLDER = Path.of(System.getProperty("conformance.dir", "../shared/conformance"));
    private static final String START = "\"frame\":";

    private static Path folder(String date) {
        Path folder = FOLDER.resolve("recorded/books").resolve(date);
        assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no folder " + folder.toAbsolutePath());
        return folder;
    }

    /** The frames by stream as text cut out of the file, without any of the code that is tested. */
    private static Map<String, List<String>> recorded(Path frames) throws IOException {
        Map<String, List<String>> recorded = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(frames)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String frame = line.substring(line.indexOf(START) + START.length(), line.length() - 1);
                recorded.computeIfAbsent(stream(frame), name -> new ArrayList<>())
                        .add(frame);
            }
        }
        return recorded;
    }

    private static String stream(String frame) {
        int from = frame.indexOf("\"stream\":\"") + 10;
        return frame.substring(from, frame.indexOf('"', from));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-04", "2021-10"})
    void everyFrameArrivesAsItWasRecorded(String date) throws Exception {
        Path folder = folder(date);
        Recording recording = Recording.of(folder.resolve("frames.jsonl.gz"));
        Map<String, List<String>> expected = recorded(folder.resolve("frames.jsonl.gz"));
        String alone = recording.streams().iterator().next();
        Playback playback = Playback.of(recording).asFastAsPossible();
        try (ExchangeSimulator simulator =
                        ExchangeSimulator.builder().replay(playback).start();
                RawWebSocket all = RawStreams.combined(simulator, recording.streams());
                RawWebSocket one = RawStreams.raw(simulator, alone)) {
            simulator.await(sim -> sim.openConnections() == 2, Duration.ofSeconds(10));
            simulator.replay().start();

            Map<String, List<String>> got = new LinkedHashMap<>();
            for (String frame : RawStreams.texts(all, recording.frames().size())) {
                got.computeIfAbsent(stream(frame), name -> new ArrayList<>()).add(frame);
            }
            assertThat(got).isEqualTo(expected);
            List<String> bare = RawStreams.texts(one, expected.get(alone).size());
            assertThat(bare)
                    .isEqualTo(recording.frames().stream()
                            .filter(frame -> frame.stream().equals(alone))
                            .map(RecordedFrame::payload)
                            .map(payload -> new String(payload, StandardCharsets.UTF_8))
                            .toList());
            simulator.replay().awaitEnd(Duration.ofSeconds(10));
            booksAreAsExpected(simulator, folder);
        }
    }

    private static void booksAreAsExpected(ExchangeSimulator simulator, Path folder) throws Exception {
        JsonNode expected = JsonMapper.shared().readTree(Files.readString(folder.resolve("expected_books.json")));
        RestClient rest = new RestClient(simulator);
        for (String symbol : expected.propertyNames()) {
            JsonNode book = JsonMapper.shared()
                    .readTree(rest.get("/api/v3/depth?limit=5000&symbol=" + symbol)
                            .body());
            JsonNode goal = expected.path(symbol);
            assertThat(book.path("lastUpdateId")).isEqualTo(goal.path("finalUpdateId"));
            assertThat(BookHash.of(book))
                    .as(symbol)
                    .isEqualTo(goal.path("sha256").asString());
            assertThat(rest.get("/api/v3/exchangeInfo?symbol=" + symbol).statusCode())
                    .isEqualTo(200);
        }
    }
}
