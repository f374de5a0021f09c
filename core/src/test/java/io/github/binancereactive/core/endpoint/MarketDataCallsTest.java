/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.model.general.SymbolStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls for market data are refused before anything is sent, and in which words. */
class MarketDataCallsTest {

    private static final String ZONES =
            "'timeZone' must be hours, or hours and minutes, from -12:00 to +14:00, such as 8, 05:45 or -1:00";
    private static final String WINDOWS = "'windowSize' must be from 1m to 59m, from 1h to 23h or from 1d to 7d";
    private static final String STATUSES = "'symbolStatus' must be one of [BREAK, HALT, TRADING], not 'END_OF_DAY'";
    private static final String ONE_OF =
            "only one of 'symbol', 'symbols' may be given, but there are 'symbol', 'symbols'";

    static final List<Endpoint<?>> LIMITED = List.of(
            MarketDataEndpoints.TRADES,
            MarketDataEndpoints.HISTORICAL_TRADES,
            MarketDataEndpoints.HISTORICAL_BLOCK_TRADES,
            MarketDataEndpoints.AGG_TRADES,
            MarketDataEndpoints.KLINES,
            MarketDataEndpoints.UI_KLINES);

    static final List<Endpoint<?>> TICKERS = List.of(
            MarketDataEndpoints.TICKER_24HR,
            MarketDataEndpoints.TICKER_TRADING_DAY,
            MarketDataEndpoints.TICKER_PRICE,
            MarketDataEndpoints.TICKER_BOOK,
            MarketDataEndpoints.TICKER);

    static final List<Endpoint<?>> WINDOWED =
            List.of(MarketDataEndpoints.TICKER_TRADING_DAY, MarketDataEndpoints.TICKER);

    static final List<Endpoint<?>> ZONED =
            List.of(MarketDataEndpoints.KLINES, MarketDataEndpoints.UI_KLINES, MarketDataEndpoints.TICKER_TRADING_DAY);

    static final List<Endpoint<?>> TIMED =
            List.of(MarketDataEndpoints.AGG_TRADES, MarketDataEndpoints.KLINES, MarketDataEndpoints.UI_KLINES);

    static final List<Endpoint<?>> WITH_STATUS = Stream.concat(
                    TICKERS.stream(),
                    Stream.of(MarketDataEndpoints.DEPTH, MarketDataEndpoints.REFERENCE_PRICE_CALCULATION))
            .toList();

    static final List<Endpoint<?>> OF_ONE_SYMBOL = MarketDataEndpoints.ALL.stream()
            .filter(endpoint -> !TICKERS.contains(endpoint))
            .toList();

    private static Call<?> call(Endpoint<?> endpoint, Object... parameters) {
        Call<?> call = Call.of(endpoint);
        for (int i = 0; i < parameters.length; i += 2) {
            call = call.with((String) parameters[i], parameters[i + 1]);
        }
        return call;
    }

