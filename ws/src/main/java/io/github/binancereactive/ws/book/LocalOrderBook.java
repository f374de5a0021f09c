/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import io.github.binancereactive.core.book.BookStatus;
import io.github.binancereactive.core.book.BookStatus.State;
import io.github.binancereactive.core.book.BookView;
import io.github.binancereactive.core.book.OrderBook;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.ws.session.OwnException;
import io.github.binancereactive.ws.session.SerialSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/**
 * The book of a symbol, which keeps itself right, or says that it is not. Shared: all who ask for the book of a symbol get this
 * one, and it costs one subscription and one snapshot.
 *
 * <p>It is kept as long as somebody subscribes to any of its publishers or holds what {@link #keep()} returns, and for a while
 * after ({@link OrderBookOptions#linger()}). Otherwise it is {@code SYNCING}, and shows nothing. Losing a connection is no failure;
 * publishers fail when the exchange refuses the stream or the snapshot, when the client is disposed of, and when something
 * comes that can't be understood. Whoever subscribes afterwards starts anew.
 *
 * <p>Signals come on the event loop that brought the update, or the answer with the snapshot, or on the thread that asks for
 * more: don't block there.
 */
public final class LocalOrderBook {

    private static final BookStatus IDLE = new BookStatus(State.SYNCING, null);

    private final String symbol;
    private final OrderBookOptions options;
    private final DepthSource source;
    private final SnapshotDesk desk;
    private final SerialSteps turns = new SerialSteps("an order book");
    private final List<BookReader<?>> statusReaders = new ArrayList<>(); // only within a turn
    private final List<BookReader<?>> viewReaders = new ArrayList<>(); // likewise
    private final Disposable.Swap lingering = Disposables.swap();
    private @Nullable BookKeeper keeper; // only within a turn
    private volatile @Nullable OrderBook book; // changed within turns
    private volatile BookStatus status = IDLE; // likewise

    LocalOrderBook(String symbol, OrderBookOptions options, DepthSource source, SnapshotDesk desk) {
        this.symbol = symbol;
        this.options = options;
        this.source = source;
        this.desk = desk;
    }

    /**
     * Whose book this is.
     *
     * @return name of the symbol
     */
    public String symbol() {
        return symbol;
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
     * The present status, and each that follows. Who is slow gets the latest and misses those before.
     *
     * @return never completes by itself
     */
    public Flux<BookStatus> statuses() {
        return new BookFlux<>(() -> Mailbox.ofLatest(this::status), reader -> join(reader, statusReaders), this::leave);
    }

    /**
     * The book as it is now, {@link OrderBookOptions#viewLevels()} deep.
     *
     * @return empty unless the book is live
     */
    public Optional<BookView> view() {
        return view(options.viewLevels());
    }

    /**
     * The book as it is now.
     *
     * @param levels how many levels of a side at most
     * @return empty unless the book is live
     */
    public Optional<BookView> view(int levels) {
        OrderBook present = book;
        return present == null ? Optional.empty() : present.view(levels);
    }

    /**
     * All levels that are held, as {@link OrderBook#held()}.
     *
     * @return empty unless the book is live
     */
    public Optional<Depth> held() {
        OrderBook present = book;
        return present == null ? Optional.empty() : present.held();
    }

    /**
     * The book when it becomes live and whenever it changes, {@link OrderBookOptions#viewLevels()} deep. Who is slow gets the
     * latest and misses those before; nothing comes while the book is not live, which {@link #statuses()} tells.
     *
     * @return never completes by itself
     */
    public Flux<BookView> updates() {
        return updates(options.viewLevels());
    }

    /**
     * As {@link #updates()}.
     *
     * @param levels how many levels of a side at most
     * @return never completes by itself
     */
    public Flux<BookView> updates(int levels) {
        requireLevels(levels);
        return new BookFlux<>(
                () -> Mailbox.ofLatest(() -> view(levels).orElse(null)),
                reader -> join(reader, viewReaders),
                this::leave);
    }

    /**
     * The book after every single update. Who is slower than {@link OrderBookOptions#bufferSize()} updates gets what was kept, and
     * then an overflow error.
     *
     * @param levels how many levels of a side at most
     * @return never completes by itself
     */
    public Flux<BookView> everyUpdate(int levels) {
        requireLevels(levels);
        return new BookFlux<>(
                () -> Mailbox.ofEach(options.bufferSize(), () -> view(levels).orElse(null)),
                reader -> join(reader, viewReaders),
                this::leave);
    }

    /**
     * Keeps the book without a subscription, until that fails.
     *
     * @return to be disposed of when the book is not needed any more
     */
    public Disposable keep() {
        return statuses()
                .onErrorComplete()
                .subscribe(); // an error at the moment of the end would be reported as dropped
    }

    private static void requireLevels(int levels) {
        if (levels < 1) {
            throw new IllegalArgumentException("levels must be at least 1, not " + levels);
        }
    }

    private void join(BookReader<?> reader, List<BookReader<?>> readers) {
        turns.run(() -> {
            if (reader.hasLeft()) {
                return;
            }
            readers.add(reader);
            lingering.update(Disposables.disposed());
            if (keeper == null) {
                start();
            }
            reader.onNews();
        });
    }

    private void start() {
        BookKeeper next = new BookKeeper(symbol, options, source, desk, turns, new Readers());
        keeper = next;
        book = next.book();
        next.start();
    }

    private void leave(BookReader<?> reader) {
        turns.run(() -> {
            boolean left = statusReaders.remove(reader) || viewReaders.remove(reader); // it is in one of them
            if (left && isUnwanted()) {
                linger();
            }
        });
    }

    private void linger() {
        try {
            lingering.update(options.scheduler()
                    .schedule(
                            () -> turns.run(this::stopUnlessWanted),
                            options.linger().toNanos(),
                            TimeUnit.NANOSECONDS));
        } catch (RejectedExecutionException over) {
            stopUnlessWanted();
        }
    }

    private boolean isUnwanted() {
        return statusReaders.isEmpty() && viewReaders.isEmpty();
    }

    private void stopUnlessWanted() {
        BookKeeper present = keeper;
        if (isUnwanted() && present != null) {
            present.stop();
            forget();
        }
    }

    private void forget() {
        keeper = null;
        book = null;
        status = IDLE;
    }

    /** Within the book's turns. */
    private final class Readers implements BookKeeper.Audience {

        @Override
        public void onStatus(BookStatus next) {
            status = next;
            statusReaders.forEach(BookReader::onNews); // leaving is a turn of its own: the list stays as it is
        }

        @Override
        public void onUpdated() {
            viewReaders.forEach(BookReader::onNews); // likewise
        }

        @Override
        public void onEnd(@Nullable Throwable cause) {
            List<BookReader<?>> all = new ArrayList<>(statusReaders);
            all.addAll(viewReaders);
            statusReaders.clear();
            viewReaders.clear();
            forget();
            all.forEach(reader -> reader.end(cause == null ? null : OwnException.of(cause)));
        }
    }
}
