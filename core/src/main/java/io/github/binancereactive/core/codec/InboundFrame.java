/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.model.general.RateLimitUsage;
import io.github.binancereactive.core.model.user.UserDataEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an inbound frame of the WebSocket API says. Mutable and used again for the next frame, so that reading one makes no
 * garbage but the result; for one thread.
 */
public final class InboundFrame {

    /** What {@link #id()} returns when the frame has no id that is ours. */
    public static final long NO_ID = -1;

    /** What {@link #subscriptionId()} returns when the frame names no subscription. */
    public static final int NO_SUBSCRIPTION = -1;

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    /** Kept here so that reading a frame makes no garbage: it is for one thread, as this is. */
    final JsonReader reader = new JsonReader();

    private long id = NO_ID;
    private boolean answer;
    private int status;
    private @Nullable Object result;
    private @Nullable ErrorBody error;
    private boolean refused; // by an error that stood in place of the result
    private @Nullable String event;
    private int subscriptionId = NO_SUBSCRIPTION;
    private @Nullable UserDataEvent userData;
    private final @Nullable JsonRateLimits rateLimitsReader;
    private List<RateLimitUsage> rateLimits = List.of();

    /** Creates a frame that says nothing yet, and that will skip {@code rateLimits}. */
    public InboundFrame() {
        this(false);
    }

    /**
     * Creates a frame that says nothing yet.
     *
     * @param keepsRateLimits whether {@code rateLimits} are read; otherwise they are skipped
     */
    public InboundFrame(boolean keepsRateLimits) {
        this.rateLimitsReader = keepsRateLimits ? new JsonRateLimits() : null;
    }

    /** Forgets everything. */
    public void clear() {
        id = NO_ID;
        answer = false;
        status = 0;
        result = null;
        error = null;
        refused = false;
        event = null;
        subscriptionId = NO_SUBSCRIPTION;
        userData = null;
        rateLimits = List.of();
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
     * @return as in HTTP; 0 when there is none; 400 in place of 200 where a refusal stands in place of the result
     */
    public int status() {
        return refused && status == OK ? BAD_REQUEST : status;
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

    /**
     * The subscription that an event belongs to.
     *
     * @return {@link #NO_SUBSCRIPTION} when the frame doesn't say
     */
    public int subscriptionId() {
        return subscriptionId;
    }

    /**
     * The event of a user data stream.
     *
     * @return null when this is none
     */
    public @Nullable UserDataEvent userData() {
        return userData;
    }

    /**
     * The state of the limits that the answer reports.
     *
     * @return an unmodifiable list; empty unless this frame keeps them
     */
    public List<RateLimitUsage> rateLimits() {
        return rateLimits;
    }

    /** Null when they are to be skipped. */
    @Nullable JsonRateLimits rateLimitsReader() {
        return rateLimitsReader;
    }

    void rateLimits(List<RateLimitUsage> usages) {
        rateLimits = usages;
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

    void refused(ErrorBody body) {
        error = body;
        refused = true;
    }

    void event(String type) {
        event = type;
    }

    void subscriptionId(int id) {
        subscriptionId = id;
    }

    void userData(UserDataEvent content) {
        userData = content;
    }
}
