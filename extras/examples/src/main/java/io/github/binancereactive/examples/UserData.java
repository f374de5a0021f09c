/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.model.user.ExecutionReport;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.user.BinanceUserDataStream;
import io.github.binancereactive.ws.user.OrderState;
import io.github.binancereactive.ws.user.UserDataSignal;
import java.math.BigDecimal;
import reactor.core.publisher.Flux;

/** What the exchange tells of an account by itself. */
public final class UserData {

    private final BinanceUserDataStream userData;

    /**
     * Of the client's account.
     *
     * @param client with a key of any kind
     */
    public UserData(BinanceWebSocketApiClient client) {
        // tag::of[]
        BinanceUserDataStream userData = BinanceUserDataStream.of(client).withReconciliation();
        // end::of[]
        this.userData = userData;
    }

    /**
     * How the account's orders stand.
     *
     * @return each change of an order; never one that takes back what was said before
     */
    // tag::orders[]
    public Flux<OrderState> endedOrders() {
        return userData.orders().filter(OrderState::isEnded);
    }
    // end::orders[]

    /**
     * What another account has bought and sold, on the same connection.
     *
     * @param other a key of that account
     * @return the value of each fill
     */
    // tag::fills[]
    public Flux<BigDecimal> fills(Credentials other) {
        return userData.account(other)
                .events()
                .ofType(ExecutionReport.class)
                .filter(ExecutionReport::isTrade)
                .map(ExecutionReport::lastQuoteQty);
    }
    // end::fills[]

    /**
     * Events, and what may be missing between them, in words.
     *
     * @return in order
     */
    // tag::signals[]
    public Flux<String> watched() {
        return userData.signals().map(UserData::describe);
    }

    private static String describe(UserDataSignal signal) {
        if (signal instanceof UserDataSignal.Event event) {
            return event.event().eventType();
        } else if (signal instanceof UserDataSignal.Gap gap) {
            return "events between " + gap.from() + " and " + gap.to() + " may be missing";
        } else if (signal instanceof UserDataSignal.Reconciled reconciled) {
            return reconciled.orders().size() + " orders have changed meanwhile";
        }
        return signal.getClass().getSimpleName(); // Subscribed, Interrupted, NotReconciled
    }
    // end::signals[]
}
