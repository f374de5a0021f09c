/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where one attempt goes. What only the exchange may see is kept apart from the address, because Reactor Netty logs
 * addresses: see {@link Secrets}.
 *
 * @param uri the address, with all parameters but the signature
 * @param secrets what the exchange knows the sender by; null when the request isn't signed
 * @param validity until when the exchange takes it; null when it isn't signed
 */
record Target(URI uri, @Nullable Secrets secrets, @Nullable Validity validity) {

    /** Shows nothing: parameters don't belong in a log. */
    @Override
    public String toString() {
        return "Target[redacted]";
    }
}
