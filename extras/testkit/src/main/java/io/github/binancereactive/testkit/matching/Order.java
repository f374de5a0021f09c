/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An order, from its placement to its end. */
final class Order {

    /** How far it has come. */
    enum Phase {
        /** Waits for the working order of its list. */
        PENDING,
        /** Waits for a price. */
        CONTINGENT,
        /** Takes, or is on the book. */
        WORKING,
        /** Has ended. */
        DONE
    }

    private final OrderRequest request;
    private final Account account;
    private final Market market;
    private long id = -1;
    private String clientId = "";
    private @Nullable OrderList list;
    private Phase phase = Phase.PENDING;
    private OrderStatus status = OrderStatus.NEW;
    private ExpiryReason expiryReason = ExpiryReason.NONE;
    private long time;
    private long updateTime;
    private long workingTime = -1;

    private @Nullable BigDecimal quantity;
    private BigDecimal executed = BigDecimal.ZERO;
    private BigDecimal quote = BigDecimal.ZERO;
    private BigDecimal prevented = BigDecimal.ZERO;
    private BigDecimal preventedQuote = BigDecimal.ZERO;
    private BigDecimal visible = BigDecimal.ZERO;
    private @Nullable Long preventedMatchId;

    private @Nullable BigDecimal price;
    private @Nullable BigDecimal peggedPrice;
    private @Nullable BigDecimal lockPrice;
    private @Nullable BigDecimal extreme;
    private long trailingTime = -1;

    private @Nullable Hold hold;
    private @Nullable Hold proceeds;
    private boolean budgeted;

    private final List<Fill> fills = new ArrayList<>(1);
    private final List<AccountTrade> trades = new ArrayList<>(1);
    private final List<PreventedMatch> preventedMatches = new ArrayList<>(0);
    private final List<Amendment> amendments = new ArrayList<>(0);

    Order(OrderRequest request, Account account, Market market) {
        this.request = request;
        this.account = account;
        this.market = market;
        this.quantity = request.quantity();
        this.price = request.isPegged() ? null : request.price();
    }

    void accepted(long orderId, String clientOrderId, OrderStatus first, long nowMicros) {
        id = orderId;
        clientId = clientOrderId;
        status = first;
        time = nowMicros;
        updateTime = nowMicros;
    }

    OrderRequest request() {
        return request;
    }

    Account account() {
        return account;
    }

    Market market() {
        return market;
    }

    Desk desk() {
        return account.desk(market.symbol());
    }

    long id() {
        return id;
    }

    String clientId() {
        return clientId;
    }

    void clientId(String changed) {
        clientId = changed;
    }

    @Nullable OrderList list() {
        return list;
    }

    void list(OrderList of) {
        list = of;
    }

    boolean isBuy() {
        return request.isBuy();
    }

    Phase phase() {
        return phase;
    }

    boolean isDone() {
        return phase == Phase.DONE;
    }

    OrderStatus status() {
        return status;
    }

    ExpiryReason expiryReason() {
        return expiryReason;
    }

    // ---- what is left of it

    @Nullable BigDecimal quantity() {
        return quantity;
    }

    void quantity(BigDecimal changed) {
        quantity = changed;
    }

    BigDecimal executed() {
        return executed;
    }

    BigDecimal gone() {
        return executed.add(prevented);
    }

    /** Base quantity that can still be executed; zero when that is not known. */
    BigDecimal remaining() {
        return quantity == null || isDone() ? BigDecimal.ZERO : quantity.subtract(gone());
    }

    Appetite appetite() {
        BigDecimal wanted = request.quoteOrderQty();
        return wanted == null
                ? new Appetite(remaining(), BigDecimal.ZERO, BigDecimal.ZERO)
                : new Appetite(null, wanted.subtract(quote).subtract(preventedQuote), market.step());
    }

    BigDecimal visible() {
        return visible;
    }

    void visible(BigDecimal shown) {
        visible = shown;
    }

    /** What the book shows of it when it has come to its turn again. */
    BigDecimal refill() {
        BigDecimal iceberg = request.icebergQty();
        return iceberg == null || iceberg.signum() == 0 ? remaining() : iceberg.min(remaining());
    }

    // ---- prices

    @Nullable BigDecimal price() {
        return price;
    }

    BigDecimal bookPrice() {
        return Objects.requireNonNull(price);
    }

    /** At the pegged price, and never at a worse one than the price that was sent along. */
    void peggedAt(BigDecimal pegged) {
        peggedPrice = pegged;
        BigDecimal sent = request.price();
        if (sent == null || sent.signum() == 0) {
            price = pegged;
        } else {
            price = isBuy() ? sent.min(pegged) : sent.max(pegged);
        }
        lockPrice = price;
    }

