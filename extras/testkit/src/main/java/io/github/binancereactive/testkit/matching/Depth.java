/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.util.List;

/**
 * The book at one moment.
 *
 * @param lastUpdateId the last change that is in it
 * @param bids from the best downwards
 * @param asks from the best upwards
 */
public record Depth(long lastUpdateId, List<PriceLevel> bids, List<PriceLevel> asks) {

    /** Copies the lists. */
    public Depth {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }
}
