/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.HttpVerb;
import io.github.binancereactive.core.endpoint.Parameter;

/** What a call that changes something answers. */
record TestOrder(String symbol, long orderId) {

    static final Endpoint<TestOrder> PLACE = Endpoint.rest(HttpVerb.POST, "/api/v3/order")
            .ws("order.place")
            .takes(Parameter.string("symbol"), Parameter.string("newClientOrderId"))
            .returns(TestOrder.class);

    static final String RESULT = "{\"symbol\":\"BTCUSDT\",\"orderId\":12569099453}";

    static Call<TestOrder> place(String clientOrderId) {
        return Call.of(PLACE).with("symbol", "BTCUSDT").with("newClientOrderId", clientOrderId);
    }
}
