/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import io.github.binancereactive.core.codec.FrameBuffer;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * One socket of a session, from its opening to its end: writes what it is given in batches, answers pings, notices silence,
 * and counts what is still owed to it. Reports to its session, which decides what becomes of it.
 *
 * <p>Fields are for the socket's event loop only, unless they say otherwise.
 */
public final class SessionSocket implements SocketListener {

    private static final int FRAME_CAPACITY = 512;
    private static final Duration CLOSING_TIMEOUT = Duration.ofSeconds(2);
    private static final int SILENCE_CHECKS = 12;

    /** What a socket tells its session. On any thread. */
    interface Owner {

        SocketHandler opening(SessionSocket socket);

        void opened(SessionSocket socket);

        void drained(SessionSocket socket);

        void closed(SessionSocket socket, SocketClose close);
    }

    private final long number;
    private final Owner owner;
    private final Scheduler scheduler;
    private final Duration silenceTimeout;
    private final PingRoundTrips roundTrips;

    // Written by any thread, read by the loop: one producer side for all callers.
    private final OutgoingQueue queue = new OutgoingQueue();
    private final AtomicInteger writing = new AtomicInteger();
    private final Runnable drain = this::drain;
    private final FrameBuffer buffer = new FrameBuffer(FRAME_CAPACITY);
    private boolean reading;
    private boolean drainAfterRead;

    private @Nullable SocketHandler handler;
    private volatile @Nullable SocketChannel channel; // set once by the loop, read by any thread

    private final AtomicBoolean closed = new AtomicBoolean(); // any thread
    private final AtomicInteger owed = new AtomicInteger(); // any thread
    private volatile boolean retired;
    private volatile @Nullable SocketClose closing; // why we began the closing handshake; any thread

    private final AtomicInteger pauses = new AtomicInteger(); // any thread
    private volatile boolean heard; // set by the loop, cleared by the silence check
    private int silentChecks; // silence check only
    private final Disposable.Swap silenceCheck = Disposables.swap(); // any thread

    SessionSocket(long number, Owner owner, Scheduler scheduler, Duration silenceTimeout) {
        this.number = number;
        this.owner = owner;
        this.scheduler = scheduler;
        this.silenceTimeout = silenceTimeout;
        this.roundTrips = new PingRoundTrips(scheduler);
    }

    /**
     * The number of this socket within its session.
     *
     * @return from 1
     */
    public long number() {
        return number;
    }

    /**
     * Takes a message to write. Any thread; returns at once. What can't be written because the socket closed or has a successor
     * is told {@link Outgoing#notWritten}. A message that was written counts as owed until {@link #settled()}.
     *
     * @param message what to write
     */
    public void send(Outgoing message) {
        owed.incrementAndGet();
        queue.offer(message);
        if (writing.getAndIncrement() == 0) {
            scheduleDrain();
        }
    }

    /**
     * Keeps this socket open after it was replaced, until {@link #settled()} is called once for it, or the time to drain is over:
     * for what still comes although nothing was asked. Any thread.
     */
    public void hold() {
        owed.incrementAndGet();
    }

    /** Says that a message which was written is done with: answered, failed or given up. Any thread, once a message. */
    public void settled() {
        if (owed.decrementAndGet() == 0 && retired) {
            owner.drained(this);
        }
    }

    /**
     * How many messages were taken and are not settled.
     *
     * @return zero or more
     */
    public int owed() {
        return owed.get();
    }

    /**
     * Stops reading, so that the exchange has to wait, until {@link #resumeReading()} was called as often as this. Pings aren't seen
     * meanwhile, and the exchange gives a client up that doesn't answer them for a minute: so keep it short. A socket that isn't
     * read is not taken for silent. Any thread.
     */
    public void pauseReading() {
        if (pauses.getAndIncrement() == 0) {
            onLoop(this::readUnlessPaused);
        }
    }

    /** Ends one {@link #pauseReading()}. Any thread. */
    public void resumeReading() {
        if (pauses.decrementAndGet() == 0) {
            onLoop(this::readUnlessPaused);
        }
    }

    /** Looks itself, since tasks of several threads may come in another order. */
    private void readUnlessPaused() {
        SocketChannel open = channel;
        if (open != null && !closed.get()) {
            open.read(pauses.get() == 0);
        }
    }

    /**
     * Measures a round trip with a ping frame of ours; a retired socket does that, too. When the pong is there, so is all that the
     * server had sent before it.
     *
     * @return the time until the pong came; fails when the socket closes before. Cold
     */
    public Mono<Duration> ping() {
        return roundTrips.begin(payload -> onLoop(() -> {
            SocketChannel open = channel;
            if (open != null && !closed.get()) {
                open.ping(payload);
            }
        }));
    }

    /** Ends the socket at once and reports why. Any thread; the first reason counts. */
    void terminate(SocketClose why) {
        onLoop(() -> finish(why));
    }

    /** Ends the socket with a closing handshake, or without one if that takes too long. From steps of the session; once. */
    void shutdown(String why) {
        SocketChannel open = channel;
        if (open == null) {
            terminate(SocketClose.byUs(why));
            return;
        }
        if (closing != null || closed.get()) {
            return;
        }
        SocketClose reason = SocketClose.byUs(why);
        closing = reason;
        open.close(1000, "");
        try {
            after(CLOSING_TIMEOUT, () -> terminate(reason));
        } catch (RejectedExecutionException e) {
            // Without a clock nobody would end a handshake that the other side doesn't answer.
            terminate(reason);
        }
    }

