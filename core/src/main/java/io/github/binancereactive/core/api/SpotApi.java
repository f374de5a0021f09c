/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.error.OutcomeUnknownException;
import reactor.core.publisher.Mono;

/** Everything that the Spot exchange offers by request and answer, the same over REST and over the WebSocket API. */
public interface SpotApi extends GeneralApi, MarketDataApi, TradingApi, AccountApi {

    /**
     * Finds out what became of a request whose outcome is unknown. Use {@link OutcomeResolution} for other waits and bounds.
     *
     * @param unknown how the request ended
     * @return what became of it, after two minutes at most; never an error of the exchange's. See {@link
     *     OutcomeResolution#resolve}
     */
    default Mono<Resolution> resolve(OutcomeUnknownException unknown) {
        return OutcomeResolution.over(this).resolve(unknown);
    }
}
