/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinanceEnvironmentTest {

    @Test
    void liveHasSixRestHostsAndTwoWebSocketPorts() {
        assertThat(BinanceEnvironment.LIVE.restHosts())
                .extracting(URI::getHost)
                .containsExactly(
                        "api.binance.com",
                        "api-gcp.binance.com",
                        "api1.binance.com",
                        "api2.binance.com",
                        "api3.binance.com",
                        "api4.binance.com");
        assertThat(BinanceEnvironment.LIVE.webSocketApiUris())
                .extracting(URI::getPort)
                .containsExactly(443, 9443);
        assertThat(BinanceEnvironment.LIVE.streamUris())
                .extracting(URI::getPort)
                .containsExactly(443, 9443);
    }

    @Test
    void customBeginsEmptyAndGrowsByCopies() {
        BinanceEnvironment empty = BinanceEnvironment.custom("mine");
        BinanceEnvironment full = empty.withRestHosts(URI.create("http://localhost:1"))
                .withWebSocketApiUris(URI.create("ws://localhost:2/ws-api/v3"))
                .withStreamUris(URI.create("ws://localhost:3"))
                .withSbeStreamUris(URI.create("wss://localhost:4"));

        assertThat(empty.restHosts()).isEmpty();
        assertThat(full)
                .isEqualTo(new BinanceEnvironment(
                        "mine",
                        java.util.List.of(URI.create("http://localhost:1")),
                        java.util.List.of(URI.create("ws://localhost:2/ws-api/v3")),
                        java.util.List.of(URI.create("ws://localhost:3")),
                        java.util.List.of(URI.create("wss://localhost:4"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "ws://localhost",
                "//localhost",
                "http:/x",
                "http://h/",
                "http://h/api",
                "http://h?a=b",
                "http://h#x",
                "http://me@h"
            })
    void refusesAddressesThatARestClientCannotUse(String address) {
        assertThatThrownBy(() -> BinanceEnvironment.custom("x").withRestHosts(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("restHosts: ");
    }
}
