/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

/**
 * What the events of a family look like on the wire.
 *
 * @param <T> the events
 */
interface EventForm<T> {

    /** Reads the next value. */
    T read(EventReader in);

    /** Appends an event as the exchange writes it. */
    void write(T event, EventWriter out);
}
