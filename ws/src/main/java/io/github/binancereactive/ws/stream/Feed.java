/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.codec.StreamFrames;

/**
 * One stream on one connection. Calls come one after the other: events on the connection's event loop, or where large frames are
 * decoded.
 */
interface Feed<T> extends StreamFrames.EventTarget<T> {

    /** The exchange has accepted the subscription. Events may come before this is known. */
    void onSubscribed();

    /**
     * Nothing more comes from here.
     *
     * @param planned whether a successor has been subscribed before, so that nothing is missing
     * @param reason why, in a few words
     */
    void onClosed(boolean planned, String reason);
}
