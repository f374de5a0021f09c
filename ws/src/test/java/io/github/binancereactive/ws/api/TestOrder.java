/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.HttpVerb;
import io.github.binancereactive.core.endpoint.Parameter;
import io.github.binancereactive.core.endpoint.SecurityType;

/** What a call that changes something answers. */
record TestOrder(String symbol, long orderId) {

    static final Endpoint<TestOrder> PLACE = Endpoint.rest(HttpVerb.POST, "/api/v3/order")
            .ws("order.place")
            .takes(Parameter.string("symbol"), Parameter.string("newClientOrderId"))
            .identifiedBy("newClientOrderId")
            .returns(TestOrder.class);

    static final Endpoint<TestOrder> PLACE_SIGNED = Endpoint.rest(HttpVerb.POST, "/api/v3/order")
            .ws("order.place")
            .security(SecurityType.TRADE)
            .orderCost(1)
            .takes(Parameter.string("symbol"), Parameter.string("newClientOrderId"), Parameter.decimal("recvWindow"))
            .identifiedBy("newClientOrderId")
            .returns(TestOrder.class);

    static final Endpoint<TestOrder> QUERY = Endpoint.get("/api/v3/order")
            .ws("order.status")
            .security(SecurityType.USER_DATA)
            .weight(4)
            .takes(Parameter.number("orderId"))
            .returns(TestOrder.class);

    static final String RESULT = "{\"symbol\":\"BTCUSDT\",\"orderId\":12569099453}";

    static Call<TestOrder> placeSigned(String clientOrderId) {
        return Call.of(PLACE_SIGNED).with("symbol", "BTCUSDT").with("newClientOrderId", clientOrderId);
    }

    static Call<TestOrder> place(String clientOrderId) {
        return Call.of(PLACE).with("symbol", "BTCUSDT").with("newClientOrderId", clientOrderId);
    }
}