    private static void assertRefused(String rule, Endpoint<?> endpoint, Object... parameters) {
        assertThatThrownBy(() -> call(endpoint, parameters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(endpoint.name() + ": " + rule);
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "S" + i).toList();
    }

    @ParameterizedTest
    @FieldSource("LIMITED")
    void limitsAreAtMostAThousand(Endpoint<?> endpoint) {
        assertRefused("'limit' must be from 1 to 1000", endpoint, "limit", 1001);
        assertRefused("'limit' must be from 1 to 1000", endpoint, "limit", 0);
        assertThat(call(endpoint, "limit", 1000).parameters()).containsEntry("limit", 1000L);
    }

    @Test
    void booksAreAtMostFiveThousandDeep() {
        assertRefused("'limit' must be from 1 to 5000", MarketDataEndpoints.DEPTH, "limit", 5001);
        assertRefused("'limit' must be from 1 to 5000", MarketDataEndpoints.DEPTH, "limit", -1);
        assertThat(call(MarketDataEndpoints.DEPTH, "limit", 5000).weight()).isEqualTo(250);
    }

    @ParameterizedTest
    @FieldSource("OF_ONE_SYMBOL")
    void aSymbolIsMandatory(Endpoint<?> endpoint) {
        assertThatThrownBy(() -> Call.of(endpoint).complete())
                .hasMessage(endpoint.name() + ": 'symbol' is mandatory and missing");
        assertRefused("'symbol' must not be empty", endpoint, "symbol", "");
    }

    @ParameterizedTest
    @FieldSource("TICKERS")
    void oneSymbolOrSeveral(Endpoint<?> endpoint) {
        assertRefused(ONE_OF, endpoint, "symbol", "A", "symbols", List.of("B"));
        assertRefused(ONE_OF, endpoint, "symbols", List.of("B"), "symbol", "A");
        assertRefused("'symbols' must not be an empty list", endpoint, "symbols", List.of());
        assertRefused("'symbols' must not name the same value twice", endpoint, "symbols", List.of("A", "A"));
    }

    @ParameterizedTest
    @FieldSource("WINDOWED")
    void someTickersAreNotForAllSymbols(Endpoint<?> endpoint) {
        assertThatThrownBy(() -> Call.of(endpoint).complete())
                .hasMessage(endpoint.name() + ": one of 'symbol', 'symbols' must be given");
        assertRefused("'symbols' must not name more than 100", endpoint, "symbols", names(101));
        assertThat(call(endpoint, "symbols", names(100)).complete().weight()).isEqualTo(200);
        assertThat(call(endpoint, "symbol", "A").complete().weight()).isEqualTo(4);
    }

    @ParameterizedTest
    @FieldSource("TICKERS")
    void theOthersAre(Endpoint<?> endpoint) {
        if (!WINDOWED.contains(endpoint)) {
            assertThat(Call.of(endpoint).complete().parameters()).isEmpty();
            assertThat(call(endpoint, "symbols", names(101)).complete().parameters())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @FieldSource("WITH_STATUS")
    void statusesAreThreeAndGoWithEverything(Endpoint<?> endpoint) {
        assertRefused(STATUSES, endpoint, "symbolStatus", SymbolStatus.END_OF_DAY);
        assertThat(call(endpoint, "symbolStatus", SymbolStatus.HALT, "symbol", "A")
                        .parameters())
                .containsEntry("symbolStatus", "HALT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MINI", "FULL"})
    void typesAreTwo(String type) {
        for (Endpoint<?> endpoint : List.of(
                MarketDataEndpoints.TICKER, MarketDataEndpoints.TICKER_24HR, MarketDataEndpoints.TICKER_TRADING_DAY)) {
            assertThat(call(endpoint, "type", type).parameters()).containsEntry("type", type);
            assertRefused("'type' must be one of [FULL, MINI], not 'mini'", endpoint, "type", "mini");
        }
    }

    static Stream<Arguments> zones() {
        return ZONED.stream()
                .flatMap(endpoint -> Stream.of(
                                "0", "8", "08", "-1:00", "05:45", "+2:00", "+02:00", "14", "14:00", "+14:00", "-12",
                                "-12:00", "13:59", "-11:59", "00:00", "-0:30")
                        .map(zone -> Arguments.of(endpoint, zone)));
    }

    @ParameterizedTest
    @MethodSource("zones")
    void timeZonesWithinTheRange(Endpoint<?> endpoint, String zone) {
        assertThat(call(endpoint, "timeZone", zone).parameters()).containsEntry("timeZone", zone);
    }

    static Stream<Arguments> noZones() {
        return ZONED.stream()
                .flatMap(endpoint -> Stream.of(
                                "14:01",
                                "15",
                                "+14:30",
                                "-12:01",
                                "-13",
                                "99",
                                "1:5",
                                "1:60",
                                "UTC",
                                "Z",
                                "+",
                                "-",
                                ":30",
                                "1:",
                                "1.5",
                                "001",
                                "+01:00:30",
                                " 1",
                                "1 ")
                        .map(zone -> Arguments.of(endpoint, zone)));
    }

    @ParameterizedTest
    @MethodSource("noZones")
    void timeZonesBeyondIt(Endpoint<?> endpoint, String zone) {
        assertRefused(ZONES, endpoint, "timeZone", zone);
    }

    @Test
    void allWindowsOfTheDocumentationAndNoOthers() {
        List<String> windows = new ArrayList<>();
        IntStream.rangeClosed(1, 59).forEach(minutes -> windows.add(minutes + "m"));
        IntStream.rangeClosed(1, 23).forEach(hours -> windows.add(hours + "h"));
        IntStream.rangeClosed(1, 7).forEach(days -> windows.add(days + "d"));
        for (int number = 0; number <= 130; number++) {
            for (String unit : List.of("s", "m", "h", "d", "w", "M")) {
                String window = number + unit;
                if (windows.contains(window)) {
                    assertThat(call(MarketDataEndpoints.TICKER, "windowSize", window)
                                    .parameters())
                            .containsEntry("windowSize", window);
                } else {
                    assertRefused(WINDOWS, MarketDataEndpoints.TICKER, "windowSize", window);
                }
            }
        }
        for (String window : List.of("01m", "1d2h", "1 m", "1", "m", "-1m")) {
            assertRefused(WINDOWS, MarketDataEndpoints.TICKER, "windowSize", window);
        }
    }

    @ParameterizedTest
    @FieldSource("TIMED")
    void timesAreInOrder(Endpoint<?> endpoint) {
        String rule = "'startTime' must not be after 'endTime'";
        assertRefused(rule, endpoint, "startTime", 6, "endTime", 5);
        assertRefused(rule, endpoint, "endTime", 5, "startTime", 6);
        assertRefused("'startTime' must not be negative", endpoint, "startTime", -1);
        assertRefused("'endTime' must not be negative", endpoint, "endTime", -1);
        assertThat(call(endpoint, "startTime", 5, "endTime", 5).parameters()).hasSize(2);
        assertThat(call(endpoint, "startTime", 0, "endTime", 1784592000000L).parameters())
                .as("no range is too wide")
                .hasSize(2);
    }

    @Test
    void aggregateTradesAreFoundByNumberOrByTime() {
        String rule = "'fromId' cannot be combined with 'startTime', 'endTime'";
        assertRefused(rule, MarketDataEndpoints.AGG_TRADES, "fromId", 1, "startTime", 5);
        assertRefused(rule, MarketDataEndpoints.AGG_TRADES, "endTime", 5, "fromId", 1);
        assertRefused("'fromId' must not be negative", MarketDataEndpoints.AGG_TRADES, "fromId", -1);
        assertRefused("'fromId' must not be negative", MarketDataEndpoints.HISTORICAL_TRADES, "fromId", -1);
        assertRefused("'fromId' must not be negative", MarketDataEndpoints.HISTORICAL_BLOCK_TRADES, "fromId", -1);
        assertThat(call(MarketDataEndpoints.AGG_TRADES, "fromId", 0, "limit", 5).parameters())
                .hasSize(2);
    }

    @Test
    void blockTradesNeedANumberAndKlinesAnInterval() {
        assertThatThrownBy(() -> call(MarketDataEndpoints.HISTORICAL_BLOCK_TRADES, "symbol", "A")
                        .complete())
                .hasMessage("blockTrades.historical: 'fromId' is mandatory and missing");
        assertThatThrownBy(() -> call(MarketDataEndpoints.KLINES, "symbol", "A").complete())
                .hasMessage("klines: 'interval' is mandatory and missing");
    }

    @Test
    void intervalsAreCaseSensitive() {
        Stream.of("1s", "1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d", "3d", "1w", "1M")
                .forEach(interval -> assertThat(call(MarketDataEndpoints.KLINES, "interval", interval)
                                .parameters())
                        .containsEntry("interval", interval));
        for (String interval : Arrays.asList("1H", "3M", "2m", "1D", "60m", "1")) {
            assertThatThrownBy(() -> call(MarketDataEndpoints.UI_KLINES, "interval", interval))
                    .hasMessageStartingWith("uiKlines: 'interval' must be one of [12h, 15m, 1M, 1d, 1h, 1m, 1s,")
                    .hasMessageEndingWith("not '" + interval + "'");
        }
    }
}
