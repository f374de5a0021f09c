/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import java.util.function.BiConsumer;

/**
 * Stands between everything that publishes and everybody who has subscribed: what it lets through is sent. The place
 * where events get lost, doubled, late or changed. Called on the event loop.
 */
@FunctionalInterface
public interface StreamFilter {

    /** Lets everything through. */
    StreamFilter NONE = (stream, event, next) -> next.accept(stream, event);

    /**
     * An event is to be sent.
     *
     * @param stream the stream's name
     * @param event the event
     * @param next sends an event of a stream, each time that it is called, now or later on the event loop
     */
    void pass(String stream, StreamEvent event, BiConsumer<String, StreamEvent> next);
}
