/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Catalogue;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.SecurityType;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.trade.CancelReplaceMode;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.request.AmendOrder;
import io.github.binancereactive.core.request.CancelOrder;
import io.github.binancereactive.core.request.CancelOrderList;
import io.github.binancereactive.core.request.CancelReplace;
import io.github.binancereactive.core.request.LegacyOco;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.core.request.OcoOrder;
import io.github.binancereactive.core.request.OpoOrder;
import io.github.binancereactive.core.request.OpocoOrder;
import io.github.binancereactive.core.request.OrderLeg;
import io.github.binancereactive.core.request.OtoOrder;
import io.github.binancereactive.core.request.OtocoOrder;
import io.github.binancereactive.core.request.SorOrder;
import io.github.binancereactive.core.request.Trigger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Each method hands over the call of its endpoint, complete. */
class TradingApiTest {

    private static final String SYMBOL = "BTCUSDT";
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final List<Call<?>> calls = new ArrayList<>();
    private final TradingApi api = new TradingApi() {
        @Override
        public <R> Mono<R> exchange(Call<R> call) {
            calls.add(call.complete());
            return Mono.empty();
        }
    };

    @Test
    @SuppressWarnings("deprecation") // deprecated, but it works
    void everyEndpointHasItsMethod() {
        NewOrder order = NewOrder.limit(SYMBOL, Side.BUY, ONE, ONE);
        OrderLeg profit = OrderLeg.limitMaker(TWO);
        OrderLeg loss = OrderLeg.stopLoss(Trigger.at(ONE));
        OcoOrder pair = OcoOrder.of(SYMBOL, Side.SELL, ONE, profit, loss);

        api.newOrder(order);
        api.testOrder(order);
        api.cancelOrder(CancelOrder.of(SYMBOL, 1));
        api.cancelOpenOrders(SYMBOL);
        api.cancelReplace(CancelReplace.of(1, order, CancelReplaceMode.STOP_ON_FAILURE));
        api.amendOrder(AmendOrder.of(SYMBOL, 1, ONE));
        api.newLegacyOco(LegacyOco.of(SYMBOL, Side.SELL, ONE, TWO, Trigger.at(ONE)));
        api.newOrderList(pair);
        api.newOrderList(OtoOrder.of(order, order));
        api.newOrderList(OtocoOrder.of(order, pair));
        api.newOrderList(OpoOrder.of(order, profit));
        api.newOrderList(OpocoOrder.of(order, profit, loss));
        api.cancelOrderList(CancelOrderList.of(SYMBOL, 1));
        api.newSorOrder(SorOrder.market(SYMBOL, Side.BUY, ONE));
        api.testSorOrder(SorOrder.market(SYMBOL, Side.BUY, ONE));

        assertThat(calls.stream().<Endpoint<?>>map(Call::endpoint))
                .containsExactlyElementsOf(tradingEndpoints())
                .hasSize(15);
        assertThat(calls).allSatisfy(call -> assertThat(call.parameters()).containsEntry("symbol", SYMBOL));
    }

    private static List<Endpoint<?>> tradingEndpoints() {
        return Catalogue.endpoints().stream()
                .filter(endpoint -> endpoint.security() == SecurityType.TRADE)
                .toList();
    }

    @Test
    void commissionsAreComputedOnDemand() {
        api.testOrderCommission(NewOrder.market(SYMBOL, Side.BUY, ONE));
        api.testSorOrderCommission(SorOrder.market(SYMBOL, Side.BUY, ONE));

        assertThat(calls)
                .allSatisfy(call -> assertThat(call.parameters()).containsEntry("computeCommissionRates", true));
        assertThat(calls.stream().<Endpoint<?>>map(Call::endpoint))
                .containsExactly(TradingEndpoints.TEST_ORDER, TradingEndpoints.TEST_SOR_ORDER);
    }
}
