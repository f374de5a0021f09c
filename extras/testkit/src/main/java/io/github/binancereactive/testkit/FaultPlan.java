/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Faults that happen at random, each at its own rate. The dice are the simulator's, thrown from
 * {@link ExchangeSimulatorBuilder#seed(long)}: the same requests in the same order meet the same faults. Immutable.
 */
public final class FaultPlan {

    private final List<Chance> chances;

    private FaultPlan(List<Chance> chances) {
        this.chances = chances;
    }

    record Chance(double rate, Fault fault) {}

    /**
     * No faults.
     *
     * @return an empty plan
     */
    public static FaultPlan none() {
        return new FaultPlan(List.of());
    }

    /**
     * Every kind of fault that a client should live through, all equally likely and mild enough for a test that makes
     * many requests. None leaves a connection half-open, refuses connections or bans: these take time to be noticed and
     * a test adds them on purpose.
     *
     * @param rate the share of requests that meet a fault, of whatever kind, from 0 to 1
     * @return a plan
     */
    public static FaultPlan mixed(double rate) {
        List<Fault> kinds = List.of(
                Fault.resetBeforeAnswer(),
                Fault.resetAfterAnswer(),
                Fault.delay(Duration.ofMillis(20)),
                Fault.reorder(),
                Fault.duplicate(),
                Fault.drop(),
                Fault.garbage(),
                Fault.truncatedFrame(),
                Fault.truncatedBody(),
                Fault.fragmentedFrame(3),
                Fault.oversizedFrame(100_000),
                Fault.close(1001, "going away"),
                Fault.status(503, ""),
                Fault.timeout(),
                Fault.nullId(),
                Fault.unknownId());
        FaultPlan plan = none();
        for (Fault kind : kinds) {
            plan = plan.with(rate / kinds.size(), kind);
        }
        return plan;
    }

    /**
     * This plan and one fault more.
     *
     * @param rate the share of requests that meet it, from 0 to 1, or of events when it is an {@link EventFault}; the rates
     *     of a plan add up to at most 1
     * @param fault the fault
     * @return a new plan
     */
    public FaultPlan with(double rate, Fault fault) {
        double sum = rate + chances.stream().mapToDouble(Chance::rate).sum();
        if (rate < 0 || sum > 1 + 1e-9) {
            throw new IllegalArgumentException("rate: " + rate + " makes the rates of the plan add up to " + sum);
        }
        List<Chance> more = new ArrayList<>(chances);
        more.add(new Chance(rate, fault));
        return new FaultPlan(List.copyOf(more));
    }

    List<Chance> chances() {
        return chances;
    }
}
