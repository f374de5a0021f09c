/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.model.market.Ticker;
import io.github.binancereactive.core.model.market.Ticker24hr;
import io.github.binancereactive.core.model.stream.RollingTickerEvent;
import io.github.binancereactive.core.model.stream.TickerEvent;

/** What tickers look like: flat on the wire, while the record has in it what a request answers. */
final class TickerForms {

    private static final String ROLLING_SUFFIX = "Ticker";

    static final EventForm<TickerEvent> DAY = LetteredForm.of(TickerEvent.class)
            .constant('e', "24hrTicker")
            .time('E', TickerEvent::eventTime)
            .text('s', event -> event.ticker().symbol())
            .decimal('p', event -> event.ticker().priceChange())
            .decimal('P', event -> event.ticker().priceChangePercent())
            .decimal('w', event -> event.ticker().weightedAvgPrice())
            .decimal('x', event -> event.ticker().prevClosePrice())
            .decimal('c', event -> event.ticker().lastPrice())
            .decimal('Q', event -> event.ticker().lastQty())
            .decimal('b', event -> event.ticker().bidPrice())
            .decimal('B', event -> event.ticker().bidQty())
            .decimal('a', event -> event.ticker().askPrice())
            .decimal('A', event -> event.ticker().askQty())
            .decimal('o', event -> event.ticker().openPrice())
            .decimal('h', event -> event.ticker().highPrice())
            .decimal('l', event -> event.ticker().lowPrice())
            .decimal('v', event -> event.ticker().volume())
            .decimal('q', event -> event.ticker().quoteVolume())
            .time('O', event -> event.ticker().openTime())
            .time('C', event -> event.ticker().closeTime())
            .number('F', event -> event.ticker().firstId())
            .number('L', event -> event.ticker().lastId())
            .number('n', event -> event.ticker().count())
            .makes(from -> new TickerEvent(from.time('E'), day(from)));

    static final EventForm<RollingTickerEvent> ROLLING = LetteredForm.of(RollingTickerEvent.class)
            .text('e', event -> event.window() + ROLLING_SUFFIX)
            .time('E', RollingTickerEvent::eventTime)
            .text('s', event -> event.ticker().symbol())
            .decimal('p', event -> event.ticker().priceChange())
            .decimal('P', event -> event.ticker().priceChangePercent())
            .decimal('o', event -> event.ticker().openPrice())
            .decimal('h', event -> event.ticker().highPrice())
            .decimal('l', event -> event.ticker().lowPrice())
            .decimal('c', event -> event.ticker().lastPrice())
            .decimal('w', event -> event.ticker().weightedAvgPrice())
            .decimal('v', event -> event.ticker().volume())
            .decimal('q', event -> event.ticker().quoteVolume())
            .time('O', event -> event.ticker().openTime())
            .time('C', event -> event.ticker().closeTime())
            .number('F', event -> event.ticker().firstId())
            .number('L', event -> event.ticker().lastId())
            .number('n', event -> event.ticker().count())
            .makes(from -> new RollingTickerEvent(from.time('E'), window(from.text('e')), rolling(from)));

    private TickerForms() {}

    /** Those that there are cost nothing. */
    private static String window(String type) {
        return switch (type) {
            case "1hTicker" -> "1h";
            case "4hTicker" -> "4h";
            case "1dTicker" -> "1d";
            default -> otherWindow(type);
        };
    }

    private static String otherWindow(String type) {
        if (!type.endsWith(ROLLING_SUFFIX)) {
            throw new DecodingException("expected another type of event for RollingTickerEvent", null);
        }
        return type.substring(0, type.length() - ROLLING_SUFFIX.length());
    }

    private static Ticker24hr day(LetteredFields from) {
        return new Ticker24hr(
                from.text('s'),
                from.decimal('p'),
                from.decimal('P'),
                from.decimal('w'),
                from.decimal('x'),
                from.decimal('c'),
                from.decimal('Q'),
                from.decimal('b'),
                from.decimal('B'),
                from.decimal('a'),
                from.decimal('A'),
                from.decimal('o'),
                from.decimal('h'),
                from.decimal('l'),
                from.decimal('v'),
                from.decimal('q'),
                from.time('O'),
                from.time('C'),
                from.number('F'),
                from.number('L'),
                from.number('n'));
    }

    private static Ticker rolling(LetteredFields from) {
        return new Ticker(
                from.text('s'),
                from.decimal('p'),
                from.decimal('P'),
                from.decimal('w'),
                from.decimal('o'),
                from.decimal('h'),
                from.decimal('l'),
                from.decimal('c'),
                from.decimal('v'),
                from.decimal('q'),
                from.time('O'),
                from.time('C'),
                from.number('F'),
                from.number('L'),
                from.number('n'));
    }
}
