/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

import java.time.Duration;

/** No answer came within the deadline, and either nothing was sent or the request only reads. */
public class DeadlineExceededException extends TransientException {

    private static final long serialVersionUID = 1L;

    /**
     * A deadline that passed.
     *
     * @param endpoint name of the endpoint
     * @param deadline how long the answer was waited for
     * @param sent whether the request had been handed to a connection
     */
    public DeadlineExceededException(String endpoint, Duration deadline, boolean sent) {
        super(endpoint, (sent ? "no answer within " : "could not be sent within ") + deadline, null, null);
    }
}
