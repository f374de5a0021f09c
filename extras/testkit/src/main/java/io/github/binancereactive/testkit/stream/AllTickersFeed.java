/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.exchange.Json;
import io.github.binancereactive.testkit.exchange.TimestampUnit;
import io.github.binancereactive.testkit.matching.Kline;
import io.github.binancereactive.testkit.matching.SymbolSettings;
import io.github.binancereactive.testkit.matching.TickerStatistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/** The tickers of all symbols that have changed within a second; nothing when none has. */
final class AllTickersFeed implements Feed {

    private final FeedSource source;
    private final String stream;
    private final TickerWindow window;
    private final TickerForm form;
    private final Map<String, Kline.Bar> seen = new HashMap<>();

    AllTickersFeed(FeedSource source, String stream, TickerWindow window, TickerForm form) {
        this.source = source;
        this.stream = stream;
        this.window = window;
        this.form = form;
    }

    @Override
    public Duration period() {
        return Periods.SECOND;
    }

    @Override
    public void start() {
        changed(source.now().getAsLong());
    }

    @Override
    public void tick(long nowMicros) {
        List<TickerStatistics> changed = changed(nowMicros);
        if (!changed.isEmpty()) {
            source.board().publish(stream, StreamEvent.rendered(unit -> json(changed, nowMicros, unit)));
        }
    }

    private List<TickerStatistics> changed(long nowMicros) {
        List<TickerStatistics> changed = new ArrayList<>();
        for (SymbolSettings symbol : source.data().symbols()) {
            TickerStatistics ticker = window.of(symbol.info().symbol(), nowMicros);
            if (!ticker.bar().equals(seen.put(ticker.symbol(), ticker.bar()))) {
                changed.add(ticker);
            }
        }
        return changed;
    }

    private String json(List<TickerStatistics> tickers, long nowMicros, TimestampUnit unit) {
        ArrayNode array = Json.array();
        tickers.forEach(ticker -> array.add(form.json(ticker, nowMicros, unit)));
        return array.toString();
    }
}
