/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.testkit.account.SimulatedAccount;
import java.util.List;

/**
 * What an exchange is made of.
 *
 * @param listing what it lists
 * @param limits what an IP address and an account may do
 * @param accounts who trades there
 * @param seed from which everything made up comes
 * @param levels how many orders of market makers are on either side of each book
 */
public record ExchangeSettings(
        Listing listing, SimulatedLimits limits, List<SimulatedAccount> accounts, long seed, int levels) {

    /** Enough to trade with and few enough to look at. */
    public static final int USUAL_LEVELS = 20;

    /** Copies the list. */
    public ExchangeSettings {
        accounts = List.copyOf(accounts);
    }

    /**
     * An exchange without accounts.
     *
     * @param listing what it lists
     * @param limits what an IP address may do
     * @return settings with seed 0
     */
    public static ExchangeSettings of(Listing listing, SimulatedLimits limits) {
        return new ExchangeSettings(listing, limits, List.of(), 0, USUAL_LEVELS);
    }
}
