/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.binancereactive.testkit.matching.Depth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a client asks for a snapshot, it ends up with the same book. */
class RecordedBooksConformanceTest {

    private static final Path FOLDER = Path.of(System.getProperty("conformance.dir", "../shared/conformance"));

    @ParameterizedTest
    @ValueSource(strings = {"2021-04", "2021-10"})
    void aClientThatStartsAnywhereEndsUpRight(String date) {
        Path file = FOLDER.resolve("recorded/books").resolve(date).resolve("frames.jsonl.gz");
        assumeTrue(Files.exists(file), () -> "skipped: there is no file " + file.toAbsolutePath());
        Recording recording = Recording.of(file);
        for (String symbol : recording.symbols()) {
            List<RecordedFrame> events = recording.frames().stream()
                    .filter(frame -> frame.symbol().equals(symbol) && Symbols.isDiffDepth(frame.stream()))
                    .toList();
            Depth end = book(recording, symbol, events);
            for (int start = 0; start <= events.size(); start += 1 + events.size() / 20) {
                RecordedBook client =
                        new RecordedBook(snapshot(symbol, book(recording, symbol, events.subList(0, start))));
                // A client buffers some events before it has the snapshot; it must not matter.
                events.subList(Math.max(0, start - 3), events.size()).forEach(event -> client.apply(event.payload()));
                assertThat(client.depth(Integer.MAX_VALUE))
                        .as(symbol + " from " + start)
                        .isEqualTo(end);
            }
        }
        assertThat(recording.symbols()).hasSizeGreaterThan(3);
    }

    private static Depth book(Recording recording, String symbol, List<RecordedFrame> events) {
        RecordedBooks books = recording.books();
        events.forEach(books::apply);
        return Objects.requireNonNull(books.depth(symbol, Integer.MAX_VALUE));
    }

    private static RecordedSnapshot snapshot(String symbol, Depth depth) {
        return new RecordedSnapshot(symbol, depth.lastUpdateId(), depth.bids(), depth.asks());
    }
}
