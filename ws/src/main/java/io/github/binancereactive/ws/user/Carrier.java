/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import io.github.binancereactive.core.model.user.UserDataEvent;
import io.github.binancereactive.ws.session.SessionSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One connection and the subscriptions on it. For steps only. */
final class Carrier {

    private static final int EARLY = 8192;

    private final SessionSocket socket;
    private final Farewells farewells;
    private final Counters counters;
    private final Set<Lane> lanes = new LinkedHashSet<>();
    private final Map<Integer, Lane> byId = new HashMap<>();
    private final Map<Integer, List<UserDataEvent>> early = new HashMap<>();
    private final Set<Integer> holed = new HashSet<>(); // of these, some that came early were too many
    private final Set<String> withoutLogon = new HashSet<>();
    private int earlyCount;
    private boolean doubtful;
    private boolean wasActive;

    Carrier(SessionSocket socket, Farewells farewells, Counters counters) {
        this.socket = socket;
        this.farewells = farewells;
        this.counters = counters;
    }

    SessionSocket socket() {
        return socket;
    }

    long number() {
        return socket.number();
    }

    boolean wasActive() {
        return wasActive;
    }

    void activated() {
        wasActive = true;
    }

    /** Something was asked about a subscription here, and nobody knows whether it was done. */
    void doubt() {
        doubtful = true;
    }

    boolean isDoubtful() {
        return doubtful;
    }

    /** The exchange didn't take the log-on of this key for a subscription. */
    void avoidLogon(String apiKey) {
        withoutLogon.add(apiKey);
    }

    boolean allowsLogon(String apiKey) {
        return !withoutLogon.contains(apiKey);
    }

    Farewells farewells() {
        return farewells;
    }

    List<Lane> lanes() {
        return new ArrayList<>(lanes);
    }

    /** The connection stays open for as long as it carries this. */
    void add(Lane lane) {
        lanes.add(lane);
        socket.hold();
    }

    void remove(Lane lane) {
        if (lanes.remove(lane)) {
            byId.remove(lane.id(), lane);
            forgetEarlyUnlessAwaited();
            socket.settled();
        }
    }

    /** A subscription has its number, and gets the events that came before that was known: all of them, or none. */
    void claim(Lane lane) {
        byId.put(lane.id(), lane);
        holed.remove(lane.id());
        List<UserDataEvent> events = early.remove(lane.id());
        if (events != null) {
            earlyCount -= events.size();
            events.forEach(lane::received);
        }
        forgetEarlyUnlessAwaited();
    }

    void event(int subscriptionId, UserDataEvent event) {
        Lane lane = byId.get(subscriptionId);
        if (lane != null) {
            lane.received(event);
        } else if (!awaitsAnswer()) {
            counters.unclaimed.increment();
        } else if (earlyCount < EARLY && !holed.contains(subscriptionId)) {
            earlyCount++;
            early.computeIfAbsent(subscriptionId, id -> new ArrayList<>()).add(event);
        } else {
            forgetEarly(subscriptionId);
        }
    }

    /** What comes after a hole must not stand behind what came before it as if there were none. */
    private void forgetEarly(int subscriptionId) {
        holed.add(subscriptionId);
        counters.unclaimed.increment();
        List<UserDataEvent> before = early.remove(subscriptionId);
        if (before != null) {
            earlyCount -= before.size();
            counters.unclaimed.add(before.size());
        }
    }

    private boolean awaitsAnswer() {
        return lanes.stream().anyMatch(Lane::isSubscribing);
    }

    private void forgetEarlyUnlessAwaited() {
        if (!awaitsAnswer()) {
            counters.unclaimed.add(earlyCount);
            early.clear();
            earlyCount = 0;
            holed.clear();
        }
    }
}
