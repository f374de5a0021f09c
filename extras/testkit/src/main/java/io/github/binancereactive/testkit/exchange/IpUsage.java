/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.time.Duration;

/**
 * What one IP address has used and what it has brought on itself.
 *
 * @param weight request weight of this minute
 * @param raw requests of these five minutes
 * @param connections connection attempts of these five minutes
 * @param refused requests refused with 429 since one was last allowed
 * @param bans how many bans so far
 * @param bannedUntilMillis when the last ban ends; 0 before the first
 */
record IpUsage(
        LimitWindow weight, LimitWindow raw, LimitWindow connections, int refused, int bans, long bannedUntilMillis) {

    static IpUsage none(SimulatedLimits limits) {
        return new IpUsage(
                LimitWindow.of(limits.requestWeight(), Duration.ofMinutes(1)),
                LimitWindow.of(limits.rawRequests(), Duration.ofMinutes(5)),
                LimitWindow.of(limits.connections(), Duration.ofMinutes(5)),
                0,
                0,
                0);
    }

    IpUsage at(long nowMillis) {
        // The shorter window is open only while the longer ones are: five minutes begin where a minute begins.
        return weight.isOpen(nowMillis) ? this : reopened(nowMillis);
    }

    private IpUsage reopened(long nowMillis) {
        return new IpUsage(
                weight.at(nowMillis), raw.at(nowMillis), connections.at(nowMillis), refused, bans, bannedUntilMillis);
    }

    IpUsage request(long cost) {
        return new IpUsage(weight.plus(cost), raw.plus(1), connections, refused, bans, bannedUntilMillis);
    }

    /** Weight that is used or, when negative, given back without any request being counted. */
    IpUsage foreign(long amount) {
        return new IpUsage(weight.plus(amount), raw, connections, refused, bans, bannedUntilMillis);
    }

    /** This usage under other limits. */
    IpUsage under(SimulatedLimits limits) {
        return new IpUsage(
                weight.of(limits.requestWeight()),
                raw.of(limits.rawRequests()),
                connections.of(limits.connections()),
                refused,
                bans,
                bannedUntilMillis);
    }

    IpUsage connection(long cost) {
        return new IpUsage(weight.plus(cost), raw, connections.plus(1), refused, bans, bannedUntilMillis);
    }

    IpUsage allowed() {
        return refused == 0 ? this : new IpUsage(weight, raw, connections, 0, bans, bannedUntilMillis);
    }

    IpUsage refusedOnce() {
        return new IpUsage(weight, raw, connections, refused + 1, bans, bannedUntilMillis);
    }

    /** Banned from now on, for twice as long as the last time. */
    IpUsage banned(long nowMillis, SimulatedLimits limits) {
        long length = limits.firstBan().toMillis() << Math.min(bans, 20);
        long until = nowMillis + Math.min(length, limits.longestBan().toMillis());
        return new IpUsage(weight, raw, connections, 0, bans + 1, until);
    }

    boolean bannedAt(long nowMillis) {
        return nowMillis < bannedUntilMillis;
    }
}
