/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamPatternTest {

    @ParameterizedTest
    @CsvSource({
        "btcusdt@depth, btcusdt@depth, true",
        "btcusdt@depth, btcusdt@depth@100ms, false",
        "btcusdt@depth*, btcusdt@depth@100ms, true",
        "btcusdt@depth*, btcusdt@depth, true",
        "*@depth, ethusdt@depth, true",
        "*@depth, ethusdt@depth@100ms, false",
        "*@depth*, ethusdt@depth5@100ms, true",
        "b*@*, btcusdt@trade, true",
        "b*@*@*, btcusdt@trade, false",
        "*, !miniTicker@arr, true",
        "**, a, true",
        "ab*ba, aba, false",
        "ab*ba, abba, true",
        "a.c, abc, false",
    })
    void asterisksStandForAnything(String pattern, String stream, boolean matches) {
        assertThat(StreamPattern.matches(pattern, stream)).isEqualTo(matches);
    }
}
