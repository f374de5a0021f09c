/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what each IP address does and refuses what is too much. Confined to the simulator's event loop. */
final class RateLimiter {

    private SimulatedLimits limits;
    private final Map<String, IpUsage> usage = new HashMap<>();

    RateLimiter(SimulatedLimits limits) {
        this.limits = limits;
    }

    /** Counts a request; the error to answer with, or null when it may go on. */
    @Nullable ExchangeError request(String ip, long weight, long nowMillis) {
        IpUsage now = at(ip, nowMillis);
        if (now.bannedAt(nowMillis)) {
            return ExchangeErrors.banned(nowMillis, now.bannedUntilMillis());
        }
        IpUsage used = now.request(weight);
        return settle(ip, used, overLimit(used, nowMillis), nowMillis);
    }

    /** Counts a request of weight 1; the weight used, or -1, uncounted, when it is to be refused. */
    long countOne(String ip, long nowMillis) {
        IpUsage now = at(ip, nowMillis);
        IpUsage used = now.request(1);
        if (now.bannedAt(nowMillis) || overLimit(used, nowMillis) != null) {
            return -1;
        }
        usage.put(ip, used.allowed());
        return used.weight().used();
    }

    /** Counts a WebSocket connection attempt, which may cost weight too; the error, or null when it may go on. */
    @Nullable ExchangeError connection(String ip, int weight, long nowMillis) {
        IpUsage now = at(ip, nowMillis);
        if (now.bannedAt(nowMillis)) {
            return ExchangeErrors.banned(nowMillis, now.bannedUntilMillis());
        }
        IpUsage used = now.connection(weight);
        ExchangeError error = used.connections().exceeded()
                ? ExchangeErrors.tooManyConnections(
                        limits.connections(), nowMillis, used.connections().endMillis())
                : overLimit(used, nowMillis);
        return settle(ip, used, error, nowMillis);
    }

    /** Other limits from now on; what was used stays used. */
    void change(SimulatedLimits other) {
        limits = other;
        usage.replaceAll((ip, used) -> used.under(other));
    }

    SimulatedLimits limits() {
        return limits;
    }

    /** Counts what somebody else behind the same address did. */
    void foreign(long weight, String ip, long nowMillis) {
        usage.put(ip, at(ip, nowMillis).foreign(weight));
    }

    /** Gives back the weight of a request that costs nothing after all. */
    void giveBack(long weight, String ip, long nowMillis) {
        usage.put(ip, at(ip, nowMillis).foreign(-weight));
    }

    /** Every address seen so far. */
    List<String> addresses() {
        return new ArrayList<>(usage.keySet());
    }

    long weightLimit() {
        return limits.requestWeight();
    }

    long usedWeight(String ip, long nowMillis) {
        return at(ip, nowMillis).weight().used();
    }

    private IpUsage at(String ip, long nowMillis) {
        return usage.computeIfAbsent(ip, key -> IpUsage.none(limits)).at(nowMillis);
    }

    private @Nullable ExchangeError settle(String ip, IpUsage now, @Nullable ExchangeError error, long nowMillis) {
        if (error == null) {
            usage.put(ip, now.allowed());
            return null;
        }
        IpUsage refused = now.refusedOnce();
        if (refused.refused() <= limits.banThreshold() + 1) {
            usage.put(ip, refused);
            return error;
        }
        IpUsage banned = refused.banned(nowMillis, limits);
        usage.put(ip, banned);
        return ExchangeErrors.banned(nowMillis, banned.bannedUntilMillis());
    }

    private @Nullable ExchangeError overLimit(IpUsage now, long nowMillis) {
        if (now.weight().exceeded()) {
            return ExchangeErrors.tooMuchWeight(
                    limits.requestWeight(), nowMillis, now.weight().endMillis());
        }
        if (now.raw().exceeded()) {
            return ExchangeErrors.tooManyRequests(nowMillis, now.raw().endMillis());
        }
        return null;
    }
}
