/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import io.github.binancereactive.core.model.account.Account;
import io.github.binancereactive.core.model.account.Order;
import io.github.binancereactive.core.model.user.UserDataEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to the user data of an account: its events, and what becomes of the subscription that brings them. */
public sealed interface UserDataSignal {

    /**
     * An event of the exchange.
     *
     * @param event the event
     */
    record Event(UserDataEvent event) implements UserDataSignal {}

    /**
     * Events come, from now on over this connection. The first signal, for whoever comes when they come already, too.
     *
     * @param at when, by the exchange's clock
     * @param cause why there is a subscription to tell of
     * @param connection number of the connection within its session
     */
    record Subscribed(Instant at, Cause cause, long connection) implements UserDataSignal {}

    /** Why an account was subscribed to. */
    enum Cause {
        /** Somebody wanted its events. */
        WANTED,
        /** The connection was replaced while it still carried the events: nothing is missing. */
        ROTATED,
        /** The connection was lost. */
        RECONNECTED,
        /** The exchange had ended the subscription, as it does after a log-out. */
        TERMINATED
    }

    /**
     * No events come any more. They will again: the client is at it.
     *
     * @param at when that was found, by the exchange's clock
     * @param cause what led to it
     */
    record Interrupted(Instant at, Cause cause) implements UserDataSignal {}

    /**
     * Events of this time may be missing; those before and after are not.
     *
     * @param from time of the last event before, or of the subscription when there was none
     * @param to when events came again
     */
    record Gap(Instant from, Instant to) implements UserDataSignal {}

    /**
     * What the exchange says when it is asked after a gap, instead of the events that are missing. When it is asked depends on what
     * else is asked; events that come before that come before this. Events follow that have come while it was asked; what they say
     * may be part of this already.
     *
     * @param gap which gap
     * @param orders those that are not as the events have told, before the gap and after it; among them may be orders that were not
     *     known before. An order that was placed and ended within the gap is not found
     * @param account the account with its balances
     */
    record Reconciled(Gap gap, List<Order> orders, Account account) implements UserDataSignal {

        /** Copies the list. */
        public Reconciled {
            orders = List.copyOf(orders);
        }
    }

    /**
     * After a gap the exchange refused to say, or another gap came before it had: what was missed stays missed. While what is in the
     * way passes it is asked again instead.
     *
     * @param gap which gap
     * @param cause why; null when another gap came meanwhile
     */
    record NotReconciled(Gap gap, @Nullable Throwable cause) implements UserDataSignal {}
}
