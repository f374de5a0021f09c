/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Catalogue;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Requests whose outcome is unknown. */
final class UnknownRequests {

    private UnknownRequests() {}

    static OutcomeUnknownException unknown(Call<?> call, @Nullable Instant latestAcceptance) {
        return new OutcomeUnknownException(call, "no answer", latestAcceptance, null);
    }

    static Call<?> call(String method) {
        return Call.of(Catalogue.endpoints().stream()
                .filter(endpoint -> method.equals(endpoint.method()))
                .findFirst()
                .orElseThrow());
    }

    static Call<?> place() {
        return placeUnnamed().with("newClientOrderId", "mine");
    }

    static Call<?> placeUnnamed() {
        return call("order.place").with("symbol", "A");
    }

    static Call<?> placeList() {
        return call("orderList.place.oco").with("symbol", "A").with("listClientOrderId", "list");
    }

    static Call<?> cancelAll() {
        return call("openOrders.cancelAll").with("symbol", "A");
    }

    static Call<?> cancel() {
        return call("order.cancel").with("symbol", "A").with("newClientOrderId", "cancel");
    }

    static Call<?> cancelList() {
        return call("orderList.cancel").with("symbol", "A").with("newClientOrderId", "cancel");
    }

    static Call<?> amend(String newQty) {
        return call("order.amend.keepPriority")
                .with("symbol", "A")
                .with("newClientOrderId", "amended")
                .with("newQty", new BigDecimal(newQty));
    }
}
