/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.book;

import org.jspecify.annotations.Nullable;

/**
 * Whether a book is right, and if not, why.
 *
 * @param state whether it is
 * @param reason why it is not, or may not be; null while it is live, and while nothing has happened yet
 */
public record BookStatus(State state, @Nullable Reason reason) {

    static final BookStatus SYNCING = new BookStatus(State.SYNCING, null);
    static final BookStatus LIVE = new BookStatus(State.LIVE, null);

    /** Whether a book is right. */
    public enum State {
        /** It waits for its first snapshot. */
        SYNCING,
        /** It is the exchange's book as of its last update id. The only state in which it is shown. */
        LIVE,
        /** It may be behind. If the next update continues it, it is live again. */
        STALE,
        /** It is known to be wrong, and waits for a new snapshot. */
        RESYNCING
    }

    /** Why a book is not live. */
    public enum Reason {
        /** An update is missing. */
        GAP,
        /** Somebody would pay more than somebody else asks, and that was not so in the snapshot. */
        CROSSED,
        /** No level of a side is known any more, and there may be some beyond those that the snapshot had. */
        DEPTH_EXHAUSTED,
        /** Updates came faster than they could be taken. */
        OVERFLOW,
        /** The connection was lost. */
        CONNECTION_LOST,
        /** The stream says that something may be missing. */
        EVENTS_MISSING,
        /** No update came for some time. */
        SILENT
    }

    /**
     * Whether the book is right.
     *
     * @return true in the state {@link State#LIVE}
     */
    public boolean isLive() {
        return state == State.LIVE;
    }
}
