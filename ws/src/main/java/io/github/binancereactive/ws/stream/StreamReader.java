/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.codec.DecodingException;
import io.github.binancereactive.core.codec.ErrorBody;
import io.github.binancereactive.core.codec.StreamCodec;
import io.github.binancereactive.core.codec.StreamFrames;
import io.github.binancereactive.ws.session.SessionSocket;
import io.github.binancereactive.ws.session.SocketHandler;
import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.scheduler.Scheduler;
import reactor.util.concurrent.Queues;

/**
 * Reads the frames of one connection and calls its feeds, one call after the other. Small frames are decoded in place on the event
 * loop; a large one elsewhere, because a loop that decodes a megabyte answers no ping and serves nobody else. What comes behind a
 * large frame waits its turn there, so the order of the connection is kept; as soon as that is done, the loop decodes again.
 *
 * <p>Fields are for the socket's event loop only, unless they say otherwise.
 */
final class StreamReader implements SocketHandler, StreamFrames {

    /** Decoding this much takes about half a millisecond. */
    private static final int LARGE = 64 * 1024;

    private static final int SCRATCH = 4 * 1024;

    /** So many bytes may wait elsewhere; then reading stops until half of them are done. */
    private static final int MOST_WAITING = 16 * 1024 * 1024;

    /** Hears of all that is no event. Where frames are decoded. */
    interface Control {

        void answered(long id, @Nullable List<String> listed);

        void refused(long id, ErrorBody error);

        void serverShutdown();

        void undecodable(Throwable failure);

        void pongLeft();
    }

    private final Control control;
    private final SessionSocket socket;
    private final FeedDirectory directory;
    private final StreamCodec codec;
    private final Scheduler decoding;
    private final SupplyCounters counters;

    private byte[] scratch = new byte[SCRATCH];
    private boolean busy; // with a frame, on the loop
    private final Queue<Runnable> afterFrame = new ArrayDeque<>();

    private final Queue<Runnable> elsewhere =
            Queues.<Runnable>unbounded().get(); // added by the loop, taken by the work
    private final AtomicInteger work = new AtomicInteger(); // raised by the loop, lowered by the work
    private final AtomicInteger waiting = new AtomicInteger(); // bytes; likewise
    private volatile boolean paused; // set by the loop

    StreamReader(Control control, SessionSocket socket, FeedDirectory directory, ShardedSupply supply) {
        this.control = control;
        this.socket = socket;
        this.directory = directory;
        this.codec = supply.options().codec();
        this.decoding = supply.options().decodeScheduler();
        this.counters = supply.counters();
    }

    @Override
    public void onText(ByteBuf payload) {
        int length = payload.readableBytes();
        if (length >= LARGE || work.get() != 0) {
            readElsewhere(payload.retain(), length);
            return;
        }
        busy = true;
        try {
            readHere(payload, length);
        } finally {
            busy = false;
        }
        Runnable next;
        while ((next = afterFrame.poll()) != null) {
            next.run();
        }
    }

    @Override
    public void onBinary(ByteBuf payload) {
        counters.undecodable.increment();
        control.undecodable(new DecodingException("a binary frame where text was expected", null));
    }

    @Override
    public void onPing() {
        counters.pongs.increment();
        control.pongLeft();
    }

    /** Calls feeds, after all that came from the network before. Any thread. */
    void run(Runnable calls) {
        socket.onLoop(() -> {
            if (work.get() != 0) {
                hand(calls);
            } else if (busy) {
                afterFrame.add(calls);
            } else {
                calls.run();
            }
        });
    }

    // --- decoding ---

    private void readHere(ByteBuf payload, int length) {
        if (payload.hasArray()) {
            read(payload.array(), payload.arrayOffset() + payload.readerIndex(), length);
        } else {
            if (scratch.length < length) {
                scratch = new byte[Math.max(length, 2 * scratch.length)];
            }
            payload.getBytes(payload.readerIndex(), scratch, 0, length);
            read(scratch, 0, length);
        }
    }

    private void readElsewhere(ByteBuf retained, int length) {
        if (waiting.addAndGet(length) > MOST_WAITING && !paused) {
            // Before the frame is handed over: whoever is done with it looks whether to go on.
            paused = true;
            socket.pauseReading();
        }
        hand(() -> {
            try {
                read(copied(retained, length), 0, length);
            } finally {
                if (waiting.addAndGet(-length) <= MOST_WAITING / 2 && paused) {
                    socket.onLoop(this::readOn);
                }
            }
        });
    }

    private static byte[] copied(ByteBuf retained, int length) {
        try {
            byte[] bytes = new byte[length];
            retained.getBytes(retained.readerIndex(), bytes);
            return bytes;
        } finally {
            retained.release();
        }
    }

    private void readOn() {
        if (paused && waiting.get() <= MOST_WAITING / 2) {
            paused = false;
            socket.resumeReading();
        }
    }

    private void hand(Runnable task) {
        elsewhere.offer(task);
        if (work.getAndIncrement() == 0) {
            try {
                decoding.schedule(this::work);
            } catch (RejectedExecutionException e) {
                work(); // its owner has shut it down: late is better than never
            }
        }
    }

    /** What is thrown here is fatal, and thrown on; but frames that wait behind it would be kept for ever. */
    private void work() {
        Throwable fatal = null;
        int missed = work.get();
        do {
            Runnable next;
            while ((next = elsewhere.poll()) != null) {
                try {
                    next.run();
                } catch (Throwable e) {
                    fatal = e;
                }
            }
            missed = work.addAndGet(-missed);
        } while (missed != 0);
        if (fatal != null) {
            throw Exceptions.propagate(fatal);
        }
    }

    private void read(byte[] source, int offset, int length) {
        counters.frames.increment();
        try {
            codec.decode(source, offset, length, this);
        } catch (Throwable e) {
            Exceptions.throwIfJvmFatal(e);
            counters.undecodable.increment();
            control.undecodable(e);
        }
    }

    // --- what frames say ---

    @Override
    public @Nullable EventTarget<?> find(byte[] source, int offset, int length) {
        Subscription<?> subscription = directory.find(source, offset, length);
        if (subscription == null) {
            counters.ignored.increment();
        }
        return subscription;
    }

    @Override
    public void onResult(long id, @Nullable List<String> streams) {
        control.answered(id, streams);
    }

    @Override
    public void onRefused(long id, ErrorBody error) {
        control.refused(id, error);
    }

    @Override
    public void onServerShutdown() {
        control.serverShutdown();
    }
}
