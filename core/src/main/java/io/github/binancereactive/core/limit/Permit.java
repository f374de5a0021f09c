/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import java.util.List;

/**
 * The right to send one request, already counted. Whoever got it tells what became of it, once; a second settlement does
 * nothing. Until then the request counts as under way, in this window and in those that follow: a permit that is
 * never settled is lost to the budget.
 *
 * <p>Settle when the answer's head is there (its status and its report of usage), not when its body has been read. A
 * request that is repeated needs a permit of its own each time.
 *
 * <p>Safe for any number of threads. A settlement can grant a permit to somebody who waits, on the calling thread.
 */
public interface Permit {

    /**
     * The exchange has answered, with success or with a refusal.
     *
     * @param report what the answer says about usage; empty when it says nothing, and the request then counts as its cost
     *     says until a later answer reports
     * @return whether this settled the permit
     */
    boolean answered(List<Usage> report);

    /**
     * Nothing was sent, nor will be: the permit goes back as if it had never been.
     *
     * @return whether this settled the permit
     */
    boolean notSent();

    /**
     * The request was sent and no answer will be heard: it may have been counted or not, so it stays counted until the
     * window ends.
     *
     * @return whether this settled the permit
     */
    boolean lost();
}
