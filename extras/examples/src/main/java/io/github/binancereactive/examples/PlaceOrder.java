/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import io.github.binancereactive.core.api.Resolution;
import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.model.trade.OrderReport;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.request.NewOrder;
import java.math.BigDecimal;
import reactor.core.publisher.Mono;

/** An order is placed, and each way in which that can end is seen to. */
public final class PlaceOrder {

    private final SpotApi api;

    /**
     * Over either wire.
     *
     * @param api a client with a key that may trade
     */
    public PlaceOrder(SpotApi api) {
        this.api = api;
    }

    /**
     * Buys, at a price or better.
     *
     * @param quantity how much, in the base asset
     * @param price the most to pay
     * @return what came of it, in words; what passes, such as a lack of connection, is an error
     */
    // tag::place[]
    public Mono<String> buy(BigDecimal quantity, BigDecimal price) {
        return api.newOrder(NewOrder.limit("BTCUSDT", Side.BUY, quantity, price))
                .map(PlaceOrder::describe)
                .onErrorResume(RejectedException.class, no -> Mono.just("refused: " + no.rejectionReason()))
                .onErrorResume(
                        OutcomeUnknownException.class,
                        unknown -> api.resolve(unknown).map(PlaceOrder::describe));
    }

    private static String describe(OrderAnswer answer) {
        return answer instanceof OrderReport report ? "placed, " + report.status() : "placed";
    }

    private static String describe(Resolution resolution) {
        if (resolution instanceof Resolution.Placed placed) {
            return "placed after all, " + placed.order().status();
        } else if (resolution instanceof Resolution.NeverPlaced) {
            return "never placed, and never will be";
        }
        return "still unknown: look after it"; // StillUnknown; the others are about cancellations and lists
    }
    // end::place[]
}
