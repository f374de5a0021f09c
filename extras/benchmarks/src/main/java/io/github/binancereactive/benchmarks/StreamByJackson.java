/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.core.model.stream.AggTradeEvent;
import io.github.binancereactive.core.model.stream.BookTickerEvent;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import io.github.binancereactive.core.model.stream.TradeEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The same frames by Jackson: bound to records, and by its streaming parser with code for each kind of event. */
@SuppressWarnings("MemberName") // the components have the names of the wire
final class StreamByJackson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private StreamByJackson() {}

    record BookTicker(String stream, BookTickerData data) {
        record BookTickerData(long u, String s, BigDecimal b, BigDecimal B, BigDecimal a, BigDecimal A) {}
    }

    record Trade(String stream, TradeData data) {
        record TradeData(
                String e, long E, String s, long t, BigDecimal p, BigDecimal q, long T, boolean m, boolean M) {}
    }

    record AggTrade(String stream, AggTradeData data) {
        record AggTradeData(
                String e,
                long E,
                String s,
                long a,
                long f,
                long l,
                BigDecimal p,
                BigDecimal q,
                long T,
                boolean m,
                boolean M) {}
    }

    record PartialDepth(String stream, PartialDepthData data) {
        record PartialDepthData(long lastUpdateId, List<List<BigDecimal>> bids, List<List<BigDecimal>> asks) {}
    }

    record DepthDiff(String stream, DepthDiffData data) {
        record DepthDiffData(
                String e, long E, String s, long U, long u, List<List<BigDecimal>> b, List<List<BigDecimal>> a) {}
    }

    static ObjectReader databind(String family) {
        return MAPPER.readerFor(
                switch (family) {
                    case "bookTicker" -> BookTicker.class;
                    case "trade" -> Trade.class;
                    case "aggTrade" -> AggTrade.class;
                    case "partialDepth" -> PartialDepth.class;
                    default -> DepthDiff.class;
                });
    }

    static Object streaming(String family, byte[] frame) {
        try (JsonParser parser = MAPPER.createParser(frame)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean data = parser.currentName().equals("data");
                parser.nextToken();
                if (data) {
                    return event(family, parser);
                }
            }
            throw new IllegalArgumentException("no data");
        }
    }

    private static Object event(String family, JsonParser parser) {
        return switch (family) {
            case "bookTicker" -> bookTicker(parser);
            case "partialDepth" -> partialDepth(parser);
            case "depth" -> depth(parser);
            default -> trade(parser);
        };
    }

    private static Object bookTicker(JsonParser parser) {
        long u = 0;
        String s = "";
        BigDecimal b = BigDecimal.ZERO;
        BigDecimal bigB = BigDecimal.ZERO;
        BigDecimal a = BigDecimal.ZERO;
        BigDecimal bigA = BigDecimal.ZERO;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "u" -> u = parser.getLongValue();
                case "s" -> s = parser.getString();
                case "b" -> b = decimal(parser);
                case "B" -> bigB = decimal(parser);
                case "a" -> a = decimal(parser);
                case "A" -> bigA = decimal(parser);
                default -> parser.skipChildren();
            }
        }
        return new BookTickerEvent(u, s, b, bigB, a, bigA);
    }

    private static Object trade(JsonParser parser) {
        long id = 0;
        long aggregate = -1;
        long first = 0;
        long last = 0;
        long sent = 0;
        long traded = 0;
        String symbol = "";
        BigDecimal price = BigDecimal.ZERO;
        BigDecimal quantity = BigDecimal.ZERO;
        boolean maker = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "E" -> sent = parser.getLongValue();
                case "s" -> symbol = parser.getString();
                case "t" -> id = parser.getLongValue();
                case "a" -> aggregate = parser.getLongValue();
                case "f" -> first = parser.getLongValue();
                case "l" -> last = parser.getLongValue();
                case "p" -> price = decimal(parser);
                case "q" -> quantity = decimal(parser);
                case "T" -> traded = parser.getLongValue();
                case "m" -> maker = parser.getBooleanValue();
                default -> parser.skipChildren();
            }
        }
        Instant eventTime = Instant.ofEpochMilli(sent);
        Instant tradeTime = Instant.ofEpochMilli(traded);
        return aggregate < 0
                ? new TradeEvent(eventTime, symbol, id, price, quantity, tradeTime, maker)
                : new AggTradeEvent(eventTime, symbol, aggregate, price, quantity, first, last, tradeTime, maker);
    }

    private static Object partialDepth(JsonParser parser) {
        long lastUpdateId = 0;
        List<PriceLevel> bids = List.of();
        List<PriceLevel> asks = List.of();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "lastUpdateId" -> lastUpdateId = parser.getLongValue();
                case "bids" -> bids = levels(parser);
                case "asks" -> asks = levels(parser);
                default -> parser.skipChildren();
            }
        }
        return new Depth(lastUpdateId, bids, asks);
    }

    private static Object depth(JsonParser parser) {
        long sent = 0;
        String symbol = "";
        long first = 0;
        long last = 0;
        List<PriceLevel> bids = List.of();
        List<PriceLevel> asks = List.of();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "E" -> sent = parser.getLongValue();
                case "s" -> symbol = parser.getString();
                case "U" -> first = parser.getLongValue();
                case "u" -> last = parser.getLongValue();
                case "b" -> bids = levels(parser);
                case "a" -> asks = levels(parser);
                default -> parser.skipChildren();
            }
        }
        return new DepthUpdate(Instant.ofEpochMilli(sent), symbol, first, last, bids, asks);
    }

    private static List<PriceLevel> levels(JsonParser parser) {
        List<PriceLevel> levels = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            parser.nextToken();
            BigDecimal price = decimal(parser);
            parser.nextToken();
            levels.add(new PriceLevel(price, decimal(parser)));
            parser.nextToken();
        }
        return levels;
    }

    private static BigDecimal decimal(JsonParser parser) {
        return new BigDecimal(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }
}
