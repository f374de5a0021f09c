/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of fault in the middle of every other: the simulator survives, and no buffer is lost. */
class FaultSoakTest {

    private static final int CONNECTIONS = 60;
    private static final int REQUESTS = 20;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void survivesItsOwnFaults(long seed) throws Exception {
        FaultPlan plan = FaultPlan.mixed(0.6).with(0.02, Fault.halfOpen()).with(0.02, Fault.slowDrip(100));
        try (ExchangeSimulator simulator = ExchangeSimulator.builder()
                .limits(SimulatedLimits.unlimited())
                .seed(seed)
                .faults(plan)
                .start()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                talkAndLeave(simulator);
            }
            simulator.await(sim -> sim.openConnections() == 0, Duration.ofSeconds(10));
            assertThat(simulator.connections()).hasSize(CONNECTIONS);
            assertThat(simulator.requests().size()).isGreaterThan(CONNECTIONS);
        }
    }

    /** Sends without waiting, so that answers and faults pile up, and leaves in the middle of it. */
    private static void talkAndLeave(ExchangeSimulator simulator) throws IOException {
        try (RawWebSocket client = new RawWebSocket(simulator)) {
            for (int i = 0; i < REQUESTS; i++) {
                client.send("{\"id\":" + i + ",\"method\":\"exchangeInfo\"}");
            }
        } catch (java.net.SocketException closed) {
            // By a fault, while this was still sending.
        }
    }
}
