/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.PegPriceType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an order needs in order to come on the book or to wait for its price: a price when it is pegged, the right
 * distance from the market, and money.
 */
final class Entry {

    private final Floor floor;

    Entry(Floor floor) {
        this.floor = floor;
    }

    /** Gives a pegged order its price, once. */
    void peg(Order order) {
        if (!order.isPegDue()) {
            return;
        }
        OrderRequest request = order.request();
        boolean isOwnSide = request.pegPriceType() == PegPriceType.PRIMARY_PEG;
        int offset = request.pegOffsetValue() == null ? 0 : request.pegOffsetValue();
        BigDecimal price = order.market().book().priceOf(isOwnSide == order.isBuy(), offset);
        if (price == null) {
            throw Refusals.rejected("Order book liquidity is too low for this pegged order.");
        }
        order.peggedAt(price);
    }

    /** Refuses what would trade or trigger at once and must not. */
    void keepsDistance(Order order) {
        Market market = order.market();
        OrderRequest request = order.request();
        if (request.type() == OrderType.LIMIT_MAKER) {
            Level best = Walk.bestFor(order);
            if (best != null && order.crosses(best.price())) {
                throw Refusals.wouldTake();
            }
        }
        BigDecimal last = market.lastPrice();
        BigDecimal stopPrice = request.stopPrice();
        if (last != null && stopPrice != null && TriggerWatch.isReached(request, stopPrice, last)) {
            throw Refusals.wouldTrigger();
        }
    }

    /** A trailing order without a stop price follows the market from now on. */
    void track(Order order) {
        BigDecimal last = order.market().lastPrice();
        boolean follows =
                order.request().trailingDelta() != null && order.request().stopPrice() == null;
        if (follows && last != null && order.extreme() == null) {
            order.tracks(last, floor.now());
        }
    }

    /** What a buy has to reckon with for each unit while its price isn't known. */
    void estimate(Order order, @Nullable BigDecimal otherwise) {
        OrderRequest request = order.request();
        BigDecimal estimate = first(order.price(), request.price());
        estimate = first(estimate, request.stopPrice());
        estimate = first(estimate, order.market().lastPrice());
        order.lockPrice(first(estimate, otherwise));
    }

    private static @Nullable BigDecimal first(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && one.signum() > 0 ? one : other;
    }

    /** Locks what an order needs that begins to work now. */
    void fundWorking(Order order) {
        boolean hasPrice = !Lifecycle.isMarket(order.request().type());
        boolean sellsQuantity = !order.isBuy() && order.request().quoteOrderQty() == null;
        if (hasPrice || sellsQuantity) {
            fundWaiting(order);
            return;
        }
        order.budgeted();
        if (!order.hold().set(budget(order))) {
            throw Refusals.insufficientBalance();
        }
    }

    private static BigDecimal budget(Order order) {
        BigDecimal quoteOrderQty = order.request().quoteOrderQty();
        if (!order.isBuy()) {
            return Walk.of(order).givenQty();
        }
        return quoteOrderQty == null ? Walk.of(order).givenQuote() : quoteOrderQty;
    }

    void fundWaiting(Order order) {
        if (!order.hold().adjust()) {
            throw Refusals.insufficientBalance();
        }
    }

    /** A pending order whose working order has been filled. */
    void started(Order order) {
        boolean waits = Desk.isAlgo(order.request().type());
        boolean isPaid = order.request().quantity() == null;
        if (!waits) {
            peg(order);
        }
        if (isPaid || (!waits && order.request().isPegged())) {
            OrderFilters.check(order, floor.now());
        }
        keepsDistance(order);
        if (waits) {
            track(order);
            fundWaiting(order);
        } else {
            fundWorking(order);
        }
    }

    /** An order whose price has come. */
    void triggered(Order order) {
        if (order.isPegDue()) {
            peg(order);
            OrderFilters.check(order, floor.now());
        }
        fundWorking(order);
    }
}
