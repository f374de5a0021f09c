/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import java.time.Duration;
import java.util.Objects;

/**
 * What becomes of events that a subscriber of a stream doesn't take in time. Whatever is dropped is counted and told; no policy
 * makes a subscriber's slowness another's.
 */
public sealed interface Overflow {

    /**
     * Keeps only the latest event about each thing, such as a symbol: a slow subscriber sees fewer and newer ones. Those that were
     * replaced count as dropped. The default for streams of state, such as tickers.
     *
     * @return the policy
     */
    static Overflow latest() {
        return new Latest();
    }

    /**
     * Keeps up to a number of events. The default for streams that are not of state is 8,192 events and {@link WhenFull#ERROR}.
     *
     * @param size how many; at least 1
     * @param whenFull what happens to one more
     * @return the policy
     */
    static Buffer buffer(int size, WhenFull whenFull) {
        return new Buffer(size, whenFull);
    }

    /**
     * Stops reading the connection, so that the exchange has to wait, for a limited time; then goes on as another policy says, until
     * the subscriber has caught up. Reading stops when three quarters of the buffer are full, and goes on when one quarter is; what
     * was on its way by then is kept too, up to 8,192 events more than the buffer takes. Such a subscriber shares neither its
     * subscription at the exchange nor its connection.
     *
     * @param maxStall for how long at most, up to 30 s: no ping is answered meanwhile
     * @param afterwards what happens when that time is over
     * @return the policy
     */
    static Overflow pause(Duration maxStall, Buffer afterwards) {
        return new Pause(maxStall, afterwards);
    }

    /** What happens to one event more than a buffer takes. */
    enum WhenFull {
        /** The oldest event in the buffer makes room for it. */
        DROP_OLDEST,
        /** It is dropped itself. */
        DROP_LATEST,
        /** The subscriber gets what is in the buffer, and then an error that {@link reactor.core.Exceptions#isOverflow} knows. */
        ERROR
    }

    /** {@link #latest()}. */
    record Latest() implements Overflow {}

    /**
     * {@link #buffer}.
     *
     * @param size how many events it keeps
     * @param whenFull what happens to one more
     */
    record Buffer(int size, WhenFull whenFull) implements Overflow {

        /** Checks the size. */
        public Buffer {
            if (size < 1) {
                throw new IllegalArgumentException("size must be at least 1, not " + size);
            }
            Objects.requireNonNull(whenFull, "whenFull");
        }
    }

    /**
     * {@link #pause}.
     *
     * @param maxStall for how long at most
     * @param afterwards what happens when that time is over, and how much is kept before reading stops
     */
    record Pause(Duration maxStall, Buffer afterwards) implements Overflow {

        private static final Duration LONGEST = Duration.ofSeconds(30);

        /** Checks the time. */
        public Pause {
            Objects.requireNonNull(maxStall, "maxStall");
            Objects.requireNonNull(afterwards, "afterwards");
            if (maxStall.isZero() || maxStall.isNegative() || maxStall.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "maxStall must be more than zero and at most " + LONGEST + ", not " + maxStall);
            }
        }
    }
}
