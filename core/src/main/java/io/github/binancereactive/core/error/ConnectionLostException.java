/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

import org.jspecify.annotations.Nullable;

/** The connection could not be made, or was lost before the answer to a request that only reads. */
public class ConnectionLostException extends TransientException {

    private static final long serialVersionUID = 1L;

    /**
     * A lost connection.
     *
     * @param endpoint name of the endpoint
     * @param message what was lost
     * @param cause what the transport reported
     */
    public ConnectionLostException(String endpoint, String message, @Nullable Throwable cause) {
        super(endpoint, message, null, cause);
    }
}
