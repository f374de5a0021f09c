/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeSimulatorMainTest {

    @Test
    void startsWhatItIsTold() throws Exception {
        List<String> arguments = List.of("--port", "0", "--symbols", "2", "--seed", "5", "--fast", "--unlimited");
        try (ExchangeSimulator simulator =
                ExchangeSimulatorMain.builder(arguments).start()) {
            assertThat(new RestClient(simulator).get("/api/v3/exchangeInfo").body())
                    .contains("BTCUSDT", "ETHUSDT", "\"limit\":1000000000")
                    .doesNotContain("BNBBTC");
            assertThat(simulator.requests()).isEmpty();
        }
    }

    @Test
    void printsWhatAClientNeeds() {
        try (ExchangeSimulator simulator =
                ExchangeSimulatorMain.builder(List.of("--tls")).start()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ExchangeSimulatorMain.describe(simulator, new PrintStream(out, true, StandardCharsets.UTF_8));

            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains("https://127.0.0.1:" + simulator.port() + "\n")
                    .contains("wss://127.0.0.1:" + simulator.port() + "/ws-api/v3\n")
                    .contains("Streams        wss://127.0.0.1:" + simulator.port() + "\n")
                    .contains("API key        " + simulator.account().apiKey() + " (HMAC)\n")
                    .contains("secret key     " + simulator.account().secret() + "\n")
                    .contains("-----BEGIN PRIVATE KEY-----\nMC")
                    .contains("-----BEGIN CERTIFICATE-----\nMII");
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExchangeSimulatorMain.builder(List.of("--prot", "1")))
                .withMessage("unknown option --prot");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExchangeSimulatorMain.builder(List.of("--port")))
                .withMessage("--port needs a value");
    }
}
