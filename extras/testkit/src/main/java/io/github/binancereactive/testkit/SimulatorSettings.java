/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.ExchangeSettings;
import io.github.binancereactive.testkit.market.SyntheticMarket;
import io.github.binancereactive.testkit.replay.Playback;
import io.github.binancereactive.testkit.stream.ControlAnswers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/** How a simulator was asked to be; see {@link ExchangeSimulatorBuilder} for what each part means. */
record SimulatorSettings(
        int port,
        @Nullable String host,
        boolean tls,
        @Nullable Scheduler scheduler,
        @Nullable Instant epoch,
        ExchangeSettings exchange,
        Duration pingInterval,
        Duration pongTimeout,
        Duration connectionLifetime,
        FaultPlan faults,
        Map<String, ScriptedAnswer> answers,
        boolean recording,
        ControlAnswers controlAnswers,
        @Nullable SyntheticMarket market,
        @Nullable Playback playback,
        long backlog) {

    long seed() {
        return exchange.seed();
    }
}
