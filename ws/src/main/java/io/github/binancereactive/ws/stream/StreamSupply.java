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
     * Subscribes to a stream, and keeps it subscribed to until the line is closed.
     *
     * @param sink hears of it; not before this has returned
     * @param exclusive whether it gets a connection of its own
     * @return the way back to the supply
     */
    <T> StreamLine open(StreamSink<T> sink, boolean exclusive);

    Scheduler scheduler();

    Instant now();
}
