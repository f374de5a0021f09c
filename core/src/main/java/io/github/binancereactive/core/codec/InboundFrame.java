/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import org.jspecify.annotations.Nullable;

/**
 * What an inbound frame of the WebSocket API says. Mutable and used again for the next frame, so that reading one makes no
 * garbage but the result; for one thread.
 */
public final class InboundFrame {

    /** What {@link #id()} returns when the frame has no id that is ours. */
    public static final long NO_ID = -1;

    /** Kept here so that reading a frame makes no garbage: it is for one thread, as this is. */
    final JsonReader reader = new JsonReader();

    private long id = NO_ID;
    private boolean answer;
    private int status;
    private @Nullable Object result;
    private @Nullable ErrorBody error;
    private @Nullable String event;

    /** Creates a frame that says nothing yet. */
    public InboundFrame() {}

    /** Forgets everything. */
    public void clear() {
        id = NO_ID;
        answer = false;
        status = 0;
        result = null;
        error = null;
        event = null;
    }

    /**
     * The request that this answers.
     *
     * @return {@link #NO_ID} when the id is null, missing or not a whole number
     */
    public long id() {
        return id;
    }

    /**
     * Whether this is an answer: it has an id, be it null, or a status.
     *
     * @return false for events
     */
    public boolean isAnswer() {
        return answer;
    }

    /**
     * The status of an answer.
     *
     * @return as in HTTP; 0 when there is none
     */
    public int status() {
        return status;
    }

    /**
     * The decoded result.
     *
     * @return null when there is none, when nobody waited for it, or when it has no content
     */
    public @Nullable Object result() {
        return result;
    }

    /**
     * The error of a failed request.
     *
     * @return null when there is none
     */
    public @Nullable ErrorBody error() {
        return error;
    }

    /**
     * The type of an event, such as {@code serverShutdown}.
     *
     * @return null when this is no event
     */
    public @Nullable String event() {
        return event;
    }

    void answers(long requestId) {
        answer = true;
        id = requestId;
    }

    void status(int value) {
        answer = true;
        status = value;
    }

    void result(@Nullable Object value) {
        result = value;
    }

    void error(ErrorBody body) {
        error = body;
    }

    void event(String type) {
        event = type;
    }
}
