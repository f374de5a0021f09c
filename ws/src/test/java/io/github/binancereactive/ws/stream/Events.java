/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.Kline;
import io.github.binancereactive.core.model.stream.AggTradeEvent;
import io.github.binancereactive.core.model.stream.AveragePriceEvent;
import io.github.binancereactive.core.model.stream.BookTickerEvent;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import io.github.binancereactive.core.model.stream.KlineEvent;
import io.github.binancereactive.core.model.stream.MiniTickerEvent;
import io.github.binancereactive.core.model.stream.TradeEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Events that differ in nothing but what orders them. */
final class Events {

    private static final BigDecimal ONE = BigDecimal.ONE;

    private Events() {}

    static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }

    static TradeEvent trade(long id) {
        return new TradeEvent(at(id), "BTCUSDT", id, ONE, ONE, at(id), true);
    }

    static List<TradeEvent> tradesBetween(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(Events::trade).toList();
    }

    static AggTradeEvent aggTrade(long id) {
        return new AggTradeEvent(at(id), "BTCUSDT", id, ONE, ONE, id, id, at(id), true);
    }

    static BookTickerEvent bookTicker(long updateId) {
        return new BookTickerEvent(updateId, "BTCUSDT", ONE, ONE, ONE, ONE);
    }

    static Depth depth(long lastUpdateId) {
        return new Depth(lastUpdateId, List.of(), List.of());
    }

    static DepthUpdate update(long first, long last) {
        return new DepthUpdate(at(last), "BTCUSDT", first, last, List.of(), List.of());
    }

    static MiniTickerEvent mini(String symbol, long second) {
        return new MiniTickerEvent(at(second), symbol, ONE, ONE, ONE, ONE, ONE, ONE);
    }

    static AveragePriceEvent average(long second) {
        return new AveragePriceEvent(at(second), "BTCUSDT", "5m", ONE, at(second));
    }

    static Kline kline(Instant open, Duration interval) {
        return kline(open, interval, 1);
    }

    private static Kline kline(Instant open, Duration interval, long trades) {
        Instant close = open.plus(interval).minusMillis(1);
        return new Kline(open, ONE, ONE, ONE, ONE, ONE, close, ONE, trades, ONE, ONE);
    }

    /** The kline of some minute after some trades. */
    static Kline minuteOf(long minute, long trades) {
        return kline(at(60 * minute), Duration.ofMinutes(1), trades);
    }

    /** What is said about it some seconds after it has begun. */
    static KlineEvent minuteOf(long minute, long trades, long second) {
        return new KlineEvent(at(60 * minute + second), "BTCUSDT", "1m", 1, 2, false, minuteOf(minute, trades));
    }

    /** The same from a request: when it was said isn't known. */
    static KlineEvent fetchedOpen(long minute, long trades, long second) {
        return new KlineEvent(at(60 * minute + second), "BTCUSDT", "1m", -1, -1, false, minuteOf(minute, trades));
    }

    /** What is said about the kline of some minute, some seconds after it has begun. */
    static KlineEvent minute(long minute, long second, boolean closed) {
        Instant open = at(60 * minute);
        return new KlineEvent(
                open.plusSeconds(second), "BTCUSDT", "1m", 1, 2, closed, kline(open, Duration.ofMinutes(1)));
    }

    /** As it comes from a request. */
    static KlineEvent fetchedMinute(long minute) {
        Kline kline = kline(at(60 * minute), Duration.ofMinutes(1));
        return new KlineEvent(kline.closeTime(), "BTCUSDT", "1m", -1, -1, true, kline);
    }
}
