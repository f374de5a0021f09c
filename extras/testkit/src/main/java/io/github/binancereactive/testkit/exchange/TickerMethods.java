/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.core.model.market.TickerType;
import io.github.binancereactive.testkit.matching.BookTicker;
import io.github.binancereactive.testkit.matching.MarketData;
import io.github.binancereactive.testkit.matching.PriceLevel;
import io.github.binancereactive.testkit.matching.TickerStatistics;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tickers of one, some or all symbols.
 *
 * @param venue what they work on
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/market-data-endpoints">Market data
 *     endpoints</a>
 */
record TickerMethods(Venue venue) {

    private static final Pattern WINDOW = Pattern.compile("([1-9][0-9]?)([mhd])");
    private static final int PERCENT_PLACES = 3;

    void addTo(MethodTable table) {
        addStatistics(table);
        table.add(
                "GET /api/v3/ticker/price",
                "ticker.price",
                DefinedMethod.of(this::price, "symbol", "symbols", "symbolStatus")
                        .weighing(sent -> sent.text("symbol") == null ? 4 : 2));
        table.add(
                "GET /api/v3/ticker/bookTicker",
                "ticker.book",
                DefinedMethod.of(this::book, "symbol", "symbols", "symbolStatus")
                        .weighing(sent -> sent.text("symbol") == null ? 4 : 2));
    }

    private void addStatistics(MethodTable table) {
        table.add(
                "GET /api/v3/ticker/24hr",
                "ticker.24hr",
                DefinedMethod.of(this::day, "symbol", "symbols", "type", "symbolStatus")
                        .weighing(TickerMethods::weightOfDay));
        table.add(
                "GET /api/v3/ticker/tradingDay",
                "ticker.tradingDay",
                DefinedMethod.of(this::tradingDay, "symbol", "symbols", "timeZone", "type", "symbolStatus")
                        .weighing(TickerMethods::weightPerSymbol));
        table.add(
                "GET /api/v3/ticker",
                "ticker",
                DefinedMethod.of(this::rolling, "symbol", "symbols", "windowSize", "type", "symbolStatus")
                        .weighing(TickerMethods::weightPerSymbol));
    }

    private static int weightOfDay(Parameters sent) {
        if (sent.text("symbol") != null) {
            return 2;
        }
        List<String> symbols = sent.list("symbols");
        if (symbols == null || symbols.size() > 100) {
            return 80;
        }
        return symbols.size() <= 20 ? 2 : 40;
    }

    private static int weightPerSymbol(Parameters sent) {
        List<String> symbols = sent.list("symbols");
        return symbols == null ? 4 : Math.max(4, Math.min(200, 4 * symbols.size()));
    }

    private MarketData market() {
        return venue.engine().marketData();
    }

    private JsonNode day(Request request) {
        TickerType type = type(request.arguments());
        return SymbolChoice.any(venue.listing(), request.arguments()).answer(symbol -> {
            TickerStatistics ticker = market().ticker24h(symbol, request.nowMicros());
            return type == TickerType.MINI ? mini(request, ticker) : bounds(whole(ticker), request, ticker);
        });
    }

    private JsonNode tradingDay(Request request) {
        ZoneOffset zone = TimeZones.read(request.arguments());
        TickerType type = type(request.arguments());
        return SymbolChoice.named(venue.listing(), request.arguments())
                .answer(symbol -> statistics(request, type, market().tradingDay(symbol, zone, request.nowMicros())));
    }

    private JsonNode rolling(Request request) {
        Duration window = window(request.arguments());
        TickerType type = type(request.arguments());
        return SymbolChoice.named(venue.listing(), request.arguments())
                .answer(symbol ->
                        statistics(request, type, market().rollingWindow(symbol, window, request.nowMicros())));
    }

    private static TickerType type(Arguments arguments) {
        TickerType type = arguments.constant("type", TickerType.class, ExchangeErrors.invalidTickerType());
        return type == null ? TickerType.FULL : type;
    }

    /** From 1 to 59 minutes, 1 to 23 hours, or 1 to 7 days. */
    private static Duration window(Arguments arguments) {
        String text = arguments.text("windowSize");
        if (text == null) {
            return Duration.ofDays(1);
        }
        Matcher window = WINDOW.matcher(text);
        if (!window.matches()) {
            throw ExchangeErrors.invalidData("windowSize");
        }
        int number = Integer.parseInt(window.group(1));
        return switch (window.group(2)) {
            case "m" -> atMost(number, 59, Duration.ofMinutes(number));
            case "h" -> atMost(number, 23, Duration.ofHours(number));
            default -> atMost(number, 7, Duration.ofDays(number));
        };
    }

