/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.book;

/** What became of an update or of a snapshot. */
public enum BookStep {
    /** The update waits for a snapshot. */
    BUFFERED,
    /** The update is in the book, which is live. */
    APPLIED,
    /** It was in the book before, or nobody had asked for it. */
    IGNORED,
    /** The snapshot is in the book, with all updates that waited for it; the book is live. */
    SYNCED,
    /** The snapshot is older than the updates that wait for one, or than the book: another one is needed. */
    SNAPSHOT_TOO_OLD,
    /** The book was discarded, and a snapshot is needed. */
    DISCARDED
}
