/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that changes something was sent, and whether the exchange carried it out is not known: no answer came, or the
 * answer itself said so (-1006, -1007, 5xx). It is never sent again by this library. Ask for the order by its {@link
 * #clientOrderId()} before doing anything else.
 */
public non-sealed class OutcomeUnknownException extends BinanceException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String clientOrderId;

    /**
     * An unknown outcome.
     *
     * @param endpoint name of the endpoint
     * @param message why the outcome is unknown
     * @param clientOrderId what to ask for; null when the request carried none
     * @param cause what led to it
     */
    public OutcomeUnknownException(
            String endpoint, String message, @Nullable String clientOrderId, @Nullable Throwable cause) {
        super(endpoint, "outcome unknown, " + message, cause);
        this.clientOrderId = clientOrderId;
    }

    /**
     * The client order id of the request.
     *
     * @return empty when the request carried none
     */
    public Optional<String> clientOrderId() {
        return Optional.ofNullable(clientOrderId);
    }
}
