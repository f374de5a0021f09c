/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import io.github.binancereactive.core.error.BinanceException;

/**
 * Who asked for a permit. Exactly one of the two methods is called, once, unless {@link Waiting#cancel()} came first and
 * said so. It may be called before {@link RequestBudget#acquire} has returned, on the same thread; later it is called on
 * the thread that made room or on the budget's scheduler. Don't block in it.
 */
public interface PermitReceiver {

    /**
     * The request may be sent now.
     *
     * @param permit to be settled by the receiver
     */
    void granted(Permit permit);

    /**
     * The request may not be sent.
     *
     * @param refusal why, and when it makes sense to ask again; a new one for each receiver
     */
    void refused(BinanceException refusal);
}
