/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.model.general.ExchangeInfo;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.test.StepVerifier;

/** The clients against the simulator in a container: another process behind a real network, which can be frozen. */
@Tag("container")
@Timeout(120)
class ContainerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final SimulatorContainer SIMULATOR = new SimulatorContainer();

    @BeforeAll
    static void start() {
        SIMULATOR.start();
    }

    @AfterAll
    static void stop() {
        SIMULATOR.stop();
    }

    @Test
    void answersOverRest() {
        BinanceRestClient client = BinanceRestClient.create(SIMULATOR.environment());
        try {
            answers(client);
        } finally {
            client.dispose();
        }
    }

    @Test
    void answersOverTheWebSocketApi() {
        BinanceWebSocketApiClient client = BinanceWebSocketApiClient.create(SIMULATOR.environment());
        try {
            answers(client);
        } finally {
            client.dispose();
        }
    }

    @Test
    void aFrozenExchangeEndsRequestsByTheirDeadlineAndIsBackAfterwards() {
        BinanceWebSocketApiClient client = BinanceWebSocketApiClient.create(
                WebSocketApiOptions.of(SIMULATOR.environment()).withRequestTimeout(Duration.ofSeconds(2)));
        try {
            client.connect().block(PATIENCE);

            SIMULATOR.pause();
            StepVerifier.create(client.time())
                    .expectError(DeadlineExceededException.class)
                    .verify(PATIENCE);
            SIMULATOR.resume();

            assertThat(client.time().retry(5).block(PATIENCE)).isNotNull();
        } finally {
            SIMULATOR.resume();
            client.dispose();
        }
    }

    private static void answers(SpotApi api) {
        ServerTime time = api.ping().then(api.time()).block(PATIENCE);
        ExchangeInfo info = api.exchangeInfo().block(PATIENCE);

        assertThat(time).isNotNull();
        assertThat(info).isNotNull();
        assertThat(info.symbols()).isNotEmpty();
    }
}
