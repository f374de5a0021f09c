/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.codec.FrameBuffer;
import io.github.binancereactive.core.codec.StreamCodec;
import io.github.binancereactive.ws.session.Outgoing;
import io.github.binancereactive.ws.session.SessionSocket;
import java.util.List;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** A message that changes what a connection is subscribed to, or asks about it. */
final class ControlMessage implements Outgoing {

    /** What it is for. */
    enum Kind {
        SUBSCRIBE,
        UNSUBSCRIBE,
        LIST_SUBSCRIPTIONS
    }

    private final ControlChannel channel;
    private final StreamCodec codec;
    private final Kind kind;
    private final long id;
    private final List<Topic> topics;
    private final List<String> names;
    private boolean arrived; // steps only
    private final Disposable.Swap deadline = Disposables.swap();

    ControlMessage(ControlChannel channel, StreamCodec codec, Kind kind, long id, List<Topic> topics) {
        this.channel = channel;
        this.codec = codec;
        this.kind = kind;
        this.id = id;
        this.topics = topics;
        this.names = topics.stream().map(topic -> topic.name).toList();
    }

    Kind kind() {
        return kind;
    }

    long id() {
        return id;
    }

    List<Topic> topics() {
        return topics;
    }

    /** Those about which nothing was sent since. Steps only. */
    List<Topic> undecided() {
        return topics.stream().filter(topic -> topic.message == this).toList();
    }

    /** True once: for the first who says that it must have arrived. Steps only. */
    boolean arrives() {
        boolean first = !arrived;
        arrived = true;
        return first;
    }

    Disposable.Swap deadline() {
        return deadline;
    }

    @Override
    public boolean writeTo(SessionSocket socket, FrameBuffer target) {
        switch (kind) {
            case SUBSCRIBE -> codec.subscribe(id, names, target);
            case UNSUBSCRIBE -> codec.unsubscribe(id, names, target);
            case LIST_SUBSCRIPTIONS -> codec.listSubscriptions(id, target);
        }
        channel.written(this);
        return true;
    }

    /** The connection is gone or has a successor, where all is asked for anew. */
    @Override
    public void notWritten(SessionSocket socket) {}
}
