/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.endpoint.Call;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
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

    /**
     * Sends a call whose answer is a list, and hands over the elements one by one, where the wire allows as they arrive: nothing
     * waits for the last one, and the whole list needn't fit into memory.
     *
     * <p>Cold, as {@link #exchange}, and with the same errors. Backpressure: no more elements than were asked for; the answer
     * waits in the connection meanwhile, so don't let it wait for longer than the client's deadline allows. An error may come
     * after some elements. Cancelling ends the transfer.
     *
     * @param call what to send; its endpoint answers a list
     * @param <E> type of one element
     * @return the elements, in the exchange's order
     * @throws IllegalArgumentException as {@link #exchange}
     */
    default <E> Flux<E> stream(Call<List<E>> call) {
        return exchange(call).flatMapIterable(Function.identity());
    }
}
