/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.matching.BookChange;
import io.github.binancereactive.testkit.matching.MarketTrade;
import java.time.Duration;

/** What makes the events of one stream while somebody is subscribed to it. */
interface Feed {

    /** How often {@link #tick} comes; zero for a feed that goes by what happens. */
    default Duration period() {
        return Duration.ZERO;
    }

    /** Somebody has subscribed: the first event begins here. */
    default void start() {}

    /** A level of the book has changed, in the middle of a request. */
    default void changed(BookChange change) {}

    /** Two orders have traded, in the middle of a request. */
    default void traded(MarketTrade trade) {}

    /** A request, in which some of the above may have happened, has ended. */
    default void settled(long nowMicros) {}

    /** A period is over. */
    default void tick(long nowMicros) {}
}
