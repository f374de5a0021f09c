/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import io.github.binancereactive.core.model.user.UserDataEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The subscription of one account on one connection, from its request to its end. For steps only. */
final class Lane {

    private enum State {
        SUBSCRIBING,
        LIVE,
        LEAVING,
        ENDED
    }

    private static final int FOLLOWER_AHEAD = 8192;

    private final AccountFeed feed;
    private final Carrier carrier;
    private final Overlap overlap = new Overlap(FOLLOWER_AHEAD);
    private final Sinks.Empty<Void> settled = Sinks.empty();

    private State state = State.SUBSCRIBING;
    private boolean byLogon;
    private int id;
    private @Nullable Instant since;
    private @Nullable Lane successor; // to which it is being handed over

    Lane(AccountFeed feed, Carrier carrier) {
        this.feed = feed;
        this.carrier = carrier;
    }

    Carrier carrier() {
        return carrier;
    }

    Overlap overlap() {
        return overlap;
    }

    int id() {
        return id;
    }

    boolean isLive() {
        return state == State.LIVE;
    }

    boolean isSubscribing() {
        return state == State.SUBSCRIBING;
    }

    boolean isEnded() {
        return state == State.ENDED;
    }

    boolean isByLogon() {
        return byLogon;
    }

    void asked(boolean usesLogon) {
        byLogon = usesLogon;
    }

    void live(int subscriptionId, Instant at) {
        state = State.LIVE;
        id = subscriptionId;
        since = at;
    }

    Instant since(Instant otherwise) {
        Instant known = since;
        return known == null ? otherwise : known;
    }

    /** The exchange is asked to end it, and nobody wants its events any more. */
    void leaves() {
        state = State.LEAVING;
    }

    @Nullable Lane successor() {
        return successor;
    }

    void handingOverTo(@Nullable Lane next) {
        successor = next;
    }

    void received(UserDataEvent event) {
        if (state == State.LIVE) {
            feed.received(this, event);
        }
    }

    /** Its connection is gone. */
    void lost() {
        feed.lost(this, UserDataSignal.Cause.RECONNECTED);
    }

    /** The log-on that it goes by is gone. */
    void revoked() {
        feed.revoked(this);
    }

    /** False when it had ended before. */
    boolean end() {
        if (state == State.ENDED) {
            return false;
        }
        carrier.remove(this);
        state = State.ENDED;
        settle();
        return true;
    }

    /** It carries events, or won't. */
    void settle() {
        settled.tryEmitEmpty();
    }

    Mono<Void> settled() {
        return settled.asMono();
    }
}
