/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.filter;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.model.general.ExchangeInfo;
import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SymbolInfo;
import io.github.binancereactive.core.request.NewOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one symbol: tells what an order would break before it is sent, and rounds prices and quantities so that they
 * fit. Immutable, computes only.
 *
 * <p>The exchange has the last word: between this check and the order's arrival prices move and orders fill.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/filters">Filters</a>
 */
public final class OrderRules {

    private final SymbolInfo symbol;
    private final List<Filter> filters;

    private OrderRules(SymbolInfo symbol, List<Filter> filters) {
        this.symbol = symbol;
        this.filters = filters;
    }

    /**
     * The rules of a symbol.
     *
     * @param symbol the symbol, as {@code exchangeInfo} describes it
     * @param exchange the answer it comes from, for the filters over all symbols
     * @return the rules
     */
    public static OrderRules of(SymbolInfo symbol, ExchangeInfo exchange) {
        return new OrderRules(Objects.requireNonNull(symbol, "symbol"), List.of())
                .withFilters(symbol.filters())
                .withFilters(exchange.exchangeFilters());
    }

    /**
     * These rules and more filters, such as those of assets that {@code myFilters} answers. One that is there already counts
     * once.
     *
     * @param more filters of the symbol, the exchange or assets
     * @return new rules
     */
    public OrderRules withFilters(List<Filter> more) {
        List<Filter> all = new ArrayList<>(filters);
        more.stream().filter(filter -> !all.contains(filter)).forEach(all::add);
        return new OrderRules(symbol, List.copyOf(all));
    }

    /**
     * The symbol whose rules these are.
     *
     * @return its name
     */
    public String symbol() {
        return symbol.symbol();
    }

    /**
     * Checks a single order.
     *
     * @param order the order
     * @param context what else is known
     * @return everything it breaks, and what could not be decided
     */
    public OrderCheck validate(OrderFacts order, OrderContext context) {
        return validate(List.of(order), false, context);
    }

    /**
     * Checks a single order.
     *
     * @param order the order as it would be placed
     * @param context what else is known
     * @return everything it breaks, and what could not be decided
     * @throws IllegalArgumentException when it is for another symbol
     */
    public OrderCheck validate(NewOrder order, OrderContext context) {
        return validate(order.call(), context);
    }

    /**
     * Checks whatever orders a call places or tests: one, or a list.
     *
     * @param call a call that places orders, such as {@code NewOrderList.call()}; any other breaks nothing
     * @param context what else is known
     * @return everything they break, and what could not be decided
     * @throws IllegalArgumentException when it is for another symbol
     */
    public OrderCheck validate(Call<?> call, OrderContext context) {
        Object other = call.parameters().get("symbol");
        if (other != null && !symbol().equals(other)) {
            throw new IllegalArgumentException("'symbol' is " + other + ", and these are the rules of " + symbol());
        }
        List<OrderFacts> orders = OrderFacts.of(call);
        return validate(orders, orders.size() > 1, context);
    }

    /**
     * Checks an order list: each of its orders, and all of them together.
     *
     * @param orders its orders
     * @param context what else is known
     * @return everything it breaks, and what could not be decided
     */
    public OrderCheck validateList(List<OrderFacts> orders, OrderContext context) {
        return validate(orders, true, context);
    }

    /**
     * Checks an amendment, which reduces the quantity of an order.
     *
     * @param order the order as it is
     * @param newQty the quantity that it is to have
     * @param context what else is known
     * @return everything it breaks, and what could not be decided
     */
    public OrderCheck validateAmend(OrderFacts order, BigDecimal newQty, OrderContext context) {
        Findings findings = new Findings();
        if (!symbol.amendAllowed()) {
            findings.broken("amendAllowed", "newQty", "is not allowed for this symbol");
        }
        if (order.quantity() != null && newQty.compareTo(order.quantity()) >= 0) {
            findings.broken(
                    "amend",
                    "newQty",
                    "must be less than the " + order.quantity().toPlainString() + " there are");
        }
        OrderFacts amended = order.withQuantity(newQty);
        for (Filter filter : filters) {
            if (filter instanceof Filter.MaxNumOrderAmends f) {
                amends(f, context.amendments(), findings);
            } else if (!(filter instanceof Filter.MaxPosition)) { // it grows nothing
                check(filter, amended, context, findings);
            }
        }
        return findings.result();
    }

