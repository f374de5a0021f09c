/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.codec.EventDecoder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A hub's side of one connection. */
final class HubFeed<T> implements Feed<T> {

    private final StreamHub<T> hub;
    private final EventDecoder<T> decoder;
    private @Nullable Source<T> source; // steps of the hub only; set by the first one of this feed

    private HubFeed(StreamHub<T> hub, EventDecoder<T> decoder) {
        this.hub = hub;
        this.decoder = decoder;
    }

    static <T> HubFeed<T> open(StreamHub<T> hub, long connection, EventDecoder<T> decoder) {
        HubFeed<T> feed = new HubFeed<>(hub, decoder);
        hub.happened(handover -> feed.source = handover.open(connection));
        return feed;
    }

    Source<T> source() {
        return Objects.requireNonNull(source);
    }

    @Override
    public EventDecoder<T> decoder() {
        return decoder;
    }

    @Override
    public void onEvent(T event) {
        hub.onEvent(this, event);
    }

    @Override
    public void onSubscribed() {
        hub.happened(handover -> handover.subscribed(source()));
    }

    @Override
    public void onClosed(boolean planned, String reason) {
        hub.happened(handover -> handover.closed(source(), planned, reason));
    }
}
