/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import java.math.BigDecimal;

/**
 * An order of a list, but for what the list says of it: symbol, side and quantity. One factory for each type, with what is mandatory
 * for it; all else by copy. Immutable.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#order-lists">Order lists</a>
 */
public final class OrderLeg extends OrderTerms<OrderLeg> {

    private OrderLeg(Call<OrderAnswer> order) {
        super(order);
    }

    private static OrderLeg leg(Terms terms) {
        return new OrderLeg(terms.addTo(Terms.ORDER));
    }

    /**
     * A LIMIT leg: executes at its price or better. GTC, unless told otherwise.
     *
     * @param price the limit price
     * @return the leg
     */
    public static OrderLeg limit(BigDecimal price) {
        return leg(Terms.limit(OrderType.LIMIT, price));
    }

    /**
     * A LIMIT leg whose price follows the book and has no other bound. GTC, unless told otherwise.
     *
     * @param peg which price of the book it follows
     * @return the leg
     */
    public static OrderLeg limit(Peg peg) {
        return leg(Terms.pegged(OrderType.LIMIT, peg));
    }

    /**
     * A MARKET leg. Only for the pending order of an OPO.
     *
     * @return the leg
     */
    public static OrderLeg market() {
        return leg(Terms.of(OrderType.MARKET));
    }

    /**
     * A LIMIT_MAKER leg: refused if it would execute at once.
     *
     * @param price the limit price
     * @return the leg
     */
    public static OrderLeg limitMaker(BigDecimal price) {
        return leg(Terms.of(OrderType.LIMIT_MAKER).with("price", price));
    }

    /**
     * A LIMIT_MAKER leg whose price follows the best one of its own side.
     *
     * @param peg which price of the book it follows
     * @return the leg
     */
    public static OrderLeg limitMaker(Peg peg) {
        return leg(Terms.of(OrderType.LIMIT_MAKER).peg(peg));
    }

    /**
     * A STOP_LOSS leg: becomes a market order when it is triggered.
     *
     * @param trigger what sets it off
     * @return the leg
     */
    public static OrderLeg stopLoss(Trigger trigger) {
        return leg(Terms.of(OrderType.STOP_LOSS).trigger(trigger));
    }

    /**
     * A STOP_LOSS_LIMIT leg: becomes a limit order when it is triggered. GTC, unless told otherwise.
     *
     * @param price the limit price
     * @param trigger what sets it off
     * @return the leg
     */
    public static OrderLeg stopLossLimit(BigDecimal price, Trigger trigger) {
        return leg(Terms.limit(OrderType.STOP_LOSS_LIMIT, price).trigger(trigger));
    }

    /**
     * A STOP_LOSS_LIMIT leg whose price follows the book from when it is triggered. GTC, unless told otherwise.
     *
     * @param peg which price of the book it follows
     * @param trigger what sets it off
     * @return the leg
     */
    public static OrderLeg stopLossLimit(Peg peg, Trigger trigger) {
        return leg(Terms.pegged(OrderType.STOP_LOSS_LIMIT, peg).trigger(trigger));
    }

    /**
     * A TAKE_PROFIT leg: becomes a market order when it is triggered.
     *
     * @param trigger what sets it off
     * @return the leg
     */
    public static OrderLeg takeProfit(Trigger trigger) {
        return leg(Terms.of(OrderType.TAKE_PROFIT).trigger(trigger));
    }

    /**
     * A TAKE_PROFIT_LIMIT leg: becomes a limit order when it is triggered. GTC, unless told otherwise.
     *
     * @param price the limit price
     * @param trigger what sets it off
     * @return the leg
     */
    public static OrderLeg takeProfitLimit(BigDecimal price, Trigger trigger) {
        return leg(Terms.limit(OrderType.TAKE_PROFIT_LIMIT, price).trigger(trigger));
    }

    /**
     * A TAKE_PROFIT_LIMIT leg whose price follows the book from when it is triggered. GTC, unless told otherwise.
     *
     * @param peg which price of the book it follows
     * @param trigger what sets it off
     * @return the leg
     */
    public static OrderLeg takeProfitLimit(Peg peg, Trigger trigger) {
        return leg(Terms.pegged(OrderType.TAKE_PROFIT_LIMIT, peg).trigger(trigger));
    }

    @Override
    OrderLeg copy(Call<OrderAnswer> with) {
        return new OrderLeg(with);
    }
}