    private static void amends(Filter.MaxNumOrderAmends filter, @Nullable Integer amendments, Findings findings) {
        if (amendments == null) {
            findings.undecided(filter.filterType());
        } else if (amendments >= filter.maxNumOrderAmends()) {
            findings.broken(
                    filter.filterType(),
                    "maxNumOrderAmends",
                    "is " + filter.maxNumOrderAmends() + ", and there were " + amendments + " before this");
        }
    }

    private OrderCheck validate(List<OrderFacts> orders, boolean list, OrderContext context) {
        Findings findings = new Findings();
        for (OrderFacts order : orders) {
            SymbolTerms.check(symbol, order, findings);
            filters.forEach(filter -> check(filter, order, context, findings));
        }
        filters.forEach(filter -> CountFilters.check(filter, orders, list, context, findings));
        return findings.result();
    }

    private void check(Filter filter, OrderFacts order, OrderContext context, Findings findings) {
        if (filter instanceof Filter.PriceFilter f) {
            PriceFilters.price(f, order, findings);
        } else if (filter instanceof Filter.PercentPrice f) {
            PriceFilters.percent(f, order, context, findings);
        } else if (filter instanceof Filter.PercentPriceBySide f) {
            PriceFilters.percentBySide(f, order, context, findings);
        } else if (filter instanceof Filter.TrailingDelta f) {
            PriceFilters.trailing(f, order, findings);
        } else if (filter instanceof Filter.LotSize f) {
            QuantityFilters.lot(f, order, findings);
        } else if (filter instanceof Filter.MarketLotSize f) {
            QuantityFilters.marketLot(f, order, findings);
        } else if (filter instanceof Filter.IcebergParts f) {
            QuantityFilters.icebergParts(f, order, findings);
        } else if (filter instanceof Filter.MaxPosition f) {
            QuantityFilters.position(f, order, context, findings);
        } else if (filter instanceof Filter.MinNotional f) {
            ValueFilters.minNotional(f, order, context, findings);
        } else if (filter instanceof Filter.Notional f) {
            ValueFilters.notional(f, order, context, findings);
        } else if (filter instanceof Filter.MaxAsset f) {
            ValueFilters.maxAsset(f, symbol.baseAsset(), symbol.quoteAsset(), order, findings);
        } else if (filter instanceof Filter.UnknownFilter f) {
            findings.undecided(f.filterType());
        }
    }

    /**
     * Rounds prices to ticks and quantities to steps. Limits are not looked at: a quantity that is too small may become
     * zero, and {@link #validate} says so.
     *
     * @param order the order
     * @param rounding which way
     * @return the same order, rounded where it must be
     */
    public OrderFacts normalise(OrderFacts order, Rounding rounding) {
        return order.rounded(tick(), step(order), rounding);
    }

    /**
     * Rounds the prices of an order to ticks and its quantities to steps, as {@link #normalise(OrderFacts, Rounding)}.
     *
     * @param order the order as it would be placed
     * @param rounding which way
     * @return the same order, rounded where it must be
     */
    public NewOrder normalise(NewOrder order, Rounding rounding) {
        OrderFacts facts = OrderFacts.of(order);
        OrderFacts rounded = normalise(facts, rounding);
        NewOrder result = order;
        result = with(result, facts.price(), rounded.price(), NewOrder::price);
        result = with(result, facts.quantity(), rounded.quantity(), NewOrder::quantity);
        result = with(result, facts.stopPrice(), rounded.stopPrice(), NewOrder::stopPrice);
        result = with(result, facts.icebergQty(), rounded.icebergQty(), NewOrder::icebergQty);
        return result;
    }

    /** What fits comes out of rounding as the object that it was. */
    private static NewOrder with(
            NewOrder order,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            BiFunction<NewOrder, BigDecimal, NewOrder> change) {
        return after == null || after == before ? order : change.apply(order, after);
    }

    /**
     * The step of prices.
     *
     * @return zero when there is none
     */
    public BigDecimal tick() {
        return filter(Filter.PriceFilter.class)
                .map(Filter.PriceFilter::tickSize)
                .orElse(BigDecimal.ZERO);
    }

    /** Market orders may have a step of their own beside the general one; the coarser is a multiple of the finer. */
    private BigDecimal step(OrderFacts order) {
        BigDecimal lot =
                filter(Filter.LotSize.class).map(Filter.LotSize::stepSize).orElse(BigDecimal.ZERO);
        return order.type() == OrderType.MARKET
                ? lot.max(filter(Filter.MarketLotSize.class)
                        .map(Filter.MarketLotSize::stepSize)
                        .orElse(BigDecimal.ZERO))
                : lot;
    }

    private <F extends Filter> Optional<F> filter(Class<F> kind) {
        return filters.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
