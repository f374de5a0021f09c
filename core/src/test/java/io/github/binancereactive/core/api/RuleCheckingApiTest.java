/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.filter.OrderContext;
import io.github.binancereactive.core.model.general.ExchangeInfo;
import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.general.SymbolInfo;
import io.github.binancereactive.core.model.general.SymbolStatus;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.request.NewOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class RuleCheckingApiTest {

    private final List<String> sent = new ArrayList<>();

    private final SpotApi below = new SpotApi() {
        @Override
        public <R> Mono<R> exchange(Call<R> call) {
            sent.add(call.endpoint().name());
            return Mono.empty();
        }
    };

    private final RuleCheckingApi api = RuleCheckingApi.over(below, exchange());

    private static ExchangeInfo exchange() {
        SymbolInfo symbol = new SymbolInfo(
                "BTCUSDT",
                SymbolStatus.TRADING,
                "BTC",
                8,
                "USDT",
                8,
                8,
                8,
                8,
                List.of(OrderType.LIMIT),
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                false,
                List.of(new Filter.PriceFilter(d("1"), d("100"), d("1")), new Filter.PercentPrice(d("2"), d("0.5"), 5)),
                List.of(),
                List.of(),
                SelfTradePreventionMode.NONE,
                List.of());
        return new ExchangeInfo("UTC", Instant.EPOCH, List.of(), List.of(), List.of(symbol), null);
    }

    private static BigDecimal d(String number) {
        return new BigDecimal(number);
    }

    private static NewOrder order(String symbol, String price) {
        return NewOrder.limit(symbol, Side.BUY, d("1"), d(price));
    }

    @Test
    void anOrderThatBreaksARuleIsNotSent() {
        assertThatThrownBy(() -> api.exchange(order("BTCUSDT", "0.5").call()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("order.place: PRICE_FILTER: 'price' is 0.5 and must be at least 1");
        assertThat(sent).isEmpty();
    }

    @Test
    void allElseGoesThrough() {
        StepVerifier.create(api.exchange(order("BTCUSDT", "5").call())).verifyComplete();
        StepVerifier.create(api.exchange(order("NOBODYKNOWS", "0.5").call())).verifyComplete();
        StepVerifier.create(api.time()).verifyComplete();
        StepVerifier.create(api.trades("BTCUSDT")).verifyComplete();

        assertThat(sent).containsExactly("order.place", "order.place", "time", "trades.recent");
    }

    @Test
    void whoKnowsThePriceRefusesMore() {
        RuleCheckingApi knowing = api.withContext(symbol -> OrderContext.UNKNOWN.withAveragePrice(d("10")));

        assertThatThrownBy(() -> knowing.exchange(order("BTCUSDT", "21").call()))
                .hasMessageContaining("PERCENT_PRICE: 'price' is 21 and must be at most 20");
    }
}
