/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

/** A place in the queue for the budget. */
@FunctionalInterface
public interface Waiting {

    /**
     * Gives up the place at once; what it would have taken is free for those behind.
     *
     * @return true when the receiver hears nothing more; false when it has been called already or is just being called, and
     *     a permit it gets is then its own to settle
     */
    boolean cancel();
}
