/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;

/** Code of others that is called in the middle of something: whatever it throws, that goes on. */
final class Callout {

    private static final Logger LOG = LoggerFactory.getLogger(Callout.class);

    private Callout() {}

    static void run(String what, Runnable code) {
        try {
            code.run();
        } catch (Throwable e) {
            Exceptions.throwIfJvmFatal(e);
            LOG.error("{} has thrown", what, e);
        }
    }
}
