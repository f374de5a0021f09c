/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.endpoint.Call;
import reactor.core.publisher.Mono;

/** The one thing that a wire has to be able to do. */
public interface Exchange {

    /**
     * Sends a call and waits for its answer.
     *
     * <p>Cold: nothing happens before subscription, and each subscription sends a request of its own. Every subscription
     * ends, within the client's deadline, with the answer, or with a {@link
     * io.github.binancereactive.core.error.BinanceException}. Cancelling before the request is written removes it;
     * afterwards the answer is dropped. Signals come on an event loop, or on a parallel scheduler when the answer was
     * large: don't block there.
     *
     * @param call what to send; every endpoint of the catalogue will do, and others, too
     * @param <R> type of the answer
     * @return the answer, or empty for endpoints that answer nothing
     * @throws IllegalArgumentException at once, when a mandatory parameter is missing or this wire doesn't have the
     *     endpoint
     */
    <R> Mono<R> exchange(Call<R> call);
}
