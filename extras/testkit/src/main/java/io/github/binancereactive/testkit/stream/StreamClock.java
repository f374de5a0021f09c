/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import java.time.Duration;
import reactor.core.Disposable;

/** The time that streams go by. What is due runs on the event loop. */
public interface StreamClock {

    /**
     * Now.
     *
     * @return microseconds since the epoch
     */
    long micros();

    /**
     * Does something again and again.
     *
     * @param period how often, for the first time after one period
     * @param task what
     * @return ends it
     */
    Disposable every(Duration period, Runnable task);
}
