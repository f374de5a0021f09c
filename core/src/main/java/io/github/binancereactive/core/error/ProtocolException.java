/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

import org.jspecify.annotations.Nullable;

/** An answer that could not be understood: not what the exchange documents, cut short, or larger than allowed. */
public non-sealed class ProtocolException extends BinanceException {

    private static final long serialVersionUID = 1L;

    /**
     * An answer that makes no sense.
     *
     * @param endpoint name of the endpoint
     * @param message what is wrong with it, without its content
     * @param cause what the decoder reported
     */
    public ProtocolException(String endpoint, String message, @Nullable Throwable cause) {
        super(endpoint, message, cause);
    }
}
