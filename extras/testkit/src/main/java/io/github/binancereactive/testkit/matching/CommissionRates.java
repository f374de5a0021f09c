/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.trade.Side;
import java.math.BigDecimal;

/**
 * The rates of one kind of commission. A fill pays the rate of its role and the rate of its side.
 *
 * @param maker for a fill as the maker
 * @param taker for a fill as the taker
 * @param buyer for a fill as the buyer
 * @param seller for a fill as the seller
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/commission_faq">Commission Rates</a>
 */
public record CommissionRates(BigDecimal maker, BigDecimal taker, BigDecimal buyer, BigDecimal seller) {

    /** Nothing to pay. */
    public static final CommissionRates NONE = of("0", "0");

    /**
     * Rates that don't depend on the side.
     *
     * @param maker for a fill as the maker
     * @param taker for a fill as the taker
     * @return the rates
     */
    public static CommissionRates of(String maker, String taker) {
        return new CommissionRates(new BigDecimal(maker), new BigDecimal(taker), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /**
     * The rates of an order, whose side is known.
     *
     * @param side the side
     * @return maker and taker with the rate of the side in them; buyer and seller are zero
     */
    public CommissionRates forOrder(Side side) {
        BigDecimal bySide = side == Side.BUY ? buyer : seller;
        return new CommissionRates(maker.add(bySide), taker.add(bySide), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    BigDecimal of(boolean isMaker, boolean isBuyer) {
        return (isMaker ? maker : taker).add(isBuyer ? buyer : seller);
    }
}
