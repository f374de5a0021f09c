/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.util.concurrent.Queues;

/** What a subscriber has yet to get. Filled by one thread at a time, emptied by one thread at a time. */
interface Mailbox<T> {

    /**
     * There is news.
     *
     * @return false when there is no room for it
     */
    boolean fill();

    /** Takes what is next; null when there is nothing. */
    @Nullable T take();

    /** Whether a subscriber has to get something before it may hear of the end. */
    boolean owes();

    /** Nobody takes any more. For the one who empties it. */
    void clear();

    /** Only that there is news: what it is, is looked up when the subscriber wants it, and so is the latest. */
    static <T> Mailbox<T> ofLatest(Supplier<@Nullable T> source) {
        return new Latest<>(source);
    }

    /** Everything, up to a number. */
    static <T> Mailbox<T> ofEach(int size, Supplier<@Nullable T> source) {
        return new Each<>(size, source);
    }

    /** {@link #ofLatest}. */
    final class Latest<T> implements Mailbox<T> {
        private final Supplier<@Nullable T> source;
        private volatile boolean news;
        private @Nullable T last; // only by the one who empties it

        Latest(Supplier<@Nullable T> source) {
            this.source = source;
        }

        @Override
        public boolean fill() {
            news = true;
            return true;
        }

        @Override
        public @Nullable T take() {
            if (!news) {
                return null;
            }
            news = false; // before looking: what comes in between is news again, at worst of what was just seen
            T now = source.get();
            if (now == last) {
                return null;
            }
            last = now;
            return now;
        }

        @Override
        public boolean owes() {
            return false;
        }

        @Override
        public void clear() {
            last = null;
        }
    }

    /** {@link #ofEach}. */
    final class Each<T> implements Mailbox<T> {
        private final int size;
        private final Supplier<@Nullable T> source;
        private final Queue<T> queue = Queues.<T>unbounded(64).get();

        Each(int size, Supplier<@Nullable T> source) {
            this.size = size;
            this.source = source;
        }

        @Override
        public boolean fill() {
            if (queue.size() >= size) {
                return false;
            }
            T now = source.get();
            return now == null || queue.offer(now);
        }

        @Override
        public @Nullable T take() {
            return queue.poll();
        }

        @Override
        public boolean owes() {
            return !queue.isEmpty();
        }

        @Override
        public void clear() {
            queue.clear();
        }
    }
}
