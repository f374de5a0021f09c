/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

/** One stream as those who bring it see it. Any thread; harmless after {@link #close()}. */
interface StreamLine {

    /** Nothing more of the stream is wanted. What is on its way is not delivered any more, as soon as that is possible. */
    void close();

    /** The stream is silent and should not be: ends the subscription at the exchange and makes it again. */
    void renew();

    /**
     * The successor of this connection brings the stream: nothing more of it is needed from here.
     *
     * @param connection as given to {@link StreamSink#feed}
     */
    void released(long connection);

    /** Stops reading the connection. For exclusive lines. */
    void pauseReading();

    /** Reads on. For exclusive lines. */
    void resumeReading();
}
