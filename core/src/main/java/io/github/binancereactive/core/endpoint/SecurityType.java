/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

/**
 * The permission that an endpoint needs. All but {@link #NONE} need a key.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security">Request security</a>
 */
public enum SecurityType {
    /** Public: no key, no signature. */
    NONE,
    /** Places and cancels orders. */
    TRADE,
    /** Reads private account information. */
    USER_DATA,
    /** Manages user data stream subscriptions. */
    USER_STREAM,
    /** Signed, whatever the permissions of the key: {@code session.logon}. */
    SIGNED;

    /**
     * Whether a request of this type carries a timestamp and a signature, or runs on a session that was logged on.
     *
     * @return false for {@link #NONE} alone
     */
    public boolean signed() {
        return this != NONE;
    }
}
