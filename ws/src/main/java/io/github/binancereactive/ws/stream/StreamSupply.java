/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import java.time.Instant;
import reactor.core.scheduler.Scheduler;

/** Brings streams from the exchange, over as many connections as that takes. Any thread. */
interface StreamSupply {

    /**
     * Subscribes to a stream, and keeps it subscribed to until the line is closed. There is one line a sink: sinks whose streams have
     * the same name, because one wants its events decoded and the other as they are, or because one is exclusive, may be served by
     * one subscription or by several, but each gets feeds of its own with its own decoder.
     *
     * <p>When a connection is replaced, both feeds stay open until the sink has {@linkplain StreamLine#released released} the first
     * one, or until the supply has waited long enough for that: a sink can't tell when events have no order, or when the successor is
     * silent.
     *
     * @param sink hears of it; not before this has returned
     * @param exclusive whether it gets a connection of its own
     * @return the way back to the supply
     */
    <T> StreamLine open(StreamSink<T> sink, boolean exclusive);

    Scheduler scheduler();

    Instant now();
}
