/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.testkit.matching.AggregateTrade;
import io.github.binancereactive.testkit.matching.AveragePrice;
import io.github.binancereactive.testkit.matching.Depth;
import io.github.binancereactive.testkit.matching.HistoryQuery;
import io.github.binancereactive.testkit.matching.Kline;
import io.github.binancereactive.testkit.matching.MarketData;
import io.github.binancereactive.testkit.matching.MarketTrade;
import io.github.binancereactive.testkit.matching.PriceLevel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The public methods about one symbol: book, trades, klines, average price.
 *
 * @param venue what they work on
 * @param elsewhere books that are not the engine's
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/market-data-endpoints">Market data
 *     endpoints</a>
 */
record MarketMethods(Venue venue, DepthSource elsewhere) {

    private static final int USUAL_DEPTH = 100;
    private static final int DEEPEST = 5_000;

    void addTo(MethodTable table) {
        table.add(
                "GET /api/v3/depth",
                "depth",
                DefinedMethod.of(this::depth, "symbol", "limit", "symbolStatus")
                        .weighing(MarketMethods::weightOfDepth));
        table.add(
                "GET /api/v3/avgPrice",
                "avgPrice",
                DefinedMethod.of(this::average, "symbol").weighing(2));
        addTrades(table);
        addKlines(table);
    }

    private void addTrades(MethodTable table) {
        table.add(
                "GET /api/v3/trades",
                "trades.recent",
                DefinedMethod.of(this::trades, "symbol", "limit").weighing(25));
        table.add(
                "GET /api/v3/historicalTrades",
                "trades.historical",
                DefinedMethod.of(this::trades, "symbol", "limit", "fromId").weighing(25));
        table.add(
                "GET /api/v3/aggTrades",
                "trades.aggregate",
                DefinedMethod.of(this::aggregates, "symbol", "fromId", "startTime", "endTime", "limit")
                        .weighing(4));
    }

    private void addKlines(MethodTable table) {
        DefinedMethod klines = DefinedMethod.of(
                        this::klines, "symbol", "interval", "startTime", "endTime", "timeZone", "limit")
                .weighing(2);
        table.add("GET /api/v3/klines", "klines", klines);
        table.add("GET /api/v3/uiKlines", "uiKlines", klines);
    }

    /** By how many levels are asked for, however few there are. */
    private static int weightOfDepth(Parameters sent) {
        int limit = depthLimit(sent.text("limit"));
        if (limit <= 100) {
            return 5;
        }
        if (limit <= 500) {
            return 25;
        }
        return limit <= 1_000 ? 50 : 250;
    }

    private static int depthLimit(@Nullable String text) {
        return text == null || !text.matches("[0-9]{1,9}") ? USUAL_DEPTH : Integer.parseInt(text);
    }

    private MarketData market() {
        return venue.engine().marketData();
    }

    private JsonNode depth(Request request) {
        Arguments arguments = request.arguments();
        ListedSymbol symbol = venue.symbol(arguments);
        SymbolChoice.refuseOtherStatus(symbol, new SymbolSelection(arguments.sent()).symbolStatus());
        int limit = arguments.cutLimit(USUAL_DEPTH, DEEPEST);
        Depth other = elsewhere.depth(symbol.name(), limit);
        Depth depth = other == null ? market().depth(symbol.name(), limit) : other;
        ObjectNode json = Json.object().put("lastUpdateId", depth.lastUpdateId());
        levels(json.putArray("bids"), depth.bids());
        levels(json.putArray("asks"), depth.asks());
        return json;
    }

    private static void levels(ArrayNode json, List<PriceLevel> levels) {
        for (PriceLevel level : levels) {
            json.addArray().add(JsonNumbers.decimal(level.price())).add(JsonNumbers.decimal(level.qty()));
        }
    }

    private JsonNode trades(Request request) {
        Arguments arguments = request.arguments();
        HistoryQuery query = new HistoryQuery(arguments.integer("fromId"), null, null, Histories.limit(arguments));
        ArrayNode json = Json.array();
        market().trades(venue.symbolName(request), query).forEach(trade -> json.add(trade(request, trade)));
        return json;
    }

    private static ObjectNode trade(Request request, MarketTrade trade) {
        return Json.object()
                .put("id", trade.id())
                .put("price", JsonNumbers.decimal(trade.price()))
                .put("qty", JsonNumbers.decimal(trade.qty()))
                .put("quoteQty", JsonNumbers.decimal(trade.quoteQty()))
                .put("time", request.unit().of(trade.time()))
                .put("isBuyerMaker", trade.isBuyerMaker())
                .put("isBestMatch", true);
    }

    private JsonNode aggregates(Request request) {
        HistoryQuery query = Histories.read(request.arguments(), "fromId");
        ArrayNode json = Json.array();
        market().aggregateTrades(venue.symbolName(request), query)
                .forEach(trade -> json.add(aggregate(request, trade)));
        return json;
    }

    private static ObjectNode aggregate(Request request, AggregateTrade trade) {
        return Json.object()
                .put("a", trade.id())
                .put("p", JsonNumbers.decimal(trade.price()))
                .put("q", JsonNumbers.decimal(trade.qty()))
                .put("f", trade.firstTradeId())
                .put("l", trade.lastTradeId())
                .put("T", request.unit().of(trade.time()))
                .put("m", trade.isBuyerMaker())
                .put("M", true);
    }

    private JsonNode klines(Request request) {
        Arguments arguments = request.arguments();
        String symbol = venue.symbolName(request);
        KlineInterval interval = interval(arguments.requiredText("interval"));
        HistoryQuery query = Histories.byTime(arguments);
        ArrayNode json = Json.array();
        market().klines(symbol, interval, TimeZones.read(arguments), query, request.nowMicros())
                .forEach(kline -> kline(json.addArray(), request.unit(), kline));
        return json;
    }

    private static KlineInterval interval(String text) {
        return Arrays.stream(KlineInterval.values())
                .filter(interval -> interval.wire().equals(text))
                .findFirst()
                .orElseThrow(ExchangeErrors::invalidInterval);
    }

    private static void kline(ArrayNode json, TimestampUnit unit, Kline kline) {
        Kline.Bar bar = kline.bar();
        json.add(unit.of(kline.openTime()))
                .add(JsonNumbers.decimal(bar.open()))
                .add(JsonNumbers.decimal(bar.high()))
                .add(JsonNumbers.decimal(bar.low()))
                .add(JsonNumbers.decimal(bar.close()))
                .add(JsonNumbers.decimal(bar.volume()))
                .add(unit.of(kline.closeTime()) - 1)
                .add(JsonNumbers.decimal(bar.quoteVolume()))
                .add(bar.count())
                .add(JsonNumbers.decimal(bar.takerBuyVolume()))
                .add(JsonNumbers.decimal(bar.takerBuyQuoteVolume()))
                .add("0");
    }

    private JsonNode average(Request request) {
        AveragePrice average = market().averagePrice(venue.symbolName(request), request.nowMicros());
        return Json.object()
                .put("mins", average.mins())
                .put("price", JsonNumbers.decimal(average.price()))
                .put("closeTime", request.unit().of(average.closeTime()));
    }
}
