/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import io.github.binancereactive.core.api.RuleCheckingApi;
import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.filter.OrderContext;
import io.github.binancereactive.core.filter.OrderRules;
import io.github.binancereactive.core.filter.Rounding;
import io.github.binancereactive.core.filter.Violation;
import io.github.binancereactive.core.request.ExchangeInfoQuery;
import io.github.binancereactive.core.request.NewOrder;
import java.math.BigDecimal;
import java.util.List;
import reactor.core.publisher.Mono;

/** Orders are checked against the exchange's filters before they are sent. */
public final class CheckedOrders {

    private CheckedOrders() {}

    /**
     * The rules of a symbol.
     *
     * @param api a client
     * @param symbol its name
     * @return the rules, good for as long as the exchange doesn't change them
     */
    public static Mono<OrderRules> rules(SpotApi api, String symbol) {
        // tag::rules[]
        Mono<OrderRules> rules = api.exchangeInfo(ExchangeInfoQuery.symbol(symbol))
                .map(info -> OrderRules.of(info.symbols().get(0), info));
        // end::rules[]
        return rules;
    }

    /**
     * Makes an order fit, and says what it would break all the same.
     *
     * @param rules of the symbol
     * @param order on no tick or step yet
     * @param averagePrice what {@code avgPrice} answers
     * @return empty when nothing speaks against it
     */
    public static List<Violation> check(OrderRules rules, NewOrder order, BigDecimal averagePrice) {
        // tag::check[]
        NewOrder fits = rules.normalise(order, Rounding.CAUTIOUS); // on tick and step, never for more money
        List<Violation> violations = rules.validate(fits, OrderContext.UNKNOWN.withAveragePrice(averagePrice))
                .violations();
        // end::check[]
        return violations;
    }

    /**
     * Has every order checked that passes through.
     *
     * @param client a client
     * @return the same, but that it refuses what breaks a rule, and sends nothing then
     */
    public static Mono<SpotApi> checking(SpotApi client) {
        // tag::checking[]
        Mono<SpotApi> checking = client.exchangeInfo().map(info -> RuleCheckingApi.over(client, info));
        // end::checking[]
        return checking;
    }
}
