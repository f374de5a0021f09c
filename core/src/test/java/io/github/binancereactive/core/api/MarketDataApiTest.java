/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.MarketDataEndpoints;
import io.github.binancereactive.core.endpoint.QueryString;
import io.github.binancereactive.core.model.general.SymbolStatus;
import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.core.model.market.PriceTicker;
import io.github.binancereactive.core.request.AggTradesQuery;
import io.github.binancereactive.core.request.DepthQuery;
import io.github.binancereactive.core.request.KlineQuery;
import io.github.binancereactive.core.request.RollingTickerQuery;
import io.github.binancereactive.core.request.TickerQuery;
import io.github.binancereactive.core.request.TradesQuery;
import io.github.binancereactive.core.request.TradingDayTickerQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Which call each method makes. */
class MarketDataApiTest {

    private static final KlineQuery DAYS = KlineQuery.of("A", KlineInterval.ONE_DAY);

    /** Answers nothing and remembers what it was asked. */
    private static final class Recording implements MarketDataApi {

        private final List<Call<?>> calls = new ArrayList<>();
        private boolean streamed;

        @Override
        public <R> Mono<R> exchange(Call<R> call) {
            calls.add(call.complete());
            return Mono.empty();
        }

        @Override
        public <E> Flux<E> stream(Call<List<E>> call) {
            streamed = true;
            return MarketDataApi.super.stream(call);
        }
    }

    static Stream<Arguments> methods() {
        return Stream.of(
                one("depth", "symbol=A", "Depth", api -> api.depth("A")),
                one(
                        "depth",
                        "symbol=A&limit=5",
                        "Depth",
                        api -> api.depth(DepthQuery.of("A").limit(5))),
                many("trades.recent", "symbol=A", "List<Trade>", api -> api.trades("A")),
                many("trades.recent", "symbol=A&limit=5", "List<Trade>", api -> api.trades("A", 5)),
                many("trades.historical", "symbol=A", "List<Trade>", api -> api.historicalTrades(TradesQuery.of("A"))),
                many(
                        "blockTrades.historical",
                        "symbol=A&fromId=7",
                        "List<BlockTrade>",
                        api -> api.historicalBlockTrades("A", 7)),
                many(
                        "blockTrades.historical",
                        "symbol=A&fromId=7&limit=5",
                        "List<BlockTrade>",
                        api -> api.historicalBlockTrades("A", 7, 5)),
                many("trades.aggregate", "symbol=A", "List<AggTrade>", api -> api.aggTrades(AggTradesQuery.of("A"))),
                many("klines", "symbol=A&interval=1d", "List<Kline>", api -> api.klines(DAYS)),
                many("uiKlines", "symbol=A&interval=1d", "List<Kline>", api -> api.uiKlines(DAYS)),
                one("avgPrice", "symbol=A", "AveragePrice", api -> api.avgPrice("A")),
                one("ticker.24hr", "symbol=A", "Ticker24hr", api -> api.ticker24hr("A")),
                many("ticker.24hr", "", "List<Ticker24hr>", api -> api.tickers24hr(TickerQuery.all())),
                many("ticker.24hr", "type=MINI", "List<MiniTicker>", api -> api.miniTickers24hr(TickerQuery.all())),
                many(
                        "ticker.tradingDay",
                        "symbol=A",
                        "List<Ticker>",
                        api -> api.tradingDayTickers(TradingDayTickerQuery.symbol("A"))),
                many(
                        "ticker.tradingDay",
                        "symbol=A&type=MINI",
                        "List<MiniTicker>",
                        api -> api.tradingDayMiniTickers(TradingDayTickerQuery.symbol("A"))),
                one("ticker.price", "symbol=A", "PriceTicker", api -> api.tickerPrice("A")),
                many("ticker.price", "", "List<PriceTicker>", api -> api.tickerPrices(TickerQuery.all())),
                one("ticker.book", "symbol=A", "BookTicker", api -> api.bookTicker("A")),
                many("ticker.book", "symbol=A", "List<BookTicker>", api -> api.bookTickers(TickerQuery.symbol("A"))),
                many("ticker", "symbol=A", "List<Ticker>", api -> api.rollingTickers(RollingTickerQuery.symbol("A"))),
                many(
                        "ticker",
                        "symbol=A&type=MINI",
                        "List<MiniTicker>",
                        api -> api.rollingMiniTickers(RollingTickerQuery.symbol("A"))),
                one("referencePrice", "symbol=A", "ReferencePrice", api -> api.referencePrice("A")),
                one(
                        "referencePrice.calculation",
                        "symbol=A",
                        "ReferencePriceCalculation",
                        api -> api.referencePriceCalculation("A")),
                one(
                        "referencePrice.calculation",
                        "symbol=A&symbolStatus=HALT",
                        "ReferencePriceCalculation",
                        api -> api.referencePriceCalculation("A", SymbolStatus.HALT)));
    }

