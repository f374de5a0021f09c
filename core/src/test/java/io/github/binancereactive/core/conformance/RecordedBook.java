/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import io.github.binancereactive.core.book.ReferenceBook;
import io.github.binancereactive.core.endpoint.MarketDataEndpoints;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What was recorded of one symbol: updates that came before its snapshot, the snapshot, those after it, and how that ends. */
record RecordedBook(
        String symbol, List<DepthUpdate> before, Depth snapshot, List<DepthUpdate> after, JsonNode expected) {

    /** How many levels of each side the recorded snapshots have at most. */
    static final int LIMIT = 1000;

    static Stream<RecordedBook> all() {
        return Stream.of("2021-04", "2021-10").flatMap(RecordedBook::of);
    }

    private static Stream<RecordedBook> of(String date) {
        String folder = "recorded/books/" + date;
        List<JsonNode> frames = Conformance.lines(folder + "/frames.jsonl.gz");
        List<JsonNode> snapshots = Conformance.lines(folder + "/snapshots.jsonl.gz");
        return Conformance.json(folder + "/expected_books.json")
                .propertyStream()
                .map(book -> {
                    JsonNode snapshot = snapshots.stream()
                            .filter(line -> line.get("url").asString().contains("symbol=" + book.getKey() + "&"))
                            .findFirst()
                            .orElseThrow();
                    double time = snapshot.get("receivedAt").asDouble();
                    return new RecordedBook(
                            book.getKey(),
                            updates(frames, book.getKey(), 0, time),
                            new Reports()
                                    .decode(
                                            MarketDataEndpoints.DEPTH.result(),
                                            Conformance.bytes(snapshot.get("body"))),
                            updates(frames, book.getKey(), time, Double.MAX_VALUE),
                            book.getValue());
                });
    }

    private static List<DepthUpdate> updates(List<JsonNode> frames, String symbol, double from, double to) {
        UpdatesOf updates = new UpdatesOf(symbol);
        frames.stream()
                .filter(line -> line.get("receivedAt").asDouble() >= from)
                .filter(line -> line.get("receivedAt").asDouble() < to)
                .forEach(line -> updates.read(Conformance.bytes(line.get("frame"))));
        return updates.updates();
    }

    static List<PriceLevel> levels(JsonNode side) {
        return side.valueStream()
                .map(level -> new PriceLevel(
                        new BigDecimal(level.get(0).asString()),
                        new BigDecimal(level.get(1).asString())))
                .toList();
    }

    /** All updates that are not in the snapshot. */
    List<DepthUpdate> sequence() {
        return Stream.concat(before.stream(), after.stream())
                .filter(update -> update.lastUpdateId() > snapshot.lastUpdateId())
                .toList();
    }

    /** The exchange's book at the snapshot and after each update of the {@link #sequence}; what was in the snapshot is taken for all. */
    List<Depth> history() {
        ReferenceBook reference = new ReferenceBook(snapshot);
        List<Depth> history = new ArrayList<>(List.of(reference.depth(Integer.MAX_VALUE)));
        for (DepthUpdate update : sequence()) {
            reference.apply(update);
            history.add(reference.depth(Integer.MAX_VALUE));
        }
        return history;
    }
}
