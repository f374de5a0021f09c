/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the WebSocket API as the exchange sees it: what log-on, log-out and a question for the status answer.
 *
 * @param apiKey the key that is logged on; null when none is. Not meant for logs
 * @param authorizedSince since when it is logged on; null when none is
 * @param connectedSince since when the connection stands
 * @param returnRateLimits whether answers report the limits, unless their requests say otherwise
 * @param serverTime the exchange's clock when it answered
 * @param userDataStream whether there is at least one subscription to user data; null where this API has none
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/authentication-requests">Authentication
 *     requests</a>
 */
public record SessionStatus(
        @Nullable String apiKey,
        @Nullable Instant authorizedSince,
        Instant connectedSince,
        boolean returnRateLimits,
        Instant serverTime,
        @Nullable Boolean userDataStream) {

    /**
     * Whether a key is logged on.
     *
     * @return false when requests have to bring a key and a signature
     */
    public boolean loggedOn() {
        return apiKey != null;
    }

    /** Shows whether there is a key and nothing of it. */
    @Override
    public String toString() {
        return "SessionStatus[apiKey=" + (loggedOn() ? "redacted" : "none") + ", authorizedSince=" + authorizedSince
                + ", connectedSince=" + connectedSince + ", returnRateLimits=" + returnRateLimits + ", serverTime="
                + serverTime + ", userDataStream=" + userDataStream + "]";
    }
}
