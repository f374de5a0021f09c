/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.time.Duration;

/** An answer that comes at another time than it should, in another order, twice or never; see the factories of {@link Fault}. */
public sealed interface TimingFault extends Fault {

    /**
     * See {@link Fault#delay(Duration)}.
     *
     * @param delay how much later
     */
    record Delay(Duration delay) implements TimingFault {}

    /** See {@link Fault#reorder()}. */
    record Reorder() implements TimingFault {}

    /** See {@link Fault#duplicate()}. */
    record Duplicate() implements TimingFault {}

    /** See {@link Fault#drop()}. */
    record Drop() implements TimingFault {}

    /** See {@link Fault#ignore()}. */
    record Ignore() implements TimingFault {}

    /**
     * See {@link Fault#slowDrip(int)}.
     *
     * @param bytesPerSecond how fast
     */
    record SlowDrip(int bytesPerSecond) implements TimingFault {}
}
