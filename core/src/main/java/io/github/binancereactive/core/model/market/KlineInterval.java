/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.market;

/**
 * How long a kline lasts.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/market-data-endpoints">Klines</a>
 */
public enum KlineInterval {
    /** A second. */
    ONE_SECOND("1s"),
    /** A minute. */
    ONE_MINUTE("1m"),
    /** Three minutes. */
    THREE_MINUTES("3m"),
    /** Five minutes. */
    FIVE_MINUTES("5m"),
    /** A quarter of an hour. */
    FIFTEEN_MINUTES("15m"),
    /** Half an hour. */
    THIRTY_MINUTES("30m"),
    /** An hour. */
    ONE_HOUR("1h"),
    /** Two hours. */
    TWO_HOURS("2h"),
    /** Four hours. */
    FOUR_HOURS("4h"),
    /** Six hours. */
    SIX_HOURS("6h"),
    /** Eight hours. */
    EIGHT_HOURS("8h"),
    /** Twelve hours. */
    TWELVE_HOURS("12h"),
    /** A day. */
    ONE_DAY("1d"),
    /** Three days. */
    THREE_DAYS("3d"),
    /** A week, from Monday. */
    ONE_WEEK("1w"),
    /** A month. */
    ONE_MONTH("1M");

    private final String wire;

    KlineInterval(String wire) {
        this.wire = wire;
    }

    /**
     * The interval on the wire.
     *
     * @return such as {@code 1m} for a minute and {@code 1M} for a month
     */
    public String wire() {
        return wire;
    }
}
