/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.market.Crowd;
import io.github.binancereactive.testkit.market.SyntheticMarket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/**
 * Lets time pass for the synthetic market, in small equal steps, each stamped with the time at which it was due: so the
 * same seed gives the same orders at the same times however late the event loop comes to them. Event loop only.
 */
final class MarketRunner {

    private static final Duration STEP = Duration.ofMillis(10);
    private static final long STEP_MICROS = STEP.toNanos() / 1000;

    private final Simulation simulation;
    private final Crowd crowd;
    private final boolean configured;
    private @Nullable Disposable running;
    private long startedMicros;
    private long steps;
    private double speed = 1;

    /** With no market there is only somebody who can be asked to {@link #flash}. */
    MarketRunner(Simulation simulation, @Nullable SyntheticMarket market) {
        this.simulation = simulation;
        configured = market != null;
        long seed = simulation.settings().seed();
        crowd = new Crowd(simulation.exchange().engine(), market == null ? SyntheticMarket.seeded(seed) : market);
    }

    /** Fills the books, and lets time pass from now on. */
    void open() {
        if (configured) {
            crowd.open(now(simulation.clock().micros()));
            start();
        }
    }

    private long now(long micros) {
        return simulation.exchange().forward(micros);
    }

    void start() {
        if (!configured) {
            throw new IllegalStateException("the simulator was built without market(...)");
        }
        if (running == null) {
            startedMicros = simulation.clock().elapsedMicros();
            steps = 0;
            running = simulation.clock().every(STEP, this::step);
        }
    }

    void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    void speed(double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("speed: " + factor);
        }
        speed = factor;
    }

    private void step() {
        if (running == null) {
            // It was stopped while this step was on its way to the event loop.
            return;
        }
        steps++;
        long late = simulation.clock().elapsedMicros() - startedMicros - steps * STEP_MICROS;
        crowd.advance(STEP_MICROS * speed, now(simulation.clock().micros() - Math.max(0, late)));
    }

    int flash(String symbol, int trades) {
        return crowd.flash(symbol, trades, now(simulation.clock().micros()));
    }
}
