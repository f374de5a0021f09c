/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.ExchangeSimulatorExtension;
import io.github.binancereactive.testkit.Fault;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.test.StepVerifier;

// tag::test[]
@ExtendWith(ExchangeSimulatorExtension.class)
class TradingSymbolsTest {

    @Test
    void survivesALostConnection(ExchangeSimulator exchange) {
        exchange.inject(Fault.resetAfterAnswer());

        BinanceWebSocketApiClient client = BinanceWebSocketApiClient.create(exchange.environment());
        StepVerifier.create(new TradingSymbols(client).names())
                .assertNext(names -> assertThat(names).contains("BTCUSDT").doesNotContain("OLDUSDT"))
                .verifyComplete();
        client.dispose();

        assertThat(exchange.requests("exchangeInfo")).hasSize(2);
    }
}
// end::test[]
