/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import org.jspecify.annotations.Nullable;

/**
 * Which mode of self-trade prevention two orders meet in.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/stp_faq">Self Trade Prevention</a>
 */
final class SelfTrade {

    private SelfTrade() {}

    /** Null when they may trade. */
    static @Nullable SelfTradePreventionMode mode(Order taker, Order maker) {
        SelfTradePreventionMode mode = taker.request().selfTradePreventionMode();
        if (mode == null
                || mode == SelfTradePreventionMode.NONE
                || !taker.account().isSelf(maker.account())) {
            return null;
        }
        boolean agreed = maker.request().selfTradePreventionMode() == SelfTradePreventionMode.TRANSFER;
        return mode == SelfTradePreventionMode.TRANSFER && !agreed ? SelfTradePreventionMode.DECREMENT : mode;
    }

    static boolean takerLosesAll(SelfTradePreventionMode mode) {
        return mode == SelfTradePreventionMode.EXPIRE_TAKER || mode == SelfTradePreventionMode.EXPIRE_BOTH;
    }

    static boolean makerLosesAll(SelfTradePreventionMode mode) {
        return mode == SelfTradePreventionMode.EXPIRE_MAKER || mode == SelfTradePreventionMode.EXPIRE_BOTH;
    }

    static boolean isMutual(SelfTradePreventionMode mode) {
        return mode == SelfTradePreventionMode.DECREMENT || mode == SelfTradePreventionMode.TRANSFER;
    }
}
