/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of requests in the making, in the order in which they are given. A mandatory one is there or there is a {@link
 * NullPointerException} that names it.
 */
final class Terms {

    static final Call<OrderAnswer> ORDER = Call.of(TradingEndpoints.NEW_ORDER);

    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private Terms() {}

    static Terms none() {
        return new Terms();
    }

    static Terms of(OrderType type) {
        return none().with("type", type);
    }

    /** GTC, which is what everybody means who doesn't say. */
    static Terms limit(OrderType type, BigDecimal price) {
        return of(type).with("timeInForce", TimeInForce.GTC).with("price", price);
    }

    static Terms pegged(OrderType type, Peg peg) {
        return of(type).with("timeInForce", TimeInForce.GTC).peg(peg);
    }

    Terms with(String name, Object value) {
        parameters.put(name, Objects.requireNonNull(value, name));
        return this;
    }

    Terms withNullable(String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
        return this;
    }

    Terms peg(Peg peg) {
        return with("pegPriceType", Objects.requireNonNull(peg, "peg").priceType())
                .withNullable("pegOffsetType", peg.offsetType())
                .withNullable("pegOffsetValue", peg.offset());
    }

    Terms trigger(Trigger trigger) {
        return withNullable(
                        "stopPrice", Objects.requireNonNull(trigger, "trigger").stopPrice())
                .withNullable("trailingDelta", trigger.trailingDelta());
    }

    <R> Call<R> addTo(Call<R> call) {
        return call.withAll(parameters);
    }

    /** Milliseconds, with decimal places for what is finer. */
    static BigDecimal recvWindow(Duration window) {
        return BigDecimal.valueOf(window.getSeconds())
                .movePointRight(3)
                .add(BigDecimal.valueOf(window.getNano(), 6).stripTrailingZeros());
    }
}
