/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

/**
 * The attempts to connect since the last stable connection. Immutable.
 *
 * @param failures how many failed in a row
 * @param address which of the addresses is tried next, not yet reduced to their number
 */
record ConnectionAttempts(int failures, int address) {

    static final ConnectionAttempts NONE = new ConnectionAttempts(0, 0);

    /** The number of the next attempt, from 1. */
    int next() {
        return failures + 1;
    }

    /** After an attempt that reached nobody: next time another address. */
    ConnectionAttempts failedToConnect() {
        return new ConnectionAttempts(failures + 1, address + 1);
    }

    /** After a connection that didn't last: the address is good. */
    ConnectionAttempts failedLater() {
        return new ConnectionAttempts(failures + 1, address);
    }

    /** After a connection that lasted. */
    ConnectionAttempts stable() {
        return new ConnectionAttempts(0, address);
    }
}
