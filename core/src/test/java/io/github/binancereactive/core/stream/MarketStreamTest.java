/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.binancereactive.core.model.market.KlineInterval;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketStreamTest {

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of(MarketStream.referencePrice("BTCUSDT"), "btcusdt@referencePrice"),
                Arguments.of(MarketStream.aggTrades("BTCUSDT"), "btcusdt@aggTrade"),
                Arguments.of(MarketStream.trades("btcUSDT"), "btcusdt@trade"),
                Arguments.of(MarketStream.blockTrades("BTCUSDT"), "btcusdt@blockTrade"),
                Arguments.of(MarketStream.klines("BTCUSDT", KlineInterval.ONE_MINUTE), "btcusdt@kline_1m"),
                Arguments.of(MarketStream.klines("BTCUSDT", KlineInterval.ONE_MONTH), "btcusdt@kline_1M"),
                Arguments.of(MarketStream.klinesUtc8("BTCUSDT", KlineInterval.ONE_DAY), "btcusdt@kline_1d@+08:00"),
                Arguments.of(MarketStream.miniTicker("BTCUSDT"), "btcusdt@miniTicker"),
                Arguments.of(MarketStream.miniTickers(), "!miniTicker@arr"),
                Arguments.of(MarketStream.ticker("BTCUSDT"), "btcusdt@ticker"),
                Arguments.of(MarketStream.rollingTicker("BTCUSDT", TickerWindow.FOUR_HOURS), "btcusdt@ticker_4h"),
                Arguments.of(MarketStream.rollingTickers(TickerWindow.ONE_DAY), "!ticker_1d@arr"),
                Arguments.of(MarketStream.bookTicker("BTCUSDT"), "btcusdt@bookTicker"),
                Arguments.of(MarketStream.averagePrice("BTCUSDT"), "btcusdt@avgPrice"),
                Arguments.of(MarketStream.partialDepth("BTCUSDT", 5, DepthSpeed.EVERY_SECOND), "btcusdt@depth5"),
                Arguments.of(
                        MarketStream.partialDepth("BTCUSDT", 20, DepthSpeed.EVERY_100_MS), "btcusdt@depth20@100ms"),
                Arguments.of(MarketStream.diffDepth("BTCUSDT", DepthSpeed.EVERY_SECOND), "btcusdt@depth"),
                Arguments.of(MarketStream.diffDepth("币安人生USDT", DepthSpeed.EVERY_100_MS), "币安人生usdt@depth@100ms"),
                Arguments.of(MarketStream.raw("Any@Thing"), "Any@Thing"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void haveTheNamesOfTheExchange(MarketStream<?> stream, String name) {
        assertThat(stream.name()).isEqualTo(name);
        assertThat(stream).hasToString(name);
    }

    /** A name fits the documented pattern once its variable parts are put in. */
    @ParameterizedTest
    @MethodSource("names")
    void haveTheNamesOfTheirFamilies(MarketStream<?> stream, String name) {
        if (stream.family() == StreamCatalogue.RAW) {
            return;
        }
        assertThat(Stream.of(stream.family().pattern().split(" OR ", -1)))
                .anySatisfy(pattern ->
                        assertThat(name).matches(pattern.replace("+", "\\+").replaceAll("<[^>]+>", "[^@!_]+")));
    }

    @ParameterizedTest
    @EnumSource(KlineInterval.class)
    void intervalsStandAsTheyAre(KlineInterval interval) {
        assertThat(MarketStream.klines("X", interval).name()).isEqualTo("x@kline_" + interval.wire());
    }

    @Test
    void symbolsAreLowerCaseInEveryCountry() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(MarketStream.trades("INJUSDT").name()).isEqualTo("injusdt@trade");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a@b", "!all", "a b", "a/b", "a\"", "a\\", "a?", "a&b", "a\n", "a\u2003b", "a\u007f"})
    void refuseWhatIsNoSymbol(String symbol) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarketStream.trades(symbol))
                .withMessageStartingWith("symbol must ");
    }

    @Test
    void sayWhatIsMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> MarketStream.trades(null))
                .withMessage("symbol");
        assertThatNullPointerException()
                .isThrownBy(() -> MarketStream.klines("X", null))
                .withMessage("interval");
        assertThatNullPointerException()
                .isThrownBy(() -> MarketStream.klinesUtc8("X", null))
                .withMessage("interval");
        assertThatNullPointerException()
                .isThrownBy(() -> MarketStream.rollingTicker("X", null))
                .withMessage("window");
        assertThatNullPointerException()
                .isThrownBy(() -> MarketStream.rollingTickers(null))
                .withMessage("window");
        assertThatNullPointerException()
                .isThrownBy(() -> MarketStream.diffDepth("X", null))
                .withMessage("speed");
        assertThatNullPointerException()
                .isThrownBy(() -> MarketStream.partialDepth("X", 5, null))
                .withMessage("speed");
        assertThatNullPointerException()
                .isThrownBy(() -> MarketStream.raw(null))
                .withMessage("name");
    }

    @Test
    void namesAreBounded() {
        assertThat(MarketStream.raw("x".repeat(200)).name()).hasSize(200);
        assertThatIllegalArgumentException().isThrownBy(() -> MarketStream.raw("x".repeat(201)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -5, 6, 100})
    void depthsHaveFiveTenOrTwentyLevels(int levels) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarketStream.partialDepth("X", levels, DepthSpeed.EVERY_SECOND))
                .withMessageContaining("" + levels);
    }

    @Test
    void equalWhatHasTheirNameAndBringsTheSame() {
        assertThat(MarketStream.trades("BTCUSDT")).isEqualTo(MarketStream.trades("btcusdt"));
        assertThat(MarketStream.trades("BTCUSDT")).isNotEqualTo(MarketStream.raw("btcusdt@trade"));
    }
}
