/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.RateLimit;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The exchange behind the simulator: takes orders, matches them, moves the money. Everything that it refuses, it
 * refuses with a {@link Refusal} and without a change. Time is given in microseconds since the epoch and must not go
 * back. Confined to one thread.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints">Trading
 *     endpoints</a>
 */
public final class MatchingEngine {

    private final Floor floor;
    private final Placing placing;
    private final ListPlacing listPlacing;
    private final Canceling canceling;
    private final Replacing replacing;
    private final Amending amending;
    private final AccountRecords records;
    private final MarketData marketData;

    /**
     * An exchange without symbols and accounts.
     *
     * @param settings what it is told
     * @param listener is told what happens
     */
    public MatchingEngine(EngineSettings settings, EngineListener listener) {
        floor = new Floor(settings, listener);
        placing = new Placing(floor);
        listPlacing = new ListPlacing(floor, placing);
        canceling = new Canceling(floor);
        replacing = new Replacing(floor, placing, canceling);
        amending = new Amending(floor);
        records = new AccountRecords(floor);
        marketData = new MarketData(floor);
    }

    /**
     * Lists a symbol, or changes one that is listed, such as its status; its orders stay.
     *
     * @param symbol the symbol
     */
    public void list(SymbolSettings symbol) {
        Market market = floor.markets().get(symbol.info().symbol());
        if (market == null) {
            floor.markets().put(symbol.info().symbol(), new Market(symbol, floor.journal()));
        } else {
            market.settings(symbol);
        }
    }

    /**
     * Opens an account, or changes one that is open; its money and orders stay.
     *
     * @param account the account
     */
    public void open(AccountSettings account) {
        Account open = floor.accounts().get(account.accountId());
        if (open == null) {
            floor.accounts().put(account.accountId(), floor.opened(account));
        } else {
            open.settings(account);
        }
    }

    /**
     * Opens an account of the exchange's own, such as a market maker's, that can trade for as long as it likes: no limit
     * counts its orders, {@code MAX_POSITION} is not for it, and the engine forgets its orders and trades when they end.
     *
     * @param account the account
     */
    public void openHouse(AccountSettings account) {
        floor.accounts().putIfAbsent(account.accountId(), Account.house(account, floor.journal()));
    }

    /**
     * Changes the {@code ORDERS} limits of all accounts; what was counted stays counted.
     *
     * @param limits the limits
     */
    public void orderLimits(List<RateLimit> limits) {
        floor.orderLimits(limits);
    }

    /**
     * Pays into an account.
     *
     * @param accountId the account
     * @param asset the asset
     * @param amount how much, above zero
     * @param nowMicros now
     */
    public void deposit(long accountId, String asset, BigDecimal amount, long nowMicros) {
        move(accountId, asset, amount, amount, nowMicros);
    }

    /**
     * Pays out of an account.
     *
     * @param accountId the account
     * @param asset the asset
     * @param amount how much, above zero and not more than is free
     * @param nowMicros now
     */
    public void withdraw(long accountId, String asset, BigDecimal amount, long nowMicros) {
        move(accountId, asset, amount, amount.negate(), nowMicros);
    }

    /**
     * Lets somebody outside lock money, as collateral for instance, or give it back.
     *
     * @param accountId the account
     * @param asset the asset
     * @param delta how much to lock, not more than is free; negative for how much to give back, not more than was locked so
     * @param nowMicros now
     */
    public void lockExternally(long accountId, String asset, BigDecimal delta, long nowMicros) {
        run(nowMicros, () -> {
            Account account = floor.account(accountId);
            if (!account.balance(asset).coversExternally(delta)) {
                throw Refusals.insufficientBalance();
            }
            account.balance(asset).lockExternally(delta);
            floor.journal().externallyLocked(account, asset, delta);
            return account;
        });
    }

    /**
     * Sets the reference price of a symbol, which the exchange takes from elsewhere.
     *
     * @param symbol the symbol
     * @param price the price; null for none
     */
    public void referencePrice(String symbol, @Nullable BigDecimal price) {
        floor.market(symbol).referencePrice(price);
    }

