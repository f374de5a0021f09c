/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.market;

import java.util.List;

/**
 * What a book offered at one moment, as deep as was asked for.
 *
 * @param lastUpdateId the last update of the book that is in it
 * @param bids what buyers want, the highest price first
 * @param asks what sellers offer, the lowest price first
 */
public record Depth(long lastUpdateId, List<PriceLevel> bids, List<PriceLevel> asks) {

    /** Makes the lists immutable. */
    public Depth {
        bids = PriceLevels.copyOf(bids);
        asks = PriceLevels.copyOf(asks);
    }
}
