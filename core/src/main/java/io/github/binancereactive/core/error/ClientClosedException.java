/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

import org.jspecify.annotations.Nullable;

/** The client was closed before this request was answered; if the request changes something, it was not sent. */
public non-sealed class ClientClosedException extends BinanceException {

    private static final long serialVersionUID = 1L;

    /**
     * A request to a closed client.
     *
     * @param endpoint name of the endpoint
     * @param cause why the client closed; null when it was told to
     */
    public ClientClosedException(String endpoint, @Nullable Throwable cause) {
        super(endpoint, "the client is closed", cause);
    }
}
