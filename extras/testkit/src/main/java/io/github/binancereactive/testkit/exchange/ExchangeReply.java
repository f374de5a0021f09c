/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.core.model.general.RateLimitUsage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the exchange answers, before a wire wraps it.
 *
 * @param status the HTTP status
 * @param result the result as UTF-8 JSON; empty when there is an error
 * @param error the error, or null
 * @param usedWeight the weight that the caller's IP address has used in this minute, this request included
 * @param orders how many unfilled orders the caller's account has; empty unless the method places orders
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record ExchangeReply(
        int status, byte[] result, @Nullable ExchangeError error, long usedWeight, List<RateLimitUsage> orders) {

    private static final byte[] NOTHING = {};

    /** Copies the list. */
    public ExchangeReply {
        orders = List.copyOf(orders);
    }

    /**
     * A success that has nothing to do with orders.
     *
     * @param status the HTTP status
     * @param result the result as UTF-8 JSON
     * @param usedWeight the weight used
     * @return a reply
     */
    public static ExchangeReply of(int status, byte[] result, long usedWeight) {
        return new ExchangeReply(status, result, null, usedWeight, List.of());
    }

    /**
     * A refusal.
     *
     * @param error why
     * @param usedWeight the weight used
     * @return a reply with the error's status
     */
    public static ExchangeReply of(ExchangeError error, long usedWeight) {
        return new ExchangeReply(error.status(), NOTHING, error, usedWeight, List.of());
    }

    ExchangeReply withOrders(List<RateLimitUsage> counts) {
        return new ExchangeReply(status, result, error, usedWeight, counts);
    }

    /**
     * The body of a REST answer.
     *
     * @return UTF-8 JSON
     */
    public byte[] restBody() {
        return error == null ? result : error.restJson().getBytes(StandardCharsets.UTF_8);
    }
}
