/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.OrderStatus;
import java.math.BigDecimal;

/** Lets an order take from the book what it can, in price-time priority. */
final class Matching {

    private final Floor floor;
    private final Lifecycle lifecycle;

    Matching(Floor floor, Lifecycle lifecycle) {
        this.floor = floor;
        this.lifecycle = lifecycle;
    }

    void take(Order taker) {
        PriceRange range = PriceRange.of(taker);
        Level level = Walk.bestFor(taker);
        while (!taker.isDone() && level != null && taker.crosses(level.price())) {
            BigDecimal wanted = taker.appetite().at(level.price());
            if (wanted.signum() <= 0) {
                return;
            }
            if (!range.allows(level.price())) {
                lifecycle.expire(taker, ExpiryReason.EXECUTION_RULE_PRICE_RANGE_EXCEEDED);
                return;
            }
            meet(taker, level.first(), level.price(), wanted);
            level = Walk.bestFor(taker);
        }
    }

    private void meet(Order taker, Order maker, BigDecimal price, BigDecimal wanted) {
        BigDecimal qty = wanted.min(maker.visible());
        SelfTradePreventionMode mode = SelfTrade.mode(taker, maker);
        if (mode == null) {
            trade(taker, maker, price, qty);
        } else {
            prevent(taker, maker, price, qty, mode);
        }
    }

    private void trade(Order taker, Order maker, BigDecimal price, BigDecimal qty) {
        Market market = taker.market();
        BigDecimal worth = market.worth(price, qty);
        MarketTrade trade = new MarketTrade(market.tape().nextId(), price, qty, worth, floor.now(), maker.isBuy());
        market.tape().add(trade);
        market.aggregates().add(trade, taker.id());
        Fill takerFill = fill(taker, trade, false);
        Fill makerFill = fill(maker, trade, true);
        if (maker.remaining().signum() == 0) {
            market.book().remove(maker);
            maker.ends(OrderStatus.FILLED, ExpiryReason.NONE, floor.now());
        } else {
            market.book().taken(maker, qty);
        }
        if (isSated(taker, price)) {
            taker.ends(OrderStatus.FILLED, ExpiryReason.NONE, floor.now());
        }
        floor.journal().traded(market, trade, taker.isBuy() ? taker : maker, taker.isBuy() ? maker : taker);
        floor.journal().filled(taker, takerFill, false);
        floor.journal().filled(maker, makerFill, true);
        lifecycle.traded(taker);
        lifecycle.traded(maker);
        floor.priceMoved(market, price);
    }

    private Fill fill(Order order, MarketTrade trade, boolean isMaker) {
        if (order.isUnfilled()) {
            order.account().unfilled().filled(isMaker, floor.now());
        }
        Fees.Fee fee = floor.ledger().settle(order, isMaker, trade.qty(), trade.quoteQty());
        Fill fill = new Fill(trade.id(), trade.price(), trade.qty(), trade.quoteQty(), fee.amount(), fee.asset());
        OrderList list = order.list();
        AccountTrade own = new AccountTrade(
                order.market().symbol(),
                trade.id(),
                order.id(),
                list == null ? -1 : list.id(),
                trade.price(),
                trade.qty(),
                trade.quoteQty(),
                fee.amount(),
                fee.asset(),
                trade.time(),
                order.isBuy(),
                isMaker);
        order.filled(fill, own);
        order.desk().traded(own);
        return fill;
    }

    /** An order by quote quantity has enough when what is left of it buys no more step at the next price. */
    private static boolean isSated(Order taker, BigDecimal price) {
        Level next = Walk.bestFor(taker);
        return taker.appetite().at(next == null ? price : next.price()).signum() <= 0;
    }

    private void prevent(Order taker, Order maker, BigDecimal price, BigDecimal qty, SelfTradePreventionMode mode) {
        BigDecimal takerLoss = SelfTrade.takerLosesAll(mode) ? taker.appetite().at(price) : qty;
        BigDecimal makerLoss = SelfTrade.makerLosesAll(mode) ? maker.remaining() : qty;
        boolean takerLoses = mode != SelfTradePreventionMode.EXPIRE_MAKER;
        boolean makerLoses = mode != SelfTradePreventionMode.EXPIRE_TAKER;
        PreventedMatch match = new PreventedMatch(
                taker.market().symbol(),
                taker.market().nextPreventedMatchId(),
                taker.id(),
                maker.id(),
                taker.account().settings().tradeGroupId(),
                mode,
                price,
                takerLoses ? takerLoss : null,
                makerLoses ? makerLoss : null,
                floor.now());
        record(match, taker, maker);
        if (mode == SelfTradePreventionMode.TRANSFER && taker.account() != maker.account()) {
            BigDecimal worth = taker.market().worth(price, qty);
            floor.ledger().transfer(taker, qty, worth);
            floor.ledger().transfer(maker, qty, worth);
        }
        if (makerLoses) {
            makerLoses(maker, match, makerLoss);
        }
        if (takerLoses) {
            takerLoses(taker, match, takerLoss);
        } else {
            taker.preventedMatches().add(match);
        }
    }

    private static void record(PreventedMatch match, Order taker, Order maker) {
        taker.desk().prevented(match);
        if (taker.account() != maker.account()) {
            maker.desk().prevented(match);
        }
    }

    private void makerLoses(Order maker, PreventedMatch match, BigDecimal qty) {
        maker.prevented(match, qty, BigDecimal.ZERO);
        if (maker.remaining().signum() == 0) {
            maker.market().book().remove(maker);
            maker.ends(OrderStatus.EXPIRED_IN_MATCH, ExpiryReason.NONE, floor.now());
        } else {
            maker.market().book().taken(maker, qty);
        }
        floor.journal().prevented(maker, match, qty);
        lifecycle.prevented(maker);
    }

    private void takerLoses(Order taker, PreventedMatch match, BigDecimal qty) {
        taker.prevented(match, qty, taker.market().worth(match.price(), qty));
        if (taker.appetite().at(match.price()).signum() <= 0) {
            taker.ends(OrderStatus.EXPIRED_IN_MATCH, ExpiryReason.NONE, floor.now());
        }
        floor.journal().prevented(taker, match, qty);
        lifecycle.prevented(taker);
    }
}
