/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.stream;

/** The windows over which rolling tickers are computed. */
public enum TickerWindow {
    /** An hour. */
    ONE_HOUR("1h"),
    /** Four hours. */
    FOUR_HOURS("4h"),
    /** A day. */
    ONE_DAY("1d");

    private final String wire;

    TickerWindow(String wire) {
        this.wire = wire;
    }

    /**
     * The window on the wire.
     *
     * @return such as {@code 1h}
     */
    public String wire() {
        return wire;
    }
}
