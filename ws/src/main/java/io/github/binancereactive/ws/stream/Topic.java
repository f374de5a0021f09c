/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a stream on one connection, and what the exchange was told about it last. For steps only.
 *
 * <p>Nothing is remembered of what was asked in between: who subscribes and unsubscribes before a message has left has asked for
 * nothing.
 */
final class Topic {

    final String name;
    final int size; // bytes in a message
    boolean wanted;
    boolean asked; // whether the last message about it subscribes
    boolean renewed; // wanted, but to be ended before

    @Nullable ControlMessage message; // the last one about it, until that is answered

    Topic(String name, int size) {
        this.name = name;
        this.size = size;
    }

    boolean isToBeEnded() {
        return asked && (!wanted || renewed);
    }

    boolean isToBeSubscribed() {
        return wanted && !asked;
    }

    boolean isSettled() {
        return !isToBeEnded() && !isToBeSubscribed();
    }

    boolean isConfirmed() {
        return wanted && asked && message == null;
    }

    /** Neither wanted nor known to the exchange. */
    boolean isGone() {
        return !wanted && !asked && message == null;
    }
}
