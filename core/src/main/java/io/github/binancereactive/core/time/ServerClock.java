/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The exchange's clock as seen from here. Every request for the exchange's time is a round trip that bounds the offset
 * between the clocks: the answer was stamped somewhere between sending and receiving. The shortest round trip of the last
 * minutes bounds it best, unless a later one contradicts it: then a clock was set, and only what came since counts.
 *
 * <p>Safe for any number of threads, without a lock.
 */
public final class ServerClock {

    /** Long enough to find a good sample, short enough that the local clock hardly drifts. */
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Clock clock;
    private final AtomicReference<RoundTrips> roundTrips;

    private ServerClock(Clock clock, Duration window) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.roundTrips = new AtomicReference<>(RoundTrips.none(window));
    }

    /**
     * A clock that hasn't seen the exchange yet and agrees with the local one.
     *
     * @param clock the local clock
     * @return a new clock with a window of ten minutes
     */
    public static ServerClock over(Clock clock) {
        return over(clock, WINDOW);
    }

    /**
     * A clock that hasn't seen the exchange yet and agrees with the local one.
     *
     * @param clock the local clock
     * @param window how long a round trip counts
     * @return a new clock
     */
    public static ServerClock over(Clock clock, Duration window) {
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("window must be positive, not " + window);
        }
        return new ServerClock(clock, window);
    }

    /**
     * Takes a round trip into account. One that ends before it begins, because the local clock was set back meanwhile, is
     * ignored.
     *
     * @param sent when the request was sent, by the local clock
     * @param serverTime the exchange's answer
     * @param received when the answer came, by the local clock
     */
    public void observe(Instant sent, Instant serverTime, Instant received) {
        if (received.isBefore(sent)) {
            return;
        }
        RoundTrip roundTrip = RoundTrip.of(sent, serverTime, received);
        roundTrips.updateAndGet(before -> before.with(roundTrip));
    }

    /**
     * The local time at this moment, for {@link #observe}: whoever shares this object reckons from the same clock.
     *
     * @return what the local clock says
     */
    public Instant localTime() {
        return clock.instant();
    }

    /**
     * The exchange's time at this moment, as far as it is known.
     *
     * @return local time plus {@link #offset()}
     */
    public Instant now() {
        return clock.instant().plus(offset());
    }

    /**
     * How far the exchange's clock is ahead.
     *
     * @return negative when it is behind; zero before the first round trip
     */
    public Duration offset() {
        RoundTrip best = roundTrips.get().best();
        return best == null ? Duration.ZERO : best.offset();
    }

    /**
     * How far the true offset may lie from {@link #offset()} in either direction: about half of the best round trip.
     *
     * @return empty before the first round trip
     */
    public Optional<Duration> uncertainty() {
        return Optional.ofNullable(roundTrips.get().best()).map(RoundTrip::uncertainty);
    }
}
