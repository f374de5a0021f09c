/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.MarketDataEndpoints;
import io.github.binancereactive.core.endpoint.QueryString;
import io.github.binancereactive.core.model.general.SymbolStatus;
import io.github.binancereactive.core.model.market.KlineInterval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What queries become on the wire, and that each step leaves the one before as it was. */
class MarketDataQueriesTest {

    private static final Instant MILLIS = Instant.ofEpochMilli(1784592000123L);
    private static final Instant MICROS = MILLIS.plusNanos(4_000);

    private static void assertCall(Call<?> call, String name, String query) {
        assertThat(call.complete().endpoint().name()).isEqualTo(name);
        assertThat(QueryString.of(call)).isEqualTo(query);
    }

    @Test
    void depth() {
        DepthQuery plain = DepthQuery.of("BTCUSDT");
        assertCall(
                plain.limit(500).symbolStatus(SymbolStatus.TRADING).call(),
                "depth",
                "symbol=BTCUSDT&limit=500&symbolStatus=TRADING");
        assertCall(plain.call(), "depth", "symbol=BTCUSDT");
        assertThat(plain.limit(500).call().weight()).isEqualTo(25);
        assertThatThrownBy(() -> plain.limit(5001)).hasMessage("depth: 'limit' must be from 1 to 5000");
        assertThatThrownBy(() -> DepthQuery.of("")).hasMessage("depth: 'symbol' must not be empty");
    }

    @Test
    void trades() {
        TradesQuery plain = TradesQuery.of("BTCUSDT");
        assertCall(plain.fromId(0).limit(1).call(), "trades.historical", "symbol=BTCUSDT&fromId=0&limit=1");
        assertCall(plain.call(), "trades.historical", "symbol=BTCUSDT");
        assertThatThrownBy(() -> plain.limit(0)).hasMessage("trades.historical: 'limit' must be from 1 to 1000");
    }

    @Test
    void aggregateTrades() {
        AggTradesQuery plain = AggTradesQuery.of("BTCUSDT");
        assertCall(plain.fromId(5).limit(9).call(), "trades.aggregate", "symbol=BTCUSDT&fromId=5&limit=9");
        assertCall(
                plain.from(MILLIS).to(MICROS).call(),
                "trades.aggregate",
                "symbol=BTCUSDT&startTime=1784592000123&endTime=1784592000123004");
        assertCall(plain.call(), "trades.aggregate", "symbol=BTCUSDT");
        assertThatThrownBy(() -> plain.from(MICROS).to(MILLIS))
                .hasMessage("trades.aggregate: 'startTime' must not be after 'endTime'");
        assertThatThrownBy(() -> plain.fromId(5).to(MILLIS))
                .hasMessage("trades.aggregate: 'fromId' cannot be combined with 'startTime', 'endTime'");
        assertThatThrownBy(() -> plain.from(Instant.EPOCH.minusMillis(1)))
                .hasMessage("trades.aggregate: 'startTime' must be a time from 1970 to 5138");
    }

    @Test
    void klines() {
        KlineQuery plain = KlineQuery.of("BTCUSDT", KlineInterval.ONE_MONTH);
        KlineQuery full = plain.from(MILLIS).to(MILLIS).limit(500).timeZone("+2:00");
        String query =
                "symbol=BTCUSDT&interval=1M&startTime=1784592000123&endTime=1784592000123&limit=500&timeZone=%2B2%3A00";
        assertCall(full.call(), "klines", query);
        assertCall(full.uiCall(), "uiKlines", query);
        assertCall(plain.call(), "klines", "symbol=BTCUSDT&interval=1M");
        assertThatThrownBy(() -> plain.limit(1001)).hasMessage("klines: 'limit' must be from 1 to 1000");
        assertThatThrownBy(() -> plain.to(MILLIS).from(MICROS))
                .hasMessage("klines: 'startTime' must not be after 'endTime'");
    }

    @ParameterizedTest
    @EnumSource(KlineInterval.class)
    void everyIntervalIsTaken(KlineInterval interval) {
        assertThat(KlineQuery.of("A", interval).call().complete().parameters())
                .containsEntry("interval", interval.wire());
    }

    @Test
    void timeZonesOfJava() {
        KlineQuery plain = KlineQuery.of("A", KlineInterval.ONE_DAY);
        assertThat(plain.timeZone(ZoneOffset.UTC).call().parameters()).containsEntry("timeZone", "0");
        assertThat(plain.timeZone(ZoneOffset.ofHoursMinutes(5, 45)).call().parameters())
                .containsEntry("timeZone", "+05:45");
        assertThat(TradingDayTickerQuery.symbol("A")
                        .timeZone(ZoneOffset.ofHours(-12))
                        .call()
                        .parameters())
                .containsEntry("timeZone", "-12:00");
        assertThatThrownBy(() -> plain.timeZone(ZoneOffset.ofTotalSeconds(30)))
                .hasMessageStartingWith(
                        "klines: 'timeZone' must be hours, or hours and minutes, from -12:00 to +14:00");
    }

