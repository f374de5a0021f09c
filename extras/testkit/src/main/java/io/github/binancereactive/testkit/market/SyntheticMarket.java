/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.market;

import java.util.List;

/**
 * A market that moves by itself: makers who quote, change their minds and follow a price that walks at random, and takers
 * who trade with them. All of it are orders in the books of the simulated exchange, valid for the symbols' filters, so
 * everything else there follows from them, and other accounts trade with them as with anybody. The same seed gives the
 * same orders in the same order. Immutable; what changes something returns a copy.
 */
public final class SyntheticMarket {

    private static final int USUAL_LEVELS = 20;
    private static final int MOST_LEVELS = 80;
    private static final double USUAL_ORDERS = 100;
    private static final double USUAL_TRADES = 10;
    private static final double MOST_A_SECOND = 10_000;

    private final long seed;
    private final List<String> symbols;
    private final double orders;
    private final double trades;
    private final int levels;

    private SyntheticMarket(long seed, List<String> symbols, double orders, double trades, int levels) {
        this.seed = seed;
        this.symbols = symbols;
        this.orders = orders;
        this.trades = trades;
        this.levels = levels;
    }

    /**
     * A market in all symbols that trade, with 100 orders and 10 takers a second.
     *
     * @param seed from which everything random comes
     * @return a market
     */
    public static SyntheticMarket seeded(long seed) {
        return new SyntheticMarket(seed, List.of(), USUAL_ORDERS, USUAL_TRADES, USUAL_LEVELS);
    }

    /**
     * This market in these symbols only.
     *
     * @param names symbols that the exchange lists; none for all that trade
     * @return a copy
     */
    public SyntheticMarket symbols(String... names) {
        return new SyntheticMarket(seed, List.of(names), orders, trades, levels);
    }

    /**
     * This market with makers that are busier or less so.
     *
     * @param rate how often a maker places or cancels an order, on average and in all symbols together; up to 10,000
     * @return a copy
     */
    public SyntheticMarket ordersPerSecond(double rate) {
        return new SyntheticMarket(seed, symbols, checked(rate), trades, levels);
    }

    /**
     * This market with more takers or fewer.
     *
     * @param rate how often somebody takes what a maker offers, on average and in all symbols together; up to 10,000. One
     *     who takes much trades more than once
     * @return a copy
     */
    public SyntheticMarket tradesPerSecond(double rate) {
        return new SyntheticMarket(seed, symbols, orders, checked(rate), levels);
    }

    /**
     * This market with deeper or shallower books.
     *
     * @param ordersOnASide how many orders makers have on either side of each book when they are left alone; from 1 to 80,
     *     20 by default
     * @return a copy
     */
    public SyntheticMarket levels(int ordersOnASide) {
        if (ordersOnASide < 1 || ordersOnASide > MOST_LEVELS) {
            throw new IllegalArgumentException("levels: " + ordersOnASide);
        }
        return new SyntheticMarket(seed, symbols, orders, trades, ordersOnASide);
    }

    private static double checked(double rate) {
        if (!(rate >= 0 && rate <= MOST_A_SECOND)) {
            throw new IllegalArgumentException("rate: " + rate);
        }
        return rate;
    }

    long seed() {
        return seed;
    }

    List<String> symbols() {
        return symbols;
    }

    double ordersPerSecond() {
        return orders;
    }

    double tradesPerSecond() {
        return trades;
    }

    int levels() {
        return levels;
    }
}
