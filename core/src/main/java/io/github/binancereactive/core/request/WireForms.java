/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import java.time.Duration;
import java.time.ZoneOffset;

/** Values of Java as the exchange writes them. */
final class WireForms {

    private static final int HOURS_A_DAY = 24;
    private static final int MINUTES_AN_HOUR = 60;

    private WireForms() {}

    /** UTC is {@code Z} in Java only. */
    static String timeZone(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "0" : offset.getId();
    }

    /** In the largest unit that it is a whole number of; what is no whole minute is left for the endpoint to refuse. */
    static String windowSize(Duration window) {
        long minutes = window.toMinutes();
        if (!window.equals(Duration.ofMinutes(minutes))) {
            return window.toString();
        }
        if (minutes % (HOURS_A_DAY * MINUTES_AN_HOUR) == 0) {
            return window.toDays() + "d";
        }
        return minutes % MINUTES_AN_HOUR == 0 ? window.toHours() + "h" : minutes + "m";
    }
}
