/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import io.github.binancereactive.core.model.user.UserDataEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Two connections carry the same events, each in order, the follower from some point on and either of them ahead of the other.
 * The leader's are handed on as they come; this finds out which of the follower's remain when the leader is gone. Pure; for steps
 * only.
 *
 * <p>What only one of both has brought is kept, counted: two events may be alike, such as two equal deposits in the same
 * millisecond, and both count.
 */
final class Overlap {

    private final int bound;
    private final Map<Object, Integer> leaderAhead = new HashMap<>();
    private final Deque<UserDataEvent> followerAhead = new ArrayDeque<>();
    private boolean proven;

    Overlap(int bound) {
        this.bound = bound;
    }

    /** The leader has brought an event. Says whether the follower had brought it before. */
    boolean leaderBrought(UserDataEvent event) {
        Object key = EventKey.of(event);
        // It is the first one as a rule, since both have the same order.
        for (Iterator<UserDataEvent> events = followerAhead.iterator(); events.hasNext(); ) {
            if (EventKey.of(events.next()).equals(key)) {
                events.remove();
                proven = true;
                return true;
            }
        }
        leaderAhead.merge(key, 1, Integer::sum);
        return false;
    }

    /** The follower has brought an event. Says whether the leader had brought it before. */
    boolean followerBrought(UserDataEvent event) {
        if (!take(EventKey.of(event))) {
            followerAhead.add(event);
            return false;
        }
        proven = true;
        return true;
    }

    /** Whether the follower is so far ahead that the leader must be stuck. */
    boolean isFull() {
        return followerAhead.size() > bound;
    }

    /** Whether both have brought the same event once: then nothing lies between the end of the leader and what remains. */
    boolean isProven() {
        return proven;
    }

    /** The leader is gone: the follower's events that it has not brought. Those to come are to be given to {@link #isRepeated}. */
    List<UserDataEvent> rest() {
        List<UserDataEvent> rest = new ArrayList<>(followerAhead);
        if (!rest.isEmpty()) {
            leaderAhead.clear(); // the follower is past the leader, and has the order of the leader
        }
        followerAhead.clear();
        return rest;
    }

    /** Whether an event of the follower is one that the leader, while it was there, had brought before. */
    boolean isRepeated(UserDataEvent event) {
        if (leaderAhead.isEmpty()) {
            return false;
        }
        if (take(EventKey.of(event))) {
            return true;
        }
        leaderAhead.clear(); // past the leader
        return false;
    }

    private boolean take(Object key) {
        Integer count = leaderAhead.get(key);
        if (count == null) {
            return false;
        }
        if (count == 1) {
            leaderAhead.remove(key);
        } else {
            leaderAhead.put(key, count - 1);
        }
        return true;
    }
}
