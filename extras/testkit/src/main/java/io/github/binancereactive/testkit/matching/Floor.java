/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.RateLimit;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all parts of the engine share: its markets, its accounts, its books of account, and what is still to be done. */
final class Floor {

    private final EngineSettings settings;
    private final Journal journal;
    private final Map<String, Market> markets = new LinkedHashMap<>();
    private final Map<Long, Account> accounts = new HashMap<>();
    private final Fees fees;
    private final Ledger ledger;
    private final ClientIds clientIds;
    private final Lifecycle lifecycle;
    private final Entry entry;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private List<RateLimit> orderLimits;
    private long lastListId = -1;

    Floor(EngineSettings settings, EngineListener listener) {
        this.settings = settings;
        this.orderLimits = settings.orderLimits();
        this.journal = new Journal(listener);
        this.fees = new Fees(settings, markets);
        this.ledger = new Ledger(fees);
        this.clientIds = new ClientIds(settings.seed());
        this.lifecycle = new Lifecycle(this);
        this.entry = new Entry(this);
    }

    EngineSettings settings() {
        return settings;
    }

    Journal journal() {
        return journal;
    }

    long now() {
        return journal.now();
    }

    Map<String, Market> markets() {
        return markets;
    }

    Market market(String symbol) {
        Market market = markets.get(symbol);
        if (market == null) {
            throw Refusals.invalidSymbol();
        }
        return market;
    }

    Map<Long, Account> accounts() {
        return accounts;
    }

    Account account(long accountId) {
        Account account = accounts.get(accountId);
        if (account == null) {
            throw new IllegalArgumentException("no account " + accountId);
        }
        return account;
    }

    Account opened(AccountSettings opened) {
        return Account.of(opened, journal, new UnfilledOrders(orderLimits, settings.makerFillCredit()));
    }

    void orderLimits(List<RateLimit> limits) {
        orderLimits = List.copyOf(limits);
        accounts.values().stream()
                .filter(account -> !account.isHouse())
                .forEach(account -> account.unfilled().change(orderLimits));
    }

    Fees fees() {
        return fees;
    }

    Ledger ledger() {
        return ledger;
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    Entry entry() {
        return entry;
    }

    String clientId(@Nullable String sent) {
        return sent == null ? clientIds.next() : sent;
    }

    long nextListId() {
        return ++lastListId;
    }

    /** To be done when the order in hand has been dealt with. */
    void later(Runnable task) {
        tasks.add(task);
    }

    void priceMoved(Market market, BigDecimal price) {
        if (!market.watch().isEmpty()) {
            later(() -> market.watch().triggeredBy(price, now()).forEach(lifecycle::trigger));
        }
    }

    /** Does what the request has set off, and what that sets off. */
    void settle() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        journal.settled();
    }
}
