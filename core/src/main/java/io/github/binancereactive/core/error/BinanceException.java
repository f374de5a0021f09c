/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

import org.jspecify.annotations.Nullable;

/**
 * Whatever ends a request without its answer. The branches say what the caller can do:
 *
 * <ul>
 *   <li>{@link RejectedException}: the exchange said no; the same request would be refused again.
 *   <li>{@link TransientException}: it wasn't carried out; try later, after {@link TransientException#retryAfter()} when
 *       there is one.
 *   <li>{@link OutcomeUnknownException}: it may or may not have been carried out; ask before anything else.
 *   <li>{@link ProtocolException}: the answer could not be understood.
 *   <li>{@link ClientClosedException}: the client was closed; this request was not carried out.
 * </ul>
 *
 * <p>Messages name the endpoint and never hold a URL, a header, a body, a parameter or a key. Each subscriber gets an
 * exception of its own.
 */
public abstract sealed class BinanceException extends RuntimeException
        permits RejectedException,
                TransientException,
                OutcomeUnknownException,
                ProtocolException,
                ClientClosedException {

    private static final long serialVersionUID = 1L;

    private final String endpoint;

    /**
     * An exception about one endpoint.
     *
     * @param endpoint name of the endpoint
     * @param message what happened, without the endpoint
     * @param cause what led to it
     */
    protected BinanceException(String endpoint, String message, @Nullable Throwable cause) {
        super(endpoint + ": " + message, cause);
        this.endpoint = endpoint;
    }

    /**
     * The endpoint that was called.
     *
     * @return its name in the catalogue
     */
    public String endpoint() {
        return endpoint;
    }
}
