/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Block trades, which nobody makes on the simulator but a test: every symbol begins with the same few made-up ones.
 * Confined to the simulator's event loop.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/market-data-endpoints">Historical
 *     block trades</a>
 */
final class BlockTrades {

    private static final int FIRST = 581;
    private static final int LAST_MADE_UP = 583;
    private static final BigDecimal PRICE = new BigDecimal("0.052");
    private static final long FIRST_TIME_MICROS = 1_772_506_983_321_000L;

    private final Venue venue;
    private final Map<String, List<BlockTrade>> trades = new HashMap<>();

    BlockTrades(Venue venue) {
        this.venue = venue;
    }

    void addTo(MethodTable table) {
        table.add(
                "GET /api/v3/historicalBlockTrades",
                "blockTrades.historical",
                DefinedMethod.of(this::trades, "symbol", "fromId", "limit").weighing(25));
    }

    private List<BlockTrade> of(String symbol) {
        return trades.computeIfAbsent(symbol, BlockTrades::madeUp);
    }

    private static List<BlockTrade> madeUp(String symbol) {
        List<BlockTrade> trades = new ArrayList<>();
        for (long id = FIRST; id <= LAST_MADE_UP; id++) {
            trades.add(new BlockTrade(
                    symbol, id, PRICE, BigDecimal.valueOf(10 * id), FIRST_TIME_MICROS + id, id % 2 == 0));
        }
        return trades;
    }

    BlockTrade add(String symbol, BigDecimal price, BigDecimal qty, boolean isBuyerMaker, long nowMicros) {
        if (!venue.engine().marketData().isListed(symbol)) {
            throw ExchangeErrors.invalidSymbol();
        }
        List<BlockTrade> all = of(symbol);
        BlockTrade trade = new BlockTrade(symbol, FIRST + (long) all.size(), price, qty, nowMicros, isBuyerMaker);
        all.add(trade);
        return trade;
    }

    private JsonNode trades(Request request) {
        Arguments arguments = request.arguments();
        String symbol = venue.symbol(arguments).name();
        long from = arguments.requiredInteger("fromId");
        ArrayNode json = Json.array();
        of(symbol).stream()
                .filter(trade -> trade.id() >= from)
                .limit(Histories.limit(arguments))
                .forEach(trade -> json.addObject()
                        .put("id", trade.id())
                        .put("price", JsonNumbers.decimal(trade.price()))
                        .put("qty", JsonNumbers.decimal(trade.qty()))
                        .put("quoteQty", JsonNumbers.decimal(trade.price().multiply(trade.qty())))
                        .put("time", request.unit().of(trade.time()))
                        .put("isBuyerMaker", trade.isBuyerMaker()));
        return json;
    }
}