    /**
     * Places an order.
     *
     * @param accountId whose order
     * @param order the order
     * @param nowMicros now
     * @return the order as it was once it had been matched; what its own fills set off comes later
     */
    public PlacedOrder place(long accountId, OrderRequest order, long nowMicros) {
        return run(nowMicros, () -> {
            Account account = floor.account(accountId);
            Order checked = placing.checked(account, order);
            account.unfilled().check(1, nowMicros);
            return placing.place(checked);
        });
    }

    /**
     * Checks an order as {@link #place} would, and does nothing.
     *
     * @param accountId whose order
     * @param order the order
     * @param nowMicros now
     */
    public void test(long accountId, OrderRequest order, long nowMicros) {
        run(nowMicros, () -> placing.checked(floor.account(accountId), order));
    }

    /**
     * Cancels an order, with the list it belongs to.
     *
     * @param accountId whose order
     * @param cancel the order
     * @param nowMicros now
     * @return the order, or its list
     */
    public Canceled cancel(long accountId, CancelRequest cancel, long nowMicros) {
        return run(nowMicros, () -> canceling.cancel(floor.account(accountId), cancel));
    }

    /**
     * Cancels all open orders and order lists of a symbol.
     *
     * @param accountId whose orders
     * @param symbol the symbol
     * @param nowMicros now
     * @return what was canceled; never empty
     */
    public List<Canceled> cancelAll(long accountId, String symbol, long nowMicros) {
        return run(nowMicros, () -> canceling.cancelAll(floor.account(accountId), symbol));
    }

    /**
     * Cancels an order and places another.
     *
     * @param accountId whose orders
     * @param replace the orders
     * @param nowMicros now
     * @return how either went. A {@link Refusal} is thrown only when neither was tried: filters, or too many orders
     */
    public ReplacedOrder cancelReplace(long accountId, ReplaceRequest replace, long nowMicros) {
        return run(nowMicros, () -> replacing.replace(floor.account(accountId), replace));
    }

    /**
     * Reduces the quantity of an open order, which keeps its place in the book.
     *
     * @param accountId whose order
     * @param amend the order and its new quantity
     * @param nowMicros now
     * @return the order as it is now
     */
    public AmendedOrder amend(long accountId, AmendRequest amend, long nowMicros) {
        return run(nowMicros, () -> amending.amend(floor.account(accountId), amend));
    }

    /**
     * Places an order list.
     *
     * @param accountId whose list
     * @param list the list
     * @param nowMicros now
     * @return the list and its orders. A pending order shows as such even when the working order was filled at once
     */
    public PlacedList placeList(long accountId, ListRequest list, long nowMicros) {
        return run(nowMicros, () -> listPlacing.place(floor.account(accountId), list));
    }

    /**
     * Cancels an order list.
     *
     * @param accountId whose list
     * @param symbol its symbol
     * @param list which list
     * @param newClientOrderId names the cancel; null for a generated id
     * @param nowMicros now
     * @return the list and its orders
     */
    public CanceledList cancelList(
            long accountId, String symbol, OrderKey list, @Nullable String newClientOrderId, long nowMicros) {
        return run(nowMicros, () -> canceling.cancelList(floor.account(accountId), symbol, list, newClientOrderId));
    }

    /**
     * Ends an order, with the list it belongs to, without being asked, as the exchange does in maintenance.
     *
     * @param accountId whose order
     * @param symbol the symbol
     * @param orderId an open order
     * @param nowMicros now
     */
    public void expire(long accountId, String symbol, long orderId, long nowMicros) {
        run(nowMicros, () -> canceling.expire(floor.account(accountId), symbol, orderId));
    }

    /**
     * What the exchange knows of its accounts.
     *
     * @return a view, always current
     */
    public AccountRecords records() {
        return records;
    }

    /**
     * What the exchange shows to everybody.
     *
     * @return a view, always current
     */
    public MarketData marketData() {
        return marketData;
    }

    private void move(long accountId, String asset, BigDecimal amount, BigDecimal delta, long nowMicros) {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("amount " + amount);
        }
        run(nowMicros, () -> {
            Account account = floor.account(accountId);
            if (!account.balance(asset).covers(delta.negate())) {
                throw Refusals.insufficientBalance();
            }
            account.balance(asset).credit(delta);
            floor.journal().transferred(account, asset, delta);
            return account;
        });
    }

    private <T> T run(long nowMicros, Supplier<T> request) {
        floor.journal().at(nowMicros);
        try {
            return request.get();
        } finally {
            floor.settle();
        }
    }
}
