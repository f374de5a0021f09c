/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Moves the money of trades. What one account pays, others and the exchange receive, to the last digit. */
final class Ledger {

    private final Fees fees;
    private final Map<String, BigDecimal> taken = new TreeMap<>();

    Ledger(Fees fees) {
        this.fees = fees;
    }

    Map<String, BigDecimal> taken() {
        return taken;
    }

    /** Settles one side of a trade, its payment and its receipt; tells the fee. */
    Fees.Fee settle(Order order, boolean isMaker, BigDecimal qty, BigDecimal worth) {
        order.hold().spend(order.isBuy() ? worth : qty);
        BigDecimal received = order.isBuy() ? qty : worth;
        Fees.Fee fee = fees.of(order, isMaker, received);
        taken.merge(fee.asset(), fee.amount(), BigDecimal::add);
        Hold proceeds = order.proceeds();
        if (proceeds == null) {
            receiving(order).credit(received);
            order.account().balance(fee.asset()).debit(fee.amount());
        } else {
            lockProceeds(order, proceeds, received, fee);
        }
        return fee;
    }

    /**
     * What the working order of an OPO list receives stays locked. The fee comes from free money where there is enough
     * of it and the asset is not the one that fees are paid in anyway.
     */
    private void lockProceeds(Order order, Hold proceeds, BigDecimal received, Fees.Fee fee) {
        Balance receiving = receiving(order);
        Balance paying = order.account().balance(fee.asset());
        boolean isOther = paying != receiving;
        boolean isFree = !fees.isDiscountAsset(fee.asset()) && paying.covers(fee.amount());
        if (isOther || isFree) {
            paying.debit(fee.amount());
            proceeds.add(received);
        } else {
            proceeds.add(received.subtract(fee.amount()));
        }
    }

    /** What {@code TRANSFER} does in place of a trade: the same money moves, and there is no fee. */
    void transfer(Order order, BigDecimal qty, BigDecimal worth) {
        order.hold().spend(order.isBuy() ? worth : qty);
        receiving(order).credit(order.isBuy() ? qty : worth);
    }

    private static Balance receiving(Order order) {
        Market market = order.market();
        return order.account().balance(order.isBuy() ? market.base() : market.quote());
    }
}