    @Property
    void timeZonesOfJavaAreTakenWithinTheRange(@ForAll @IntRange(min = -18 * 60, max = 18 * 60) int minutes) {
        ZoneOffset zone = ZoneOffset.ofTotalSeconds(minutes * 60);
        KlineQuery plain = KlineQuery.of("A", KlineInterval.ONE_DAY);

        if (minutes >= -12 * 60 && minutes <= 14 * 60) {
            assertThat(plain.timeZone(zone).call().parameters()).containsKey("timeZone");
        } else {
            assertThatThrownBy(() -> plain.timeZone(zone)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void tickers() {
        TickerQuery all = TickerQuery.all();
        assertCall(all.call(MarketDataEndpoints.TICKER_PRICE), "ticker.price", "");
        assertCall(
                all.symbolStatus(SymbolStatus.HALT).call(MarketDataEndpoints.TICKER_BOOK),
                "ticker.book",
                "symbolStatus=HALT");
        assertCall(TickerQuery.symbol("A").call(MarketDataEndpoints.TICKER_24HR), "ticker.24hr", "symbol=A");
        assertCall(
                TickerQuery.symbols("A", "B").call(MarketDataEndpoints.TICKER_24HR),
                "ticker.24hr",
                "symbols=%5B%22A%22%2C%22B%22%5D");
        assertThat(TickerQuery.all().call(MarketDataEndpoints.TICKER_24HR).weight())
                .isEqualTo(80);
        assertThatThrownBy(() -> TickerQuery.symbols(List.of()))
                .hasMessage("ticker.24hr: 'symbols' must not be an empty list");
        assertThatThrownBy(() -> TickerQuery.symbols("A", "A"))
                .hasMessage("ticker.24hr: 'symbols' must not name the same value twice");
    }

    @Test
    void tradingDays() {
        TradingDayTickerQuery plain = TradingDayTickerQuery.symbols("A", "B");
        assertCall(
                plain.timeZone("8").symbolStatus(SymbolStatus.BREAK).call(),
                "ticker.tradingDay",
                "symbols=%5B%22A%22%2C%22B%22%5D&timeZone=8&symbolStatus=BREAK");
        assertCall(TradingDayTickerQuery.symbol("A").miniCall(), "ticker.tradingDay", "symbol=A&type=MINI");
        assertThat(plain.call().endpoint().result()).hasToString("List<Ticker>");
        assertThat(plain.miniCall().endpoint().result()).hasToString("List<MiniTicker>");
        assertThat(plain.miniCall().weight()).isEqualTo(8);
    }

    @Test
    void rollingWindows() {
        RollingTickerQuery plain = RollingTickerQuery.symbol("A");
        assertCall(plain.windowSize(Duration.ofMinutes(90 - 31)).call(), "ticker", "symbol=A&windowSize=59m");
        assertCall(
                plain.symbolStatus(SymbolStatus.TRADING).miniCall(),
                "ticker",
                "symbol=A&symbolStatus=TRADING&type=MINI");
        assertCall(RollingTickerQuery.symbols(List.of("A")).call(), "ticker", "symbols=%5B%22A%22%5D");
        assertThat(plain.call().endpoint().result()).hasToString("List<Ticker>");
        assertThat(plain.miniCall().endpoint().result()).hasToString("List<MiniTicker>");
    }

    @ParameterizedTest
    @CsvSource({
        "PT1M,1m",
        "PT59M,59m",
        "PT60M,1h",
        "PT23H,23h",
        "PT24H,1d",
        "PT1H,1h",
        "P7D,7d",
        "PT48H,2d",
        "PT120M,2h"
    })
    void windowsTakeTheLargestUnit(Duration window, String wire) {
        assertThat(RollingTickerQuery.symbol("A").windowSize(window).call().parameters())
                .containsEntry("windowSize", wire);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT61M", "PT25H", "P8D", "PT90S", "PT1M0.000000001S", "-PT1M", "PT59S"})
    void windowsThatTheExchangeDoesNotHave(Duration window) {
        assertThatThrownBy(() -> RollingTickerQuery.symbol("A").windowSize(window))
                .hasMessage("ticker: 'windowSize' must be from 1m to 59m, from 1h to 23h or from 1d to 7d");
    }
}
