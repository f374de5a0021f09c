/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.replay;

import io.github.binancereactive.testkit.exchange.DepthSource;
import io.github.binancereactive.testkit.matching.Depth;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The books of the recorded symbols as they are at the present place of the recording. Event loop only. */
public final class RecordedBooks implements DepthSource {

    private final Map<String, RecordedBook> books = new HashMap<>();

    RecordedBooks(Iterable<RecordedSnapshot> snapshots) {
        for (RecordedSnapshot snapshot : snapshots) {
            // A later one of the same symbol follows from the first and the events.
            books.computeIfAbsent(snapshot.symbol(), symbol -> new RecordedBook(snapshot));
        }
    }

    /**
     * Brings them to behind an event.
     *
     * @param frame the event; only those of depth matter
     * @throws IllegalArgumentException when events are missing before it
     */
    public void apply(RecordedFrame frame) {
        RecordedBook book = Symbols.isDiffDepth(frame.stream()) ? books.get(frame.symbol()) : null;
        if (book != null) {
            book.apply(frame.payload());
        }
    }

    @Override
    public @Nullable Depth depth(String symbol, int limit) {
        RecordedBook book = books.get(symbol);
        return book == null ? null : book.depth(limit);
    }
}
