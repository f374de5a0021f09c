/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

/** Hears when a stream gets its first subscriber and when it loses its last one. Called on the event loop. */
public interface StreamInterest {

    /**
     * Somebody subscribes to a stream that nobody was subscribed to.
     *
     * @param stream the stream's name, which need not be that of any stream there is
     */
    void wanted(String stream);

    /**
     * Nobody is subscribed to a stream any more.
     *
     * @param stream the stream's name
     */
    void unwanted(String stream);
}
