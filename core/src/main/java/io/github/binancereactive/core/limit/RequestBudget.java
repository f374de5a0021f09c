/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import io.github.binancereactive.core.model.general.ExchangeInfo;
import io.github.binancereactive.core.model.general.RateLimit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What may still be sent without exceeding a limit of the exchange: request weight, raw requests, orders by account, and
 * attempts to connect. One object is to be shared by all clients that share an IP address.
 *
 * <p>A request asks for a {@link Permit}, is sent, and settles the permit with what the answer reports. Windows follow the
 * exchange's clock. What the exchange reports wins over what was reckoned here: it can be less, as orders that fill are
 * given back and successful orders cost no weight, or more, as others may send from the same address. After 429 and 418
 * clients {@link #close} it, and nobody gets a permit until the time that the exchange named.
 *
 * <p>Implementations are safe for any number of threads, block none, and call out while holding no lock. It is an interface so
 * that several processes behind one address can share a budget; {@link #local} is for those of one process.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/limits">Limits</a>
 */
public interface RequestBudget {

    /**
     * A budget for all clients of this process, with the documented limits, the local clock and default options.
     *
     * @return a new budget from which nothing has been taken yet
     */
    static RequestBudget local() {
        return local(BudgetOptions.defaults());
    }

    /**
     * A budget for all clients of this process.
     *
     * @param options limits, clock, scheduler, margin and bounds
     * @return a new budget from which nothing has been taken yet
     */
    static RequestBudget local(BudgetOptions options) {
        return new LocalRequestBudget(options);
    }

    /**
     * A budget that refuses nothing and counts nothing, for those who keep within the limits by other means.
     *
     * @return a budget whose permits mean nothing; {@link #close} has no effect on it
     */
    static RequestBudget unlimited() {
        return UnlimitedBudget.INSTANCE;
    }

    /**
     * Takes a permit if there is room now and nobody waits for that room. Doesn't wait, and allocates nothing that is for
     * waiting.
     *
     * @param cost what the request costs
     * @return null when there is no room, or when the exchange wants to hear nothing
     */
    @Nullable Permit tryAcquire(Cost cost);

    /**
     * Asks for a permit.
     *
     * @param cost what the request costs
     * @param policy whether to wait
     * @param endpoint name of the endpoint, for the refusal
     * @param receiver gets the permit or a
     *     {@link io.github.binancereactive.core.error.BudgetExceededException}
     * @return the place in the queue; there is no deadline, whoever has one cancels
     */
    Waiting acquire(Cost cost, BudgetPolicy policy, String endpoint, PermitReceiver receiver);

    /**
     * Asks for a permit, when subscribed to.
     *
     * @param cost what the request costs
     * @param policy whether to wait
     * @param endpoint name of the endpoint, for the refusal
     * @return completes with a permit that the subscriber must settle, or fails with a
     *     {@link io.github.binancereactive.core.error.BudgetExceededException}; cancelling gives the place up, and a permit that
     *     was granted but has not reached the subscriber goes back
     */
    default Mono<Permit> acquire(Cost cost, BudgetPolicy policy, String endpoint) {
        return new PermitMono(this, cost, policy, endpoint);
    }

    /**
     * Learns the exchange's limits.
     *
     * @param limits replaces what is known of the kinds that occur in it; kinds that don't occur stay as they are, and
     *     those of which this version knows neither kind nor interval are ignored
     */
    void learn(List<RateLimit> limits);

    /**
     * Learns the exchange's limits.
     *
     * @param info an answer to {@code exchangeInfo}
     */
    default void learn(ExchangeInfo info) {
        learn(info.rateLimits());
    }

    /**
     * Closes the gate, for all: the exchange wants to hear nothing until then (429, 418). It opens by itself. A gate that is
     * closed for longer already stays so.
     *
     * @param until the end, by the exchange's clock; null when it named none: until the window of weight or
     *     requests ends, whichever is closer to being used up
     */
    void close(@Nullable Instant until);

    /**
     * Closes the gate for orders of one account: the exchange has refused one for too many (-1015). Everything else goes
     * on. It opens by itself.
     *
     * @param account whose orders
     * @param until the end, by the exchange's clock; null when it named none: until the window ends that is closest to being used
     *     up
     */
    void closeOrders(AccountKey account, @Nullable Instant until);

    /**
     * The limit on connection attempts as WebSocket sessions ask for it, backed by this budget: attempts count here, and while
     * the gate is closed none is made.
     *
     * @param weight the request weight that an attempt is charged: 2 for the WebSocket API, none for streams
     * @return to be given to sessions
     */
    ConnectionLimit connections(int weight);

    /**
     * How things stand.
     *
     * @return an immutable snapshot
     */
    BudgetState state();

    /**
     * How things stand whenever they have changed: first as they are, then after changes. Changes in quick succession
     * become one, and whoever is slow gets the latest only; the budget itself is never slowed. That a window has ended is
     * not a change until something happens.
     *
     * @return never completes nor fails; emits on the budget's scheduler
     */
    Flux<BudgetState> changes();
}