    /**
     * From now on nothing new is sent here: what isn't written is told {@link Outgoing#notWritten}. Reports when nothing is owed
     * any more. Any thread, once.
     */
    void retire() {
        retired = true;
        if (writing.getAndIncrement() == 0) {
            scheduleDrain();
        }
        if (owed.get() == 0) {
            owner.drained(this);
        }
    }

    // --- the transport's side, on the event loop ---

    @Override
    public void onOpen(SocketChannel opened) {
        channel = opened;
        handler = owner.opening(this);
        if (closed.get()) {
            // Given up between the upgrade and now: whoever did that saw no channel to close.
            opened.abort();
            return;
        }
        checkSilenceLater();
        owner.opened(this);
    }

    @Override
    public void onText(ByteBuf payload) {
        reading = true;
        if (!closed.get()) {
            Objects.requireNonNull(handler).onText(payload);
        }
    }

    @Override
    public void onBinary(ByteBuf payload) {
        reading = true;
        if (!closed.get()) {
            Objects.requireNonNull(handler).onBinary(payload);
        }
    }

    @Override
    public void onPing(ByteBuf payload) {
        SocketChannel open = channel;
        if (open != null) {
            // Straight to the network, ahead of all that waits in the queue.
            open.pong(payload);
            Objects.requireNonNull(handler).onPing();
        }
    }

    @Override
    public void onPong(ByteBuf payload) {
        roundTrips.end(payload);
    }

    @Override
    public void onReadComplete() {
        heard = true;
        reading = false;
        if (drainAfterRead) {
            drainAfterRead = false;
            drain();
        }
    }

    @Override
    public void onWritable() {
        if (writing.getAndIncrement() == 0) {
            drain();
        }
    }

    @Override
    public void onClose(SocketClose close) {
        SocketClose ours = closing;
        finish(ours != null ? ours : close);
    }

    // --- writing ---

    private void scheduleDrain() {
        SocketChannel open = Objects.requireNonNull(channel, "a socket takes messages once it is open");
        if (open.inEventLoop() && reading) {
            // More answers of this read may bring more requests: one flush for all of them.
            drainAfterRead = true;
        } else {
            // On the loop too: what sends one message there may be about to send more.
            executeDrain(open);
        }
    }

    private void executeDrain(SocketChannel open) {
        try {
            open.execute(drain);
        } catch (RejectedExecutionException e) {
            // The loop has ended, so nothing else runs there: the closing may run here.
            finish(SocketClose.lost(e));
            drain();
        }
    }

    private void drain() {
        int missed = 1;
        do {
            // Whoever took this socket for the one in use just before it was replaced would else write behind our close
            // frame.
            if (retired || closed.get()) {
                refuseQueue();
            } else {
                writeQueueOrFinish();
            }
            missed = writing.addAndGet(-missed);
        } while (missed != 0);
    }

    /** Without memory for a buffer, for one: the socket would look alive and never write again. */
    private void writeQueueOrFinish() {
        try {
            writeQueue();
        } catch (Throwable e) {
            finish(SocketClose.lost(e));
        }
    }

    private void writeQueue() {
        SocketChannel open = Objects.requireNonNull(channel);
        boolean wrote = false;
        // While the network lags the rest stays here, where it can still be taken back; onWritable goes on.
        while (open.isWritable()) {
            Outgoing message = queue.poll();
            if (message == null) {
                break;
            }
            buffer.clear();
            if (message.writeTo(this, buffer)) {
                open.writeText(buffer.array(), buffer.length());
                wrote = true;
            } else {
                settled();
            }
        }
        if (wrote) {
            open.flush();
        }
        if (!open.isWritable()) {
            for (int letGo = queue.hold(); letGo > 0; letGo--) {
                settled();
            }
        }
    }

    private void refuseQueue() {
        Outgoing message;
        while ((message = queue.poll()) != null) {
            message.notWritten(this);
            settled();
        }
    }

    // --- the end ---

    private void checkSilenceLater() {
        // Disposed of together with the socket, the swap also disposes of what it is given afterwards.
        silenceCheck.update(after(silenceTimeout.dividedBy(SILENCE_CHECKS), this::checkSilence));
    }

    private void checkSilence() {
        silentChecks = heard || pauses.get() > 0 ? 0 : silentChecks + 1;
        heard = false;
        if (silentChecks == SILENCE_CHECKS) {
            terminate(SocketClose.silent(silenceTimeout));
        } else {
            checkSilenceLater();
        }
    }

    private void finish(SocketClose why) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        silenceCheck.dispose();
        SocketChannel open = channel;
        if (open != null) {
            open.abort();
        }
        // A drain put off until the end of this read is ours to run now; one that is under way or scheduled sees the
        // end.
        boolean putOff = drainAfterRead;
        drainAfterRead = false;
        if (putOff || writing.getAndIncrement() == 0) {
            drain();
        }
        roundTrips.fail(why);
        owner.closed(this, why);
    }

    /**
     * Runs a task on the socket's event loop, at once when that is where the caller is. A socket that is closed still runs tasks.
     * Any thread.
     *
     * @param task short, not blocking
     */
    public void onLoop(Runnable task) {
        SocketChannel open = channel;
        if (open == null || open.inEventLoop()) {
            task.run();
            return;
        }
        try {
            open.execute(task);
        } catch (RejectedExecutionException e) {
            // The loop has ended, so nothing else runs there, and the task may run here.
            finish(SocketClose.lost(e));
            task.run();
        }
    }

    /** A millisecond at least: a shorter wait, cut to none, would spin. */
    private Disposable after(Duration delay, Runnable task) {
        return scheduler.schedule(task, Math.max(1, delay.toMillis()), TimeUnit.MILLISECONDS);
    }
}
