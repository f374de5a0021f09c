/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to the user data of one account on one connection. Which account, whoever subscribed has to remember.
 *
 * @param subscriptionId its number, which its events carry; of this connection only
 * @param expirationTime when it ends by itself; null when it doesn't
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/user-data-stream-requests">User data
 *     stream requests</a>
 */
public record UserDataSubscription(
        int subscriptionId, @Nullable Instant expirationTime) {}
