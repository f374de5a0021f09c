/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.time.Duration;

/** Something that goes wrong with the connection itself; see the factories of {@link Fault}. */
public sealed interface ConnectionFault extends Fault {

    /**
     * See {@link Fault#resetBeforeAnswer()} and {@link Fault#resetAfterAnswer()}.
     *
     * @param answered whether the request was carried out
     */
    record Reset(boolean answered) implements ConnectionFault {}

    /** See {@link Fault#halfOpen()}. */
    record HalfOpen() implements ConnectionFault {}

    /**
     * See {@link Fault#refuseConnections(Duration)}.
     *
     * @param duration for how long
     */
    record RefuseConnections(Duration duration) implements ConnectionFault {}

    /**
     * See {@link Fault#close(int, String)}.
     *
     * @param code the close code
     * @param reason the close reason
     */
    record Close(int code, String reason) implements ConnectionFault {}

    /** See {@link Fault#missingPong()}. */
    record MissingPong() implements ConnectionFault {}
}
