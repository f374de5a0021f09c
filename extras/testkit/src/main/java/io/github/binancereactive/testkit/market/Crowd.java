/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.market;

import io.github.binancereactive.core.model.general.SymbolInfo;
import io.github.binancereactive.core.model.general.SymbolStatus;
import io.github.binancereactive.testkit.matching.MatchingEngine;
import io.github.binancereactive.testkit.matching.SymbolSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The makers and takers of a synthetic market. Time passes for them when they are told. */
public final class Crowd {

    private static final double MICROS_PER_SECOND = 1_000_000;

    private final MatchingEngine engine;
    private final SyntheticMarket market;
    private final SplittableRandom random;
    private final Map<String, Pit> pits = new LinkedHashMap<>();
    private final List<Pit> busy = new ArrayList<>();
    private double elapsed;
    private double nextOrder;
    private double nextTrade;

    /**
     * A crowd that does nothing yet.
     *
     * @param engine where it trades
     * @param market how it trades
     */
    public Crowd(MatchingEngine engine, SyntheticMarket market) {
        this.engine = engine;
        this.market = market;
        random = new SplittableRandom(market.seed());
        nextOrder = pause(market.ordersPerSecond());
        nextTrade = pause(market.tradesPerSecond());
    }

    /**
     * Fills the books of the market's symbols.
     *
     * @param nowMicros now
     * @throws IllegalArgumentException when one of them is not listed
     */
    public void open(long nowMicros) {
        List<String> symbols = market.symbols().isEmpty() ? trading() : market.symbols();
        for (String symbol : symbols) {
            Pit pit = pit(symbol, nowMicros);
            pit.fill(nowMicros);
            busy.add(pit);
        }
    }

    private List<String> trading() {
        return engine.marketData().symbols().stream()
                .map(SymbolSettings::info)
                .filter(info -> info.status() == SymbolStatus.TRADING)
                .map(SymbolInfo::symbol)
                .toList();
    }

    private Pit pit(String symbol, long nowMicros) {
        Pit open = pits.get(symbol);
        if (open != null) {
            return open;
        }
        SymbolInfo info = engine.marketData().symbols().stream()
                .map(SymbolSettings::info)
                .filter(listed -> listed.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(symbol + " is not listed"));
        Pit pit = new Pit(engine, Terms.of(info), market, pits.size(), nowMicros);
        pits.put(symbol, pit);
        return pit;
    }

    /**
     * Lets time pass, and does what falls into it.
     *
     * @param micros how much time
     * @param nowMicros now
     */
    public void advance(double micros, long nowMicros) {
        elapsed += micros;
        while (!busy.isEmpty() && Math.min(nextOrder, nextTrade) <= elapsed) {
            Pit pit = busy.get(random.nextInt(busy.size()));
            if (nextOrder <= nextTrade) {
                nextOrder += pause(market.ordersPerSecond());
                pit.quote(nowMicros);
            } else {
                nextTrade += pause(market.tradesPerSecond());
                pit.take(nowMicros);
            }
        }
    }

    /** How long until something happens that has an average rate and no memory. */
    private double pause(double perSecond) {
        return perSecond == 0
                ? Double.POSITIVE_INFINITY
                : -Math.log(1 - random.nextDouble()) / perSecond * MICROS_PER_SECOND;
    }

    /**
     * Trades at once.
     *
     * @param symbol a listed symbol, of this market or not
     * @param trades how many trades there are to be
     * @param nowMicros now
     * @return how many there were: as many, or a few more; fewer when the symbol's rules refuse them
     * @throws IllegalArgumentException when it is not listed
     */
    public int flash(String symbol, int trades, long nowMicros) {
        return pit(symbol, nowMicros).flash(trades, nowMicros);
    }

    /** Orders that rules of symbols have refused. */
    int refused() {
        return pits.values().stream().mapToInt(Pit::refused).sum();
    }
}
