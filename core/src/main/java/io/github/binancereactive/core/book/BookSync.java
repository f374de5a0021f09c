/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.book;

import io.github.binancereactive.core.book.BookStatus.Reason;
import io.github.binancereactive.core.book.BookStatus.State;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps a book in step with depth updates, as the exchange documents it. To be fed by one thread at a time: with every update as it
 * comes, and with a snapshot whenever {@link #wantsSnapshot()}, asked for after that.
 *
 * <ul>
 *   <li>Updates that come before the snapshot wait for it. A snapshot older than the first of them is no good.
 *   <li>Updates up to the snapshot's {@code lastUpdateId} are dropped; the first after them must reach back to it.
 *   <li>From then on, an update that ends before the book's last update, or with it, is ignored; one that begins later than right
 *       after it means that something is missing: the book is discarded. One that overlaps is applied, since its quantities are the newest.
 *   <li>If nothing newer has come, a book is live with its snapshot alone; the next update has to reach back to it all the same.
 *   <li>A book that becomes crossed by an update, be it one that waited, is discarded. One that is crossed in the snapshot is so at the exchange, such as
 *       before trading begins, and is taken as it is; the guard is back as soon as it is not crossed any more.
 *   <li>When few levels of a cut-off snapshot are left, another one is wanted, and the book stays live meanwhile.
 * </ul>
 *
 * <p>A number that doesn't fit into 64 bits without its decimal point is an {@link ArithmeticException}, and the book is
 * discarded.
 */
public final class BookSync {

    private final OrderBook book;
    private final int bufferSize;
    private final Deque<DepthUpdate> waiting = new ArrayDeque<>(); // without gaps, the oldest first
    private BookStatus status = BookStatus.SYNCING;
    private boolean wanting = true;
    private long applied;
    private long ignored;
    private long discarded;

    private BookSync(String symbol, BookOptions options) {
        this.book = new OrderBook(symbol, options);
        this.bufferSize = options.bufferSize();
    }

    /**
     * A book that waits for its first snapshot.
     *
     * @param symbol name of the symbol
     * @param options how much of it to keep
     * @return the new book's keeper
     */
    public static BookSync of(String symbol, BookOptions options) {
        return new BookSync(symbol, options);
    }

    /**
     * The book, to be read by any thread.
     *
     * @return always the same object
     */
    public OrderBook book() {
        return book;
    }

    /**
     * Whether the book is right.
     *
     * @return the present status
     */
    public BookStatus status() {
        return status;
    }

    /**
     * Whether somebody should ask the exchange for a snapshot: always unless the book is live, and sometimes when it is.
     *
     * @return true until a snapshot has been taken
     */
    public boolean wantsSnapshot() {
        return wanting;
    }

    /**
     * How many updates were applied, those that had waited included.
     *
     * @return since the beginning
     */
    public long applied() {
        return applied;
    }

    /**
     * How many updates were not needed, because the snapshot or the book had them before.
     *
     * @return since the beginning
     */
    public long ignored() {
        return ignored;
    }

    /**
     * How often the book was discarded.
     *
     * @return since the beginning
     */
    public long discarded() {
        return discarded;
    }

    /**
     * An update came.
     *
     * @param update the update
     * @return what became of it
     * @throws IllegalArgumentException when it is another symbol's
     * @throws ArithmeticException when a number doesn't fit; the book is discarded
     */
    public BookStep onUpdate(DepthUpdate update) {
        if (!update.symbol().equals(book.symbol())) {
            throw new IllegalArgumentException("an update of " + update.symbol() + " for the book of " + book.symbol());
        }
        if (!hasBook()) {
            return buffer(update) ? BookStep.BUFFERED : BookStep.IGNORED;
        }
        if (update.lastUpdateId() <= book.lastUpdateId()) {
            ignored++;
            return BookStep.IGNORED;
        }
        if (update.firstUpdateId() > book.lastUpdateId() + 1) {
            return discardBefore(update, Reason.GAP);
        }
        return apply(update);
    }

    private BookStep apply(DepthUpdate update) {
        OrderBook.Health health;
        try {
            health = book.apply(update);
        } catch (ArithmeticException doesNotFit) {
            restart(Reason.GAP);
            throw doesNotFit;
        }
        if (health == OrderBook.Health.CROSSED) {
            return discardBefore(update, Reason.CROSSED);
        }
        if (health == OrderBook.Health.EXHAUSTED) {
            return discardBefore(update, Reason.DEPTH_EXHAUSTED);
        }
        boolean stale = status.state() == State.STALE; // what a refresh was wanted for is settled then
        wanting = health == OrderBook.Health.THIN || (wanting && !stale);
        if (wanting) {
            buffer(update); // the next snapshot may be older
        } else {
            waiting.clear();
        }
        applied++;
        status = BookStatus.LIVE;
        return BookStep.APPLIED;
    }

    private BookStep discardBefore(DepthUpdate update, Reason reason) {
        restart(reason);
        buffer(update);
        return BookStep.DISCARDED;
    }

    /** A gap among those that wait makes those before it useless: a snapshot has to be younger than all of them anyway. */
    private boolean buffer(DepthUpdate update) {
        DepthUpdate last = waiting.peekLast();
        if (last != null && update.lastUpdateId() <= last.lastUpdateId()) {
            ignored++;
            return false;
        }
        if (last != null && update.firstUpdateId() > last.lastUpdateId() + 1) {
            waiting.clear();
        } else if (waiting.size() == bufferSize) {
            waiting.removeFirst();
        }
        waiting.addLast(update);
        return true;
    }

    /**
     * A snapshot came.
     *
     * @param snapshot the snapshot
     * @param limit how many levels were asked for: a side that has as many may go on beyond them
     * @return what became of it
     * @throws ArithmeticException when a number doesn't fit; the book is discarded
     */
    public BookStep onSnapshot(Depth snapshot, int limit) {
        if (!wanting) {
            return BookStep.IGNORED;
        }
        if (isTooOld(snapshot.lastUpdateId())) {
            return BookStep.SNAPSHOT_TOO_OLD;
        }
        while (!waiting.isEmpty() && waiting.getFirst().lastUpdateId() <= snapshot.lastUpdateId()) {
            waiting.removeFirst();
            ignored++;
        }
        return start(snapshot, limit);
    }

    private boolean isTooOld(long snapshotId) {
        DepthUpdate first = waiting.peekFirst();
        if (first != null) {
            return snapshotId < first.firstUpdateId();
        }
        return hasBook() && snapshotId < book.lastUpdateId();
    }

    private BookStep start(Depth snapshot, int limit) {
        boolean fresh = !hasBook(); // else these were counted before
        OrderBook.Health health;
        try {
            health = book.replace(snapshot, limit, waiting);
        } catch (ArithmeticException doesNotFit) {
            restart(Reason.GAP);
            throw doesNotFit;
        }
        applied += fresh ? waiting.size() : 0;
        if (health == OrderBook.Health.EXHAUSTED || health == OrderBook.Health.CROSSED) {
            restart(health == OrderBook.Health.CROSSED ? Reason.CROSSED : Reason.DEPTH_EXHAUSTED);
            return BookStep.DISCARDED;
        }
        waiting.clear();
        wanting = health == OrderBook.Health.THIN;
        status = BookStatus.LIVE;
        return BookStep.SYNCED;
    }

    /**
     * Something may be missing. A live book is stale until an update continues it, or a snapshot comes; updates that wait without
     * a book are forgotten.
     *
     * @param reason why; what was the first reason to doubt the book stays so
     */
    public void suspend(Reason reason) {
        if (status.isLive()) {
            status = new BookStatus(State.STALE, reason);
            book.hide();
        } else if (!hasBook()) {
            waiting.clear();
        }
    }

    /** Wants a new snapshot, and keeps the book as it is until that comes, or, if it is stale, until an update continues it. */
    public void refresh() {
        wanting = true;
    }

    /**
     * Discards the book and begins again.
     *
     * @param reason why
     */
    public void restart(Reason reason) {
        boolean had = hasBook();
        if (had) {
            discarded++;
        }
        if (had || status.state() == State.RESYNCING) {
            status = new BookStatus(State.RESYNCING, reason);
        }
        book.clear();
        waiting.clear();
        wanting = true;
    }

    private boolean hasBook() {
        return status.state() == State.LIVE || status.state() == State.STALE;
    }
}