    private static Arguments one(
            String name, String query, String result, Function<MarketDataApi, Publisher<?>> method) {
        return Arguments.of(name, query, result, false, method);
    }

    private static Arguments many(
            String name, String query, String result, Function<MarketDataApi, Publisher<?>> method) {
        return Arguments.of(name, query, result, true, method);
    }

    @ParameterizedTest(name = "{0}?{1}")
    @MethodSource("methods")
    void makesTheCall(
            String name, String query, String result, boolean streamed, Function<MarketDataApi, Publisher<?>> method) {
        Recording api = new Recording();

        StepVerifier.create(method.apply(api)).verifyComplete();

        assertThat(api.calls).singleElement().satisfies(call -> {
            assertThat(call.endpoint().name()).isEqualTo(name);
            assertThat(QueryString.of(call)).isEqualTo(query);
            assertThat(call.endpoint().result()).hasToString(result);
        });
        assertThat(api.streamed).isEqualTo(streamed);
    }

    @Test
    void everyEndpointHasAMethod() {
        Set<Object> called = methods().map(arguments -> arguments.get()[0]).collect(Collectors.toSet());

        assertThat(called)
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                MarketDataEndpoints.DEPTH,
                                MarketDataEndpoints.TRADES,
                                MarketDataEndpoints.HISTORICAL_TRADES,
                                MarketDataEndpoints.HISTORICAL_BLOCK_TRADES,
                                MarketDataEndpoints.AGG_TRADES,
                                MarketDataEndpoints.KLINES,
                                MarketDataEndpoints.UI_KLINES,
                                MarketDataEndpoints.AVG_PRICE,
                                MarketDataEndpoints.TICKER_24HR,
                                MarketDataEndpoints.TICKER_TRADING_DAY,
                                MarketDataEndpoints.TICKER_PRICE,
                                MarketDataEndpoints.TICKER_BOOK,
                                MarketDataEndpoints.TICKER,
                                MarketDataEndpoints.REFERENCE_PRICE,
                                MarketDataEndpoints.REFERENCE_PRICE_CALCULATION)
                        .map(Endpoint::name)
                        .collect(Collectors.toSet()));
    }

    @Test
    void handsOverElementsOneByOne() {
        PriceTicker first = new PriceTicker("A", BigDecimal.ONE);
        PriceTicker second = new PriceTicker("B", BigDecimal.TEN);
        MarketDataApi api = new MarketDataApi() {
            @Override
            @SuppressWarnings("unchecked") // only called for price tickers
            public <R> Mono<R> exchange(Call<R> call) {
                return Mono.just((R) List.of(first, second));
            }
        };

        StepVerifier.create(api.tickerPrices(TickerQuery.symbols("A", "B")), 1)
                .expectNext(first)
                .thenRequest(1)
                .expectNext(second)
                .verifyComplete();
    }
}
