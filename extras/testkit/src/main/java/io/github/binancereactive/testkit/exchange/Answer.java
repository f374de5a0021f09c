/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

/**
 * What a method answers.
 *
 * @param json the result as UTF-8 JSON
 * @param free whether the request costs nothing after all
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record Answer(byte[] json, boolean free) {

    static Answer of(byte[] json) {
        return new Answer(json, false);
    }
}
