/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.core.error.RejectedException;

/** One failure told to many subscribers: each gets an exception of its own, so that what Reactor notes in one is no other's. */
public final class OwnException {

    private OwnException() {}

    /**
     * An exception that says the same, for one more subscriber.
     *
     * @param failure what all are to be told
     * @return a new one; the same for kinds that are not ours, which can't be copied
     */
    public static Throwable of(Throwable failure) {
        Class<?> kind = failure.getClass(); // an application's subclass is not to become something else
        if (kind == RejectedException.class) {
            RejectedException known = (RejectedException) failure;
            Object detail = known.detail(Object.class).orElse(null);
            return new RejectedException(known.endpoint(), known.status(), known.code(), known.reason(), detail);
        }
        if (kind == ClientClosedException.class) {
            return new ClientClosedException(((ClientClosedException) failure).endpoint(), failure.getCause());
        }
        if (kind == ProtocolException.class) {
            String endpoint = ((ProtocolException) failure).endpoint();
            return new ProtocolException(endpoint, words((ProtocolException) failure), failure.getCause());
        }
        return failure;
    }

    /** Without the endpoint, which the new one adds by itself. */
    private static String words(ProtocolException failure) {
        String message = String.valueOf(failure.getMessage());
        String prefix = failure.endpoint() + ": ";
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }
}
