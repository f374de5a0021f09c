/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.codec.ChunkedDecoder;
import io.netty.buffer.ByteBuf;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.scheduler.Scheduler;
import reactor.util.concurrent.Queues;

/**
 * Decodes a large body as it arrives, away from the event loop. The loop only queues pieces; one task at a time takes them
 * from there. A bounded number is under way, so that a decoder which falls behind slows the sender and not the memory.
 *
 * <p>Every piece that was offered is released here, exactly once: whoever takes it out of the queue does it. {@code work}
 * counts reasons to look at the queue, and who raises it from zero is the only one to look until it is zero again.
 */
final class PieceDecoder<R> implements Runnable {

    /** Pieces of at most 8 KiB each. */
    static final int PREFETCH = 64;

    private static final int REPLENISH = PREFETCH / 2;

    private final ChunkedDecoder<R> decoder;
    private final Scheduler scheduler;
    private final Subscription upstream;
    private final Subscriber<? super R> actual;
    private final Queue<ByteBuf> pieces = Queues.<ByteBuf>unbounded(PREFETCH).get();
    private final AtomicInteger work = new AtomicInteger();

    private volatile boolean cancelled;
    private volatile boolean complete;
    private volatile @Nullable Throwable failure;

    // Of the task that has the work.
    private byte[] scratch = {};
    private int consumed;
    private boolean ended;

    PieceDecoder(ChunkedDecoder<R> decoder, Scheduler scheduler, Subscription upstream, Subscriber<? super R> actual) {
        this.decoder = decoder;
        this.scheduler = scheduler;
        this.upstream = upstream;
        this.actual = actual;
    }

    /** Takes over a piece and the duty to release it. Event loop only. */
    void offer(ByteBuf piece) {
        pieces.offer(piece);
        schedule();
    }

    /** Event loop only. */
    void complete() {
        complete = true;
        schedule();
    }

    /** Event loop only. What is still queued is of no use any more. */
    void fail(Throwable error) {
        failure = error;
        schedule();
    }

    /** Any thread. */
    void cancel() {
        cancelled = true;
        if (work.getAndIncrement() == 0) {
            run();
        }
    }

    private void schedule() {
        if (work.getAndIncrement() != 0) {
            return;
        }
        try {
            scheduler.schedule(this);
        } catch (RejectedExecutionException e) {
            failure = e;
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
        while (!ended && !cancelled && failure == null) {
            // Read before polling: a piece can't come after the completion.
            boolean last = complete;
            ByteBuf piece = pieces.poll();
            if (piece != null) {
                decode(piece);
            } else if (last) {
                finish();
            } else {
                return;
            }
        }
        Throwable error = failure;
        if (error != null && !cancelled) {
            end(error);
        }
        discard();
    }

    private void decode(ByteBuf piece) {
        try {
            feed(piece);
        } catch (Throwable e) {
            end(AnswerReader.undecodable(e));
            return;
        } finally {
            piece.release();
        }
        if (++consumed == REPLENISH) {
            consumed = 0;
            upstream.request(REPLENISH);
        }
    }

    private void feed(ByteBuf piece) {
        int length = piece.readableBytes();
        if (piece.hasArray()) {
            decoder.feed(piece.array(), piece.arrayOffset() + piece.readerIndex(), length);
            return;
        }
        if (scratch.length < length) {
            scratch = new byte[length];
        }
        piece.getBytes(piece.readerIndex(), scratch, 0, length);
        decoder.feed(scratch, 0, length);
    }

    private void finish() {
        R answer;
        try {
            answer = decoder.finish();
        } catch (Throwable e) {
            end(AnswerReader.undecodable(e));
            return;
        }
        ended = true;
        if (answer != null) {
            actual.onNext(answer);
        }
        actual.onComplete();
    }

    private void end(Throwable error) {
        if (!ended) {
            ended = true;
            upstream.cancel();
            actual.onError(error);
        }
    }

    private void discard() {
        for (ByteBuf piece = pieces.poll(); piece != null; piece = pieces.poll()) {
            piece.release();
        }
    }
}
