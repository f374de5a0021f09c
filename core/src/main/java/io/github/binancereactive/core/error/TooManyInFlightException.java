/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

/** The client already waits for as many answers as it was configured to; nothing was sent. */
public class TooManyInFlightException extends TransientException {

    private static final long serialVersionUID = 1L;

    /**
     * A request too many.
     *
     * @param endpoint name of the endpoint
     * @param bound how many requests may be in flight
     */
    public TooManyInFlightException(String endpoint, int bound) {
        super(endpoint, "not sent, " + bound + " requests are in flight already (maxInFlight)", null, null);
    }
}
