/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.filter.OrderCheck;
import io.github.binancereactive.core.filter.OrderContext;
import io.github.binancereactive.core.filter.OrderFacts;
import io.github.binancereactive.core.filter.OrderRules;
import io.github.binancereactive.core.model.general.ExchangeInfo;
import io.github.binancereactive.core.model.general.SymbolInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An API that refuses orders which break a rule of the exchange before they cost a round trip: an {@link
 * IllegalArgumentException} that names every rule, thrown by the method that takes the order, and nothing is sent. All else goes
 * through, on whichever wire the API below has; so do orders for symbols whose rules aren't known, and what only the exchange can
 * decide.
 *
 * <p>Immutable and as safe for threads as what is below. It has no life of its own: dispose of the client.
 */
public final class RuleCheckingApi implements SpotApi {

    private final SpotApi api;
    private final Map<String, OrderRules> rules;
    private final Function<String, OrderContext> context;

    private RuleCheckingApi(SpotApi api, Map<String, OrderRules> rules, Function<String, OrderContext> context) {
        this.api = api;
        this.rules = rules;
        this.context = context;
    }

    /**
     * Checks the orders for an API.
     *
     * @param api where everything else goes
     * @param exchange the rules, as {@code exchangeInfo} answers them; they change now and then, so ask again daily
     * @return an API that knows nothing but the order and the rules
     */
    public static RuleCheckingApi over(SpotApi api, ExchangeInfo exchange) {
        Map<String, OrderRules> rules = new HashMap<>();
        for (SymbolInfo symbol : exchange.symbols()) {
            rules.put(symbol.symbol(), OrderRules.of(symbol, exchange));
        }
        return new RuleCheckingApi(
                Objects.requireNonNull(api, "api"), Map.copyOf(rules), symbol -> OrderContext.UNKNOWN);
    }

    /**
     * This API with somebody who knows prices, positions and open orders.
     *
     * @param knowing tells for a symbol what is known at the moment; called on the thread that places the order, and must not
     *     block
     * @return a new API
     */
    public RuleCheckingApi withContext(Function<String, OrderContext> knowing) {
        return new RuleCheckingApi(api, rules, Objects.requireNonNull(knowing, "knowing"));
    }

    @Override
    public <R> Mono<R> exchange(Call<R> call) {
        check(call);
        return api.exchange(call);
    }

    @Override
    public <E> Flux<E> stream(Call<List<E>> call) {
        check(call);
        return api.stream(call);
    }

    private void check(Call<?> call) {
        List<OrderFacts> orders = OrderFacts.of(call);
        if (orders.isEmpty() || !(call.parameters().get("symbol") instanceof String symbol)) {
            return;
        }
        OrderRules known = rules.get(symbol);
        if (known == null) {
            return;
        }
        OrderCheck check = known.validate(call, context.apply(symbol));
        try {
            check.orThrow();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(call.endpoint().name() + ": " + e.getMessage(), e);
        }
    }
}
