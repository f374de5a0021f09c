/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

/**
 * Something that goes wrong with the events of market data streams rather than with a request; see the factories of
 * {@link Fault}. In a {@link FaultPlan} its rate is the share of the events of its streams that meet it.
 */
public sealed interface EventFault extends Fault {

    /**
     * Whose events.
     *
     * @return a stream's name, in which {@code *} stands for any characters
     */
    String streams();

    /**
     * Whether an event of a stream can meet it.
     *
     * @param stream the stream's name
     * @return true when it is one of {@link #streams()}
     */
    default boolean fits(String stream) {
        return StreamPattern.matches(streams(), stream);
    }

    /**
     * Not for events, which belong to no request.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    default Fault on(String... methods) {
        throw new UnsupportedOperationException("a fault of events is not one of requests: " + this);
    }

    /**
     * See {@link Fault#loseEvent(String)}.
     *
     * @param streams whose events
     */
    record Lose(String streams) implements EventFault {}

    /**
     * See {@link Fault#duplicateEvent(String)}.
     *
     * @param streams whose events
     */
    record Duplicate(String streams) implements EventFault {}

    /**
     * See {@link Fault#swapEvents(String)}.
     *
     * @param streams whose events
     */
    record Swap(String streams) implements EventFault {}

    /**
     * See {@link Fault#resetAfterEvents(String, int)}.
     *
     * @param streams whose events
     * @param events how many
     */
    record ResetAfter(String streams, int events) implements EventFault {

        /** Checks the number. */
        public ResetAfter {
            if (events < 1) {
                throw new IllegalArgumentException("events: " + events);
            }
        }
    }
}
