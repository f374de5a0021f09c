/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is subscribed to which stream, and the one way that events take to them. Confined to the event loop.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams">WebSocket Streams</a>
 */
public final class StreamBoard {

    private final Map<String, Set<StreamSession>> subscribers = new LinkedHashMap<>();
    private final List<StreamInterest> interests = new ArrayList<>();
    private StreamFilter filter = StreamFilter.NONE;

    /** A board that nobody has subscribed to. */
    public StreamBoard() {
        // Subscriptions come with the sessions.
    }

    /**
     * Sends an event to every connection that is subscribed to the stream, unless the filter decides otherwise. Costs next
     * to nothing when there is none.
     *
     * @param stream the stream's name
     * @param event the event
     */
    public void publish(String stream, StreamEvent event) {
        if (isWanted(stream)) {
            filter.pass(stream, event, this::send);
        }
    }

    private void send(String stream, StreamEvent event) {
        Set<StreamSession> sessions = subscribers.get(stream);
        if (sessions != null) {
            StreamFrames frames = new StreamFrames(stream, event);
            // A session that breaks while it is told leaves the set.
            List.copyOf(sessions).forEach(session -> session.send(frames));
        }
    }

    /**
     * Puts a filter in the way of all events from now on, in place of the one before.
     *
     * @param between the filter
     */
    public void filter(StreamFilter between) {
        filter = between;
    }

    /**
     * Whether somebody is subscribed.
     *
     * @param stream the stream's name
     * @return true when an event would reach somebody
     */
    public boolean isWanted(String stream) {
        return subscribers.containsKey(stream);
    }

    /**
     * The streams that somebody is subscribed to.
     *
     * @return a copy
     */
    public Set<String> wanted() {
        return new LinkedHashSet<>(subscribers.keySet());
    }

    /**
     * Tells somebody which streams are wanted from now on.
     *
     * @param interest who wants to know
     */
    public void tell(StreamInterest interest) {
        interests.add(interest);
    }

    void join(String stream, StreamSession session) {
        Set<StreamSession> sessions = subscribers.get(stream);
        if (sessions != null) {
            sessions.add(session);
            return;
        }
        subscribers.put(stream, new LinkedHashSet<>(Set.of(session)));
        interests.forEach(interest -> interest.wanted(stream));
    }

    void leave(String stream, StreamSession session) {
        Set<StreamSession> sessions = subscribers.get(stream);
        if (sessions != null && sessions.remove(session) && sessions.isEmpty()) {
            subscribers.remove(stream);
            interests.forEach(interest -> interest.unwanted(stream));
        }
    }
}
