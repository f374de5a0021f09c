/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.filter.OrderRules;
import io.github.binancereactive.core.filter.Rounding;
import io.github.binancereactive.core.model.market.BookTicker;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.request.ExchangeInfoQuery;
import io.github.binancereactive.core.request.NewOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import reactor.core.publisher.Mono;

/**
 * A symbol's rules and its best prices, and orders that fit both.
 *
 * @param rules what the exchange lets pass
 * @param best the best prices at one moment
 */
record Market(OrderRules rules, BookTicker best) {

    static final String SYMBOL = "BTCUSDT";

    private static final BigDecimal AWAY = new BigDecimal("0.9");
    private static final BigDecimal VALUE = new BigDecimal("100");
    private static final BigDecimal HALF_VALUE = new BigDecimal("50");
    private static final BigDecimal TOO_FINE = new BigDecimal("0.000001");

    static Mono<Market> of(SpotApi api) {
        Mono<OrderRules> rules = api.exchangeInfo(ExchangeInfoQuery.symbol(SYMBOL))
                .map(info -> OrderRules.of(info.symbols().get(0), info));
        return Mono.zip(rules, api.bookTicker(SYMBOL), Market::new);
    }

    /** What buys for about 100 USDT a tenth below the best price, and so stays in the book; on tick and step. */
    NewOrder resting() {
        return resting(VALUE);
    }

    /** The same for half as much. */
    NewOrder half() {
        return resting(HALF_VALUE);
    }

    private NewOrder resting(BigDecimal value) {
        BigDecimal price = best.bidPrice().multiply(AWAY);
        return rules.normalise(NewOrder.limit(SYMBOL, Side.BUY, quantity(value, price), price), Rounding.CAUTIOUS);
    }

    /** With a quantity that no step leads to. */
    NewOrder tooFine() {
        NewOrder fits = resting();
        BigDecimal quantity = fits.quantity();
        return quantity == null ? fits : fits.quantity(quantity.add(TOO_FINE));
    }

    /** What buys for about 100 USDT at the best price, whatever that is by then. */
    NewOrder market() {
        return rules.normalise(NewOrder.market(SYMBOL, Side.BUY, quantity(VALUE, best.askPrice())), Rounding.CAUTIOUS);
    }

    private static BigDecimal quantity(BigDecimal value, BigDecimal price) {
        return value.divide(price, 8, RoundingMode.DOWN);
    }
}
