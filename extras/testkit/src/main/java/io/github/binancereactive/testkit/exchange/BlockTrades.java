/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Block trades, which the simulator doesn't have: every symbol shows the same few made-up ones.
 *
 * @param venue what is listed
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/market-data-endpoints">Historical
 *     block trades</a>
 */
record BlockTrades(Venue venue) {

    private static final int FIRST = 581;
    private static final int LAST = 583;
    private static final BigDecimal PRICE = new BigDecimal("0.052");
    private static final long FIRST_TIME_MICROS = 1_772_506_983_321_000L;

    void addTo(MethodTable table) {
        table.add(
                "GET /api/v3/historicalBlockTrades",
                "blockTrades.historical",
                DefinedMethod.of(this::trades, "symbol", "fromId", "limit").weighing(25));
    }

    private JsonNode trades(Request request) {
        Arguments arguments = request.arguments();
        venue.symbol(arguments);
        long from = arguments.requiredInteger("fromId");
        int limit = Histories.limit(arguments);
        ArrayNode trades = Json.array();
        for (long id = Math.max(FIRST, from); id <= LAST && trades.size() < limit; id++) {
            BigDecimal qty = BigDecimal.valueOf(10 * id);
            trades.addObject()
                    .put("id", id)
                    .put("price", JsonNumbers.decimal(PRICE))
                    .put("qty", JsonNumbers.decimal(qty))
                    .put("quoteQty", JsonNumbers.decimal(PRICE.multiply(qty)))
                    .put("time", request.unit().of(FIRST_TIME_MICROS + id))
                    .put("isBuyerMaker", id % 2 == 0);
        }
        return trades;
    }
}
