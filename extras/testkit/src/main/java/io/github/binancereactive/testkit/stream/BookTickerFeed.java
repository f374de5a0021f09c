/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.matching.BookTicker;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The best prices, whenever they or their quantities have changed. */
final class BookTickerFeed implements Feed {

    private final FeedSource source;
    private final String stream;
    private final String symbol;
    private @Nullable BookTicker last;

    BookTickerFeed(FeedSource source, String stream, String symbol) {
        this.source = source;
        this.stream = stream;
        this.symbol = symbol;
    }

    @Override
    public void start() {
        last = source.data().bookTicker(symbol);
    }

    @Override
    public void settled(long nowMicros) {
        BookTicker ticker = source.data().bookTicker(symbol);
        if (last == null || !Objects.equals(ticker.bid(), last.bid()) || !Objects.equals(ticker.ask(), last.ask())) {
            last = ticker;
            source.board().publish(stream, StreamEvent.rendered(unit -> BookJson.ticker(ticker)));
        }
    }
}
