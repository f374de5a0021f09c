/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.testkit.matching.MarketData;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the feed of a stream by the stream's name. */
final class Feeds {

    private static final String EVERY_SYMBOL = "";
    private static final Pattern KLINE = Pattern.compile("kline_([0-9]+[a-zA-Z])(@\\+08:00)?");
    private static final Pattern PARTIAL = Pattern.compile("depth(5|10|20)(@100ms)?");
    private static final Map<String, Duration> WINDOWS =
            Map.of("1h", Duration.ofHours(1), "4h", Duration.ofHours(4), "1d", Duration.ofDays(1));

    private final FeedSource source;
    // In lower case, as streams name them.
    private final Map<String, String> symbols = new HashMap<>();

    Feeds(FeedSource source) {
        this.source = source;
    }

    FeedSource source() {
        return source;
    }

    /** The symbol that a stream is about; empty when it is about none or all of them. */
    String symbol(String stream) {
        int at = stream.indexOf('@');
        return at <= 0 ? EVERY_SYMBOL : listed(stream.substring(0, at));
    }

    private String listed(String lowerCase) {
        String known = symbols.get(lowerCase);
        if (known == null && symbols.size() < source.data().symbols().size()) {
            source.data().symbols().forEach(each -> {
                String symbol = each.info().symbol();
                symbols.put(symbol.toLowerCase(Locale.ROOT), symbol);
            });
            known = symbols.get(lowerCase);
        }
        return known == null ? EVERY_SYMBOL : known;
    }

    /** The feed; null when there is no such stream. */
    @Nullable Feed feed(String stream) {
        if (stream.startsWith("!")) {
            return ofAll(stream);
        }
        String symbol = symbol(stream);
        return symbol.isEmpty() ? null : ofOne(stream, symbol, stream.substring(stream.indexOf('@') + 1));
    }

    private @Nullable Feed ofAll(String stream) {
        MarketData data = source.data();
        if (stream.equals("!miniTicker@arr")) {
            return new AllTickersFeed(source, stream, data::ticker24h, TickerJson::mini);
        }
        Duration window = stream.startsWith("!ticker_") && stream.endsWith("@arr")
                ? WINDOWS.get(stream.substring("!ticker_".length(), stream.length() - "@arr".length()))
                : null;
        return window == null ? null : new AllTickersFeed(source, stream, rolling(window), rollingJson(window));
    }

    private @Nullable Feed ofOne(String stream, String symbol, String kind) {
        MarketData data = source.data();
        return switch (kind) {
            case "trade" -> new TradeFeed(source, stream, symbol);
            case "aggTrade" -> new AggregateTradeFeed(source, stream, symbol);
            case "bookTicker" -> new BookTickerFeed(source, stream, symbol);
            case "depth" -> new DiffDepthFeed(source, stream, symbol, Periods.SECOND);
            case "depth@100ms" -> new DiffDepthFeed(source, stream, symbol, Periods.TENTH);
            case "avgPrice" -> new AveragePriceFeed(source, stream, symbol);
            case "referencePrice" -> new ReferencePriceFeed(source, stream, symbol);
            case "miniTicker" -> new TickerFeed(source, stream, symbol, data::ticker24h, TickerJson::mini);
            case "ticker" -> new TickerFeed(source, stream, symbol, data::ticker24h, TickerJson::day);
            default -> withParameters(stream, symbol, kind);
        };
    }

    private @Nullable Feed withParameters(String stream, String symbol, String kind) {
        Matcher partial = PARTIAL.matcher(kind);
        if (partial.matches()) {
            Duration period = partial.group(2) == null ? Periods.SECOND : Periods.TENTH;
            return new PartialDepthFeed(source, stream, symbol, Integer.parseInt(partial.group(1)), period);
        }
        Matcher kline = KLINE.matcher(kind);
        if (kline.matches()) {
            ZoneOffset zone = kline.group(2) == null ? ZoneOffset.UTC : ZoneOffset.ofHours(8);
            KlineInterval interval = interval(kline.group(1));
            return interval == null ? null : new KlineFeed(source, stream, symbol, interval, zone);
        }
        Duration window = kind.startsWith("ticker_") ? WINDOWS.get(kind.substring("ticker_".length())) : null;
        return window == null ? null : new TickerFeed(source, stream, symbol, rolling(window), rollingJson(window));
    }

    private static @Nullable KlineInterval interval(String wire) {
        return Arrays.stream(KlineInterval.values())
                .filter(interval -> interval.wire().equals(wire))
                .findFirst()
                .orElse(null);
    }

    private TickerWindow rolling(Duration window) {
        return (symbol, now) -> source.data().rollingWindow(symbol, window, now);
    }

    private static TickerForm rollingJson(Duration window) {
        String name = window.equals(Duration.ofDays(1)) ? "1d" : window.toHours() + "h";
        return (ticker, now, unit) -> TickerJson.rolling(name, ticker, now, unit);
    }
}
