/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The money that is locked for an order, or for a pair of which only one can be filled: as much as the more expensive of
 * the two needs.
 */
final class Hold {

    private final Balance balance;
    private final List<Order> orders = new ArrayList<>(1);
    private BigDecimal amount = BigDecimal.ZERO;

    Hold(Balance balance) {
        this.balance = balance;
    }

    void covers(Order order) {
        orders.add(order);
        order.hold(this);
    }

    BigDecimal amount() {
        return amount;
    }

    /** Locks or unlocks what the orders now need; false, and nothing changed, when there is not enough. */
    boolean adjust() {
        BigDecimal need = BigDecimal.ZERO;
        for (Order order : orders) {
            need = need.max(order.need());
        }
        return set(need);
    }

    boolean set(BigDecimal need) {
        BigDecimal delta = need.subtract(amount);
        if (!balance.covers(delta)) {
            return false;
        }
        if (delta.signum() != 0) {
            balance.lock(delta);
            amount = need;
        }
        return true;
    }

    /** Money that came in and is to stay locked. */
    void add(BigDecimal received) {
        balance.creditLocked(received);
        amount = amount.add(received);
    }

    /** Money that is paid to somebody else. */
    void spend(BigDecimal paid) {
        balance.debitLocked(paid);
        amount = amount.subtract(paid);
    }
}
