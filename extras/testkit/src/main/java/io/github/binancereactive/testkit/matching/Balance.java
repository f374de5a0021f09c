/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;

/** What an account has of one asset. Never below zero: who takes money out has to have checked that it is there. */
final class Balance {

    private final Account account;
    private final String asset;
    private BigDecimal free = BigDecimal.ZERO;
    private BigDecimal locked = BigDecimal.ZERO;
    // A part of what is locked.
    private BigDecimal externallyLocked = BigDecimal.ZERO;

    Balance(Account account, String asset) {
        this.account = account;
        this.asset = asset;
    }

    String asset() {
        return asset;
    }

    BigDecimal free() {
        return free;
    }

    BigDecimal total() {
        return free.add(locked);
    }

    boolean covers(BigDecimal amount) {
        return free.compareTo(amount) >= 0;
    }

    void credit(BigDecimal amount) {
        change(amount, BigDecimal.ZERO);
    }

    void debit(BigDecimal amount) {
        change(amount.negate(), BigDecimal.ZERO);
    }

    /** Locks what is free; a negative amount unlocks. */
    void lock(BigDecimal amount) {
        change(amount.negate(), amount);
    }

    /** Whether so much can be locked by somebody outside or, when negative, be given back. */
    boolean coversExternally(BigDecimal delta) {
        return delta.signum() > 0 ? covers(delta) : externallyLocked.compareTo(delta.negate()) >= 0;
    }

    void lockExternally(BigDecimal delta) {
        externallyLocked = externallyLocked.add(delta);
        lock(delta);
    }

    void creditLocked(BigDecimal amount) {
        change(BigDecimal.ZERO, amount);
    }

    void debitLocked(BigDecimal amount) {
        change(BigDecimal.ZERO, amount.negate());
    }

    private void change(BigDecimal freeDelta, BigDecimal lockedDelta) {
        BigDecimal newFree = free.add(freeDelta);
        BigDecimal newLocked = locked.add(lockedDelta);
        if (newFree.signum() < 0 || newLocked.signum() < 0) {
            throw new IllegalStateException(asset + " would be " + newFree + " free and " + newLocked + " locked");
        }
        free = newFree;
        locked = newLocked;
        account.touched(this);
    }

    BalanceSnapshot snapshot() {
        return new BalanceSnapshot(asset, free, locked);
    }
}
