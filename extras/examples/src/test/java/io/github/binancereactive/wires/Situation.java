/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import io.github.binancereactive.core.request.AmendOrder;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.core.request.OcoOrder;
import io.github.binancereactive.core.request.OrderLeg;
import io.github.binancereactive.core.request.Peg;
import io.github.binancereactive.core.request.SorOrder;
import io.github.binancereactive.core.request.Trigger;
import java.math.BigDecimal;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An exchange on which an account has done a bit of everything, so that there is something to read. */
final class Situation {

    /** The orders on BTCUSDT, by the names that were given to them. */
    static final List<String> ORDERS = List.of(
            "resting",
            "iceberg",
            "market",
            "stop",
            "trailing",
            "sor",
            "prevented",
            "preventing",
            "amended",
            "above",
            "below");

    private static final String SYMBOL = ReadCalls.SYMBOL;

    private Situation() {}

    static void arrange(SpotApi api) {
        Flux.concat(orders(api), special(api)).blockLast(Reply.PATIENCE);
    }

    private static Flux<?> orders(SpotApi api) {
        return Flux.just(
                        buy("0.02", "50000").clientOrderId("resting"),
                        buy("0.1", "50000")
                                .icebergQty(number("0.02"))
                                .strategy(7, 1_000_001)
                                .clientOrderId("iceberg"),
                        NewOrder.market(SYMBOL, Side.BUY, number("0.03")).clientOrderId("market"),
                        NewOrder.stopLoss(SYMBOL, Side.SELL, number("0.01"), Trigger.at(number("50000")))
                                .clientOrderId("stop"),
                        NewOrder.takeProfit(SYMBOL, Side.SELL, number("0.01"), Trigger.trailing(100))
                                .clientOrderId("trailing"),
                        // Between the market makers' best prices, so that the second meets the first.
                        buy("0.02", "60000").clientOrderId("prevented"),
                        NewOrder.limit(SYMBOL, Side.SELL, number("0.01"), number("60000"))
                                .timeInForce(TimeInForce.IOC)
                                .clientOrderId("preventing"),
                        NewOrder.limitMaker(ReadCalls.NOT_ASCII, Side.SELL, number("100"), Peg.primary())
                                .clientOrderId("fullwidth"))
                .concatMap(api::newOrder);
    }

    private static Flux<?> special(SpotApi api) {
        return Flux.concat(
                api.newSorOrder(
                        SorOrder.market(SYMBOL, Side.BUY, number("0.001")).clientOrderId("sor")),
                amended(api),
                api.newOrderList(oco()));
    }

    private static Mono<?> amended(SpotApi api) {
        return api.newOrder(buy("0.02", "50000").clientOrderId("to-be-amended"))
                .then(api.amendOrder(
                        AmendOrder.of(SYMBOL, "to-be-amended", number("0.01")).newClientOrderId("amended")));
    }

    private static OcoOrder oco() {
        return OcoOrder.of(
                        SYMBOL,
                        Side.SELL,
                        number("0.01"),
                        OrderLeg.limitMaker(number("70000")).clientOrderId("above"),
                        OrderLeg.stopLoss(Trigger.at(number("50000"))).clientOrderId("below"))
                .listClientOrderId("oco");
    }

    private static NewOrder buy(String quantity, String price) {
        return NewOrder.limit(SYMBOL, Side.BUY, number(quantity), number(price));
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