    boolean isPegDue() {
        return request.isPegged() && peggedPrice == null;
    }

    @Nullable BigDecimal peggedPrice() {
        return peggedPrice;
    }

    void lockPrice(@Nullable BigDecimal perUnit) {
        lockPrice = perUnit;
    }

    boolean crosses(BigDecimal other) {
        return price == null || (isBuy() ? price.compareTo(other) >= 0 : price.compareTo(other) <= 0);
    }

    // ---- trailing

    @Nullable BigDecimal extreme() {
        return extreme;
    }

    void tracks(BigDecimal reached, long nowMicros) {
        extreme = reached;
        if (trailingTime < 0) {
            trailingTime = nowMicros;
        }
    }

    // ---- money

    Hold hold() {
        return Objects.requireNonNull(hold);
    }

    void hold(Hold of) {
        hold = of;
    }

    @Nullable Hold proceeds() {
        return proceeds;
    }

    /** What it receives is locked for others. */
    void proceeds(Hold to) {
        proceeds = to;
    }

    /** It has a sum to spend instead of a price to reckon with. */
    void budgeted() {
        budgeted = true;
    }

    BigDecimal need() {
        if (isDone()) {
            return BigDecimal.ZERO;
        }
        if (budgeted || quantity == null) {
            return hold().amount();
        }
        if (!isBuy()) {
            return remaining();
        }
        return lockPrice == null ? BigDecimal.ZERO : market.roundedUp(lockPrice.multiply(remaining()));
    }

    // ---- what happens to it

    void waits(Phase waiting) {
        phase = waiting;
    }

    void works(long nowMicros) {
        phase = Phase.WORKING;
        status = OrderStatus.NEW;
        workingTime = nowMicros;
        updateTime = nowMicros;
    }

    /** It has been pending and is not any more. */
    void starts(long nowMicros) {
        status = OrderStatus.NEW;
        updateTime = nowMicros;
    }

    void filled(Fill fill, AccountTrade trade) {
        executed = executed.add(fill.qty());
        quote = quote.add(fill.quoteQty());
        status = OrderStatus.PARTIALLY_FILLED;
        updateTime = trade.time();
        fills.add(fill);
        trades.add(trade);
    }

    void prevented(PreventedMatch match, BigDecimal qty, BigDecimal quoteQty) {
        prevented = prevented.add(qty);
        preventedQuote = preventedQuote.add(quoteQty);
        preventedMatchId = match.preventedMatchId();
        updateTime = match.transactTime();
        preventedMatches.add(match);
    }

    void amended(Amendment amendment) {
        quantity = amendment.newQty().max(gone());
        updateTime = amendment.time();
        amendments.add(amendment);
    }

    void ends(OrderStatus last, ExpiryReason reason, long nowMicros) {
        if (quantity == null && request.quoteOrderQty() != null) {
            quantity = gone();
        }
        phase = Phase.DONE;
        status = last;
        expiryReason = reason;
        updateTime = nowMicros;
    }

    // ---- what it leaves

    boolean isUnfilled() {
        return fills.isEmpty();
    }

    List<Fill> fills() {
        return fills;
    }

    List<AccountTrade> trades() {
        return trades;
    }

    List<PreventedMatch> preventedMatches() {
        return preventedMatches;
    }

    List<Amendment> amendments() {
        return amendments;
    }

    long time() {
        return time;
    }

    OrderSnapshot snapshot() {
        return new OrderSnapshot(
                account.id(),
                market.symbol(),
                id,
                list == null ? -1 : list.id(),
                clientId,
                request.side(),
                request.type(),
                timeInForce(),
                orZero(request.price()),
                shownQuantity(),
                orZero(request.quoteOrderQty()),
                executed,
                quote,
                status,
                request.stopPrice(),
                request.icebergQty(),
                request.trailingDelta(),
                request.trailingDelta() == null ? null : trailingTime,
                request.strategyId(),
                request.strategyType(),
                Objects.requireNonNull(request.selfTradePreventionMode()),
                request.pegPriceType(),
                request.pegOffsetType(),
                request.pegOffsetValue(),
                peggedPrice,
                preventedMatchId,
                prevented.signum() == 0 ? null : prevented,
                expiryReason,
                account.settings().tradeGroupId(),
                time,
                updateTime,
                workingTime,
                workingTime >= 0);
    }

    TimeInForce timeInForce() {
        return Objects.requireNonNullElse(request.timeInForce(), TimeInForce.GTC);
    }

    private @Nullable BigDecimal shownQuantity() {
        return quantity == null && request.quoteOrderQty() != null ? gone() : quantity;
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
