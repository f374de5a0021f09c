/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.stream;

import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.core.model.market.PriceLevels;
import java.time.Instant;
import java.util.List;

/**
 * What has changed on a book. A quantity is what stands at that price now, and 0 when nothing does.
 *
 * @param eventTime when the exchange sent it
 * @param symbol name of the symbol
 * @param firstUpdateId the first update of the book in it; one more than the last of the event before
 * @param lastUpdateId the last update of the book in it
 * @param bids levels of buyers that have changed; a {@link PriceLevels} when it comes from a stream
 * @param asks levels of sellers that have changed; likewise
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams#diff-depth-stream">WebSocket
 *     streams</a>
 */
public record DepthUpdate(
        Instant eventTime,
        String symbol,
        long firstUpdateId,
        long lastUpdateId,
        List<PriceLevel> bids,
        List<PriceLevel> asks) {

    /** Makes the lists immutable. */
    public DepthUpdate {
        bids = PriceLevels.copyOf(bids);
        asks = PriceLevels.copyOf(asks);
    }
}
