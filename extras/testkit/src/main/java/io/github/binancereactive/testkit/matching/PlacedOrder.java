/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.util.List;

/**
 * An order that was taken, and what came of it at once.
 *
 * @param order the order as the answer shows it
 * @param transactTime when, in microseconds
 * @param fills what was filled at once
 * @param preventedMatches what self-trade prevention kept from being filled
 */
public record PlacedOrder(
        OrderSnapshot order, long transactTime, List<Fill> fills, List<PreventedMatch> preventedMatches) {

    /** Copies the lists. */
    public PlacedOrder {
        fills = List.copyOf(fills);
        preventedMatches = List.copyOf(preventedMatches);
    }
}
