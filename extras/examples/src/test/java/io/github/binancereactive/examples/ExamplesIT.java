/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.limit.ConnectionLimit;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.ExchangeSimulatorExtension;
import io.github.binancereactive.testkit.Fault;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.test.StepVerifier;

/** The examples do what they say. */
@ExtendWith(ExchangeSimulatorExtension.class)
class ExamplesIT {

    private BinanceRestClient rest;
    private BinanceWebSocketApiClient webSocket;

    @BeforeEach
    void connect(ExchangeSimulator exchange) {
        rest = ClientOptions.rest(exchange.environment());
        webSocket = ClientOptions.webSocket(exchange.environment(), ConnectionLimit.ofExchange());
    }

    @AfterEach
    void dispose() {
        webSocket.dispose();
        rest.dispose();
    }

    @Test
    void optionsAskForMicroseconds(ExchangeSimulator exchange) {
        StepVerifier.create(rest.time()).expectNextCount(1).verifyComplete();
        StepVerifier.create(webSocket.time()).expectNextCount(1).verifyComplete();

        assertThat(exchange.requests("GET /api/v3/time").get(0).headers()).containsKey("x-mbx-time-unit");
        assertThat(exchange.connections().get(0).uri()).contains("timeUnit=MICROSECOND");
    }

    @Test
    void findsSymbolsAndRepeatsWhatPasses(ExchangeSimulator exchange) {
        ErrorBranches symbols = new ErrorBranches(webSocket);
        exchange.inject(Fault.error(400, -1008, "busy"));

        StepVerifier.create(symbols.symbol("BTCUSDT"))
                .assertNext(symbol -> assertThat(symbol.baseAsset()).isEqualTo("BTC"))
                .verifyComplete();
        StepVerifier.create(symbols.symbol("NOSUCHCOIN")).verifyComplete();
    }

    @Test
    void advisesByBranch(ExchangeSimulator exchange) {
        exchange.inject(Fault.rateLimited(Duration.ofSeconds(30)));
        StepVerifier.create(rest.ping())
                .verifyErrorSatisfies(error -> assertThat(ErrorBranches.advice((BinanceException) error))
                        .startsWith("try again after "));
    }

    @Test
    void watchesARotation() {
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        SessionWatch watch = new SessionWatch(webSocket);
        watch.events(seen::add);

        StepVerifier.create(webSocket.connect().then(watch.rotateAndPing()))
                .assertNext(roundTrip -> assertThat(roundTrip).isPositive())
                .verifyComplete();
        assertThat(seen).anyMatch(line -> line.startsWith("ROTATED connection=2"));
    }
}