    private static Duration atMost(int number, int most, Duration window) {
        if (number > most) {
            throw ExchangeErrors.invalidData("windowSize");
        }
        return window;
    }

    private static ObjectNode statistics(Request request, TickerType type, TickerStatistics ticker) {
        return type == TickerType.MINI ? mini(request, ticker) : full(request, ticker);
    }

    private static ObjectNode mini(Request request, TickerStatistics ticker) {
        ObjectNode json = Json.object()
                .put("symbol", ticker.symbol())
                .put("openPrice", JsonNumbers.decimal(ticker.bar().open()))
                .put("highPrice", JsonNumbers.decimal(ticker.bar().high()))
                .put("lowPrice", JsonNumbers.decimal(ticker.bar().low()))
                .put("lastPrice", JsonNumbers.decimal(ticker.bar().close()));
        return bounds(volumes(json, ticker), request, ticker);
    }

    private static ObjectNode full(Request request, TickerStatistics ticker) {
        ObjectNode json = changes(ticker)
                .put("openPrice", JsonNumbers.decimal(ticker.bar().open()))
                .put("highPrice", JsonNumbers.decimal(ticker.bar().high()))
                .put("lowPrice", JsonNumbers.decimal(ticker.bar().low()))
                .put("lastPrice", JsonNumbers.decimal(ticker.bar().close()));
        return bounds(volumes(json, ticker), request, ticker);
    }

    private static ObjectNode changes(TickerStatistics ticker) {
        return Json.object()
                .put("symbol", ticker.symbol())
                .put("priceChange", JsonNumbers.decimal(ticker.priceChange()))
                .put("priceChangePercent", JsonNumbers.decimal(ticker.priceChangePercent(), PERCENT_PLACES))
                .put("weightedAvgPrice", JsonNumbers.decimal(ticker.weightedAvgPrice()));
    }

    /** The 24 hours alone show the book and what was before. */
    private static ObjectNode whole(TickerStatistics ticker) {
        ObjectNode json = changes(ticker)
                .put("prevClosePrice", JsonNumbers.decimal(ticker.prevClosePrice()))
                .put("lastPrice", JsonNumbers.decimal(ticker.bar().close()))
                .put("lastQty", JsonNumbers.decimal(ticker.lastQty()));
        best(json, ticker.book());
        json.put("openPrice", JsonNumbers.decimal(ticker.bar().open()))
                .put("highPrice", JsonNumbers.decimal(ticker.bar().high()))
                .put("lowPrice", JsonNumbers.decimal(ticker.bar().low()));
        return volumes(json, ticker);
    }

    private static ObjectNode volumes(ObjectNode json, TickerStatistics ticker) {
        return json.put("volume", JsonNumbers.decimal(ticker.bar().volume()))
                .put("quoteVolume", JsonNumbers.decimal(ticker.bar().quoteVolume()));
    }

    private static ObjectNode bounds(ObjectNode json, Request request, TickerStatistics ticker) {
        return json.put("openTime", request.unit().of(ticker.openTime()))
                .put("closeTime", request.unit().of(ticker.closeTime()))
                .put("firstId", ticker.bar().firstId())
                .put("lastId", ticker.bar().lastId())
                .put("count", ticker.bar().count());
    }

    private JsonNode price(Request request) {
        return SymbolChoice.any(venue.listing(), request.arguments()).answer(this::price);
    }

    private JsonNode price(String symbol) {
        BigDecimal last = market().lastPrice(symbol);
        return Json.object().put("symbol", symbol).put("price", JsonNumbers.decimal(last));
    }

    private JsonNode book(Request request) {
        return SymbolChoice.any(venue.listing(), request.arguments())
                .answer(symbol -> best(Json.object().put("symbol", symbol), market().bookTicker(symbol)));
    }

    private static ObjectNode best(ObjectNode json, BookTicker book) {
        side(json, "bid", book.bid());
        side(json, "ask", book.ask());
        return json;
    }

    private static void side(ObjectNode json, String side, @Nullable PriceLevel level) {
        json.put(side + "Price", JsonNumbers.decimal(level == null ? null : level.price()))
                .put(side + "Qty", JsonNumbers.decimal(level == null ? null : level.qty()));
    }
}
