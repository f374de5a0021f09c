/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts the messages of the last second, whenever that second began: no other way of counting finds more in it. Event
 * loop only.
 */
final class MessageMeter {

    private static final long SECOND_MICROS = 1_000_000;

    private final Deque<Long> lately = new ArrayDeque<>();
    private int most;

    /** Counts a message; how many came within the second that ends with it. */
    int message(long nowMicros) {
        while (!lately.isEmpty() && lately.getFirst() <= nowMicros - SECOND_MICROS) {
            lately.removeFirst();
        }
        lately.addLast(nowMicros);
        most = Math.max(most, lately.size());
        return lately.size();
    }

    /** The most that ever came within a second. */
    int most() {
        return most;
    }
}
