/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.codec.ElementDecoder;
import io.github.binancereactive.core.endpoint.ResultType;
import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.scheduler.Scheduler;
import reactor.util.concurrent.Queues;

/**
 * Reads the body of one answer that is a list, and hands over its elements as they arrive and as they are asked for. What is
 * not asked for stays undecoded, but for a little; pieces that are not decoded are not replaced by further ones, and so the
 * connection is read no faster than the subscriber takes.
 *
 * <p>Signals of the body come on the event loop, which only queues pieces. {@code work} counts reasons to look at them, and
 * who raises it from zero is the only one to look until it is zero again: the event loop, or whoever asks for elements,
 * while the answer is small; a task on the decode scheduler once it has proved to be large.
 */
final class ElementReader<E> implements CoreSubscriber<ByteBuf>, Subscription, Runnable {

    /** Pieces under way, of at most 8 KiB each. */
    static final int PREFETCH = 16;

    /** So much is decoded at a time: the elements in it are all that ever wait. */
    static final int SLICE = 1 << 10;

    private static final int REPLENISH = PREFETCH / 2;

    private final RestConfig config;
    private final Scheduler scheduler;
    private final Demand demand;
    private final CoreSubscriber<? super E> actual;
    private final ElementDecoder decoder;
    private final Queue<ByteBuf> pieces = Queues.<ByteBuf>unbounded(PREFETCH).get();
    private final AtomicInteger work = new AtomicInteger();

    // Event loop only.
    private long received;
    private boolean done;

    private volatile @Nullable Subscription upstream;
    private volatile boolean large;
    private volatile boolean cancelled;
    private volatile boolean complete;
    private volatile @Nullable Throwable failure;
    private volatile boolean moved;
    private volatile boolean held;

    // Of whoever has the work.
    private final Queue<E> elements = new ArrayDeque<>();
    private final byte[] slice = new byte[SLICE];
    private @Nullable ByteBuf piece;
    private int consumed;
    private boolean broken;
    private boolean finished;
    private boolean ended;

    ElementReader(ResultType<List<E>> type, RestConfig config, Demand demand, CoreSubscriber<? super E> actual) {
        this.config = config;
        this.scheduler = config.decodeScheduler();
        this.demand = demand;
        this.actual = actual;
        this.decoder = config.codec().elements(type, elements::add);
    }

    @Override
    public void onSubscribe(Subscription s) {
        upstream = s;
        actual.onSubscribe(this);
        s.request(PREFETCH);
    }

    @Override
    public void onNext(ByteBuf next) {
        if (done) {
            return;
        }
        received += next.readableBytes();
        if (received > config.maxBodySize()) {
            done = true;
            fail(BadAnswer.unreadable(AnswerHead.tooLarge(config.maxBodySize()), null));
            return;
        }
        large |= received > AnswerReader.SMALL;
        moved = true;
        pieces.offer(next.retain());
        wake();
    }

    @Override
    public void onComplete() {
        if (!done) {
            done = true;
            if (received == 0) {
                fail(BadAnswer.unreadable("the answer is empty", null));
            } else {
                complete = true;
                wake();
            }
        }
    }

    @Override
    public void onError(Throwable error) {
        if (!done) {
            done = true;
            fail(error);
        }
    }

    private void fail(Throwable error) {
        failure = error;
        wake();
    }

    /** The demand of the one subscriber behind this is unbounded; how much may be emitted, {@link Demand} says. */
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {
        cancelled = true;
        Subscription s = upstream;
        if (s != null) {
            s.cancel();
        }
        if (work.getAndIncrement() == 0) {
            run();
        }
    }

    /** Whether anything came or was taken since this was last asked. */
    boolean hasMoved() {
        boolean result = moved;
        moved = false;
        return result;
    }

    /** Whether the whole answer has come. */
    boolean hasAll() {
        return complete;
    }

    /** Whether there are elements that nobody has asked for. */
    boolean isHeld() {
        return held;
    }

    /** There may be something to do: a piece, the end, or demand. Any thread. */
    void wake() {
        if (work.getAndIncrement() != 0) {
            return;
        }
        if (!large) {
            run();
            return;
        }
        try {
            scheduler.schedule(this);
        } catch (RejectedExecutionException e) {
            failure = e;
            broken = true;
            run();
        }
    }

    @Override
    public void run() {
        int seen = work.get();
        do {
            drain();
            seen = work.addAndGet(-seen);
        } while (seen != 0);
    }

    private void drain() {
        boolean busy = true;
        while (busy && !ended && !cancelled) {
            busy = elements.isEmpty() ? advance() : emit();
        }
        if (ended || cancelled) {
            discard();
        }
    }

    /** Hands over one element, if it is asked for. An error doesn't wait for demand. */
    private boolean emit() {
        if (!demand.take()) {
            held = true;
            Throwable error = failure;
            if (error != null) {
                end(error);
            }
            return false;
        }
        held = false;
        moved = true;
        E next = elements.remove();
        actual.onNext(next);
        return true;
    }

    /** Decodes a little, or comes to the end. */
    private boolean advance() {
        // Both read before polling: a piece can't come after the completion or the failure.
        Throwable error = failure;
        boolean last = complete;
        ByteBuf next = broken ? null : piece();
        if (next != null) {
            decode(next);
        } else if (error != null) {
            end(error);
        } else if (!last) {
            return false;
        } else if (finished) {
            ended = true;
            actual.onComplete();
        } else {
            finish();
        }
        return true;
    }

    private @Nullable ByteBuf piece() {
        if (piece == null) {
            piece = pieces.poll();
        }
        return piece;
    }

    private void decode(ByteBuf from) {
        int length = Math.min(SLICE, from.readableBytes());
        from.readBytes(slice, 0, length);
        try {
            decoder.feed(slice, 0, length);
        } catch (Throwable e) {
            damaged(e);
            return;
        }
        if (!from.isReadable()) {
            release(from);
        }
    }

    private void release(ByteBuf used) {
        piece = null;
        used.release();
        Subscription s = upstream;
        if (++consumed == REPLENISH && s != null) {
            consumed = 0;
            s.request(REPLENISH);
        }
    }

    private void finish() {
        finished = true;
        try {
            decoder.finish();
        } catch (Throwable e) {
            damaged(e);
        }
    }

    /** The elements before the damage were all right, and are still handed over. */
    private void damaged(Throwable e) {
        broken = true;
        failure = AnswerReader.undecodable(e);
    }

    private void end(Throwable error) {
        ended = true;
        Subscription s = upstream;
        if (s != null) {
            s.cancel();
        }
        actual.onError(error);
    }

    private void discard() {
        elements.clear();
        for (ByteBuf rest = piece(); rest != null; rest = piece()) {
            piece = null;
            rest.release();
        }
    }
}
