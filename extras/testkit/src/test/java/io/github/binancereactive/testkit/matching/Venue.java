/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.general.SymbolInfo;
import io.github.binancereactive.core.model.general.SymbolStatus;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert;
import org.jspecify.annotations.Nullable;

/** An engine with the symbol BTCUSDT and three rich accounts, and short ways to say what they do. */
final class Venue implements EngineListener {

    static final String SYMBOL = "BTCUSDT";
    static final long ALICE = 1;
    static final long BOB = 2;
    static final long CAROL = 3;
    static final long START = 1_700_000_000_000_000L;

    final MatchingEngine engine;
    final List<OrderEvent> events = new ArrayList<>();
    final List<OrderListSnapshot> lists = new ArrayList<>();
    final List<BookChange> bookChanges = new ArrayList<>();
    final List<String> balances = new ArrayList<>();
    long now = START;

    Venue() {
        this(EngineSettings.of(7).withOrderLimits(List.of()), List.of());
    }

    Venue(Filter... filters) {
        this(EngineSettings.of(7).withOrderLimits(List.of()), List.of(filters));
    }

    Venue(EngineSettings settings, List<Filter> filters) {
        engine = new MatchingEngine(settings, this);
        engine.list(SymbolSettings.of(info(SYMBOL, "BTC", "USDT", filters), CommissionRates.NONE));
        for (long account : List.of(ALICE, BOB, CAROL)) {
            engine.open(AccountSettings.of(account));
            engine.deposit(account, "BTC", dec("1000"), now);
            engine.deposit(account, "USDT", dec("1000000"), now);
        }
    }

    static SymbolInfo info(String symbol, String base, String quote, List<Filter> filters) {
        return info(symbol, base, quote, filters, SymbolStatus.TRADING, true);
    }

    static SymbolInfo info(
            String symbol, String base, String quote, List<Filter> filters, SymbolStatus status, boolean allowed) {
        List<OrderType> types = allowed
                ? List.of(
                        OrderType.LIMIT,
                        OrderType.MARKET,
                        OrderType.STOP_LOSS,
                        OrderType.STOP_LOSS_LIMIT,
                        OrderType.TAKE_PROFIT,
                        OrderType.TAKE_PROFIT_LIMIT,
                        OrderType.LIMIT_MAKER)
                : List.of(OrderType.LIMIT, OrderType.LIMIT_MAKER);
        List<SelfTradePreventionMode> modes = new ArrayList<>(List.of(SelfTradePreventionMode.values()));
        modes.remove(SelfTradePreventionMode.UNKNOWN);
        if (!allowed) {
            modes.remove(SelfTradePreventionMode.EXPIRE_MAKER);
        }
        return new SymbolInfo(
                symbol,
                status,
                base,
                8,
                quote,
                8,
                8,
                8,
                8,
                types,
                allowed,
                allowed,
                allowed,
                allowed,
                allowed,
                allowed,
                allowed,
                allowed,
                allowed,
                true,
                true,
                filters,
                List.of(),
                List.of(List.of("SPOT", "MARGIN")),
                SelfTradePreventionMode.NONE,
                modes);
    }

    static BigDecimal dec(String value) {
        return new BigDecimal(value);
    }

    static OrderRequest.Builder order(Side side, OrderType type, @Nullable String qty, @Nullable String price) {
        boolean needsTime =
                type == OrderType.LIMIT || type == OrderType.STOP_LOSS_LIMIT || type == OrderType.TAKE_PROFIT_LIMIT;
        return OrderRequest.of(SYMBOL, side, type)
                .quantity(qty == null ? null : dec(qty))
                .price(price == null ? null : dec(price))
                .timeInForce(needsTime ? TimeInForce.GTC : null);
    }

    static OrderRequest.Builder buy(String qty, String price) {
        return order(Side.BUY, OrderType.LIMIT, qty, price);
    }

    static OrderRequest.Builder sell(String qty, String price) {
        return order(Side.SELL, OrderType.LIMIT, qty, price);
    }

    PlacedOrder place(long account, OrderRequest.Builder order) {
        return engine.place(account, order.build(), ++now);
    }

    PlacedList place(long account, ListRequest.Kind kind, OrderRequest.Builder... orders) {
        return engine.placeList(account, list(kind, orders), ++now);
    }

    static ListRequest list(ListRequest.Kind kind, OrderRequest.Builder... orders) {
        return new ListRequest(
                kind,
                SYMBOL,
                null,
                Arrays.stream(orders).map(OrderRequest.Builder::build).toList());
    }

    /** A trade at that price between Bob and Carol, on an otherwise empty spread. */
    void trade(String price) {
        place(BOB, sell("1", price));
        PlacedOrder taker = place(CAROL, buy("1", price));
        if (taker.fills().isEmpty()) {
            throw new IllegalStateException("no trade at " + price);
        }
    }

    static void assertRefused(ThrowableAssert.ThrowingCallable request, int code, String message) {
        Refusal refusal = Assertions.catchThrowableOfType(Refusal.class, request);
        Assertions.assertThat(refusal).as("a refusal").isNotNull();
        Assertions.assertThat(refusal.message()).isEqualTo(message);
        Assertions.assertThat(refusal.code()).isEqualTo(code);
    }

    OrderSnapshot order(long account, long orderId) {
        return engine.records().order(account, SYMBOL, OrderKey.of(orderId));
    }

    String free(long account, String asset) {
        return balance(account, asset).free().stripTrailingZeros().toPlainString();
    }

    String locked(long account, String asset) {
        return balance(account, asset).locked().stripTrailingZeros().toPlainString();
    }

    private BalanceSnapshot balance(long account, String asset) {
        return engine.records().balances(account).stream()
                .filter(balance -> balance.asset().equals(asset))
                .findFirst()
                .orElseThrow();
    }

    /** The visible book, best first: {@code 99x2 98x1 | 101x3}. */
    String book() {
        Depth depth = engine.marketData().depth(SYMBOL, 100);
        return levels(depth.bids()) + " | " + levels(depth.asks());
    }

    private static String levels(List<PriceLevel> levels) {
        return String.join(
                " ",
                levels.stream()
                        .map(level -> level.price().toPlainString() + "x"
                                + level.qty().stripTrailingZeros().toPlainString())
                        .toList());
    }

    @Override
    public void onOrder(OrderEvent event) {
        events.add(event);
    }

    @Override
    public void onOrderList(OrderListSnapshot list) {
        lists.add(list);
    }

    @Override
    public void onBookChange(BookChange change) {
        bookChanges.add(change);
    }

    @Override
    public void onBalances(long accountId, List<BalanceSnapshot> changed, long time) {
        balances.add(
                accountId + " " + changed.stream().map(BalanceSnapshot::asset).toList());
    }
}
