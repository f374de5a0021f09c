/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the exchange says that there is no time: with -1. */
final class Times {

    private Times() {}

    static @Nullable Instant orNull(@Nullable Instant time) {
        return time == null || time.isBefore(Instant.EPOCH) ? null : time;
    }
}
