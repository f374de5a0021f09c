/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.replay.Playback;
import io.github.binancereactive.testkit.replay.RecordedBooks;
import io.github.binancereactive.testkit.replay.RecordedFrame;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * A recording that the simulator plays: its events go to whoever is subscribed to their streams, to the byte as they were
 * recorded and in the recorded order, and {@code depth} is answered with the book as it is at that place of the
 * recording. Thread-safe. What changes something returns when it is done or, on a thread that must not block, at once.
 */
public final class Replay {

    // So many events at most before the event loop looks after sockets and requests again.
    private static final int AT_ONCE = 64;

    private final Simulation simulation;
    private final EventLoop loop;
    private final Playback playback;
    private final List<RecordedFrame> frames;
    private final Set<String> streams;
    private final RecordedBooks books;
    // The event loop writes, tests read.
    private volatile State state = State.WAITING;
    private volatile int position;
    // Event loop only. When the frame at the position would be played if nothing held it up; when that was found out.
    private long resumedMicros;
    private long resumedAtFrame;
    // Event loop only: what was scheduled before a pause is of no use after it.
    private int turn;
    // Event loop only. Where it doesn't go on by itself; its end if nobody has said.
    private int pauseAt;

    /** How far it is. */
    public enum State {
        /** It has not begun. */
        WAITING,
        /** It goes on. */
        PLAYING,
        /** It was stopped. */
        PAUSED,
        /** Every event has been sent. */
        FINISHED
    }

    Replay(Simulation simulation, EventLoop loop, Playback playback) {
        this.simulation = simulation;
        this.loop = loop;
        this.playback = playback;
        frames = playback.recording().frames();
        streams = playback.recording().streams();
        books = playback.recording().books();
    }

    /** Event loop only. */
    void open() {
        simulation.exchange().depthFrom(books);
        simulation.gate().reserve(streams);
        simulation.outflow().whenFlowing(this::play);
        simulation.whenSubscribed(this::subscribed);
    }

    /** Somebody has subscribed to something. */
    private void subscribed() {
        // Later, so that all streams of one request are subscribed to before the first event.
        if (state == State.WAITING && playback.whenSubscribed() > 0) {
            simulation.clock().soon(this::count);
        }
    }

    private void count() {
        if (listened() >= playback.whenSubscribed()) {
            begin(State.WAITING, frames.size());
        }
    }

    private long listened() {
        return simulation.connections().stream()
                .flatMap(connection -> connection.subscriptions().stream())
                .filter(streams::contains)
                .distinct()
                .count();
    }

    /** Begins; once it has begun this does nothing. */
    public void start() {
        ControlThread.run(loop, () -> begin(State.WAITING, frames.size()));
    }

    /**
     * Begins or goes on, and stops right after so many events: at once, when as many have been played. It goes on by
     * {@link #resume()}. Once it has finished this does nothing.
     *
     * @param events from 0 to {@link #size()}, which is the end
     */
    public void playTo(int events) {
        Objects.checkIndex(events, frames.size() + 1);
        ControlThread.run(loop, () -> {
            if (state == State.PLAYING) {
                pauseAt = events;
                play();
            } else if (state != State.FINISHED) {
                begin(state, events);
            }
        });
    }

    /** Stops where it is. When this returns, no further event is sent. */
    public void pause() {
        ControlThread.run(loop, () -> {
            if (state == State.PLAYING) {
                stop();
            }
        });
    }

    private void stop() {
        turn++;
        become(State.PAUSED);
    }

    /** Goes on after a pause. */
    public void resume() {
        ControlThread.run(loop, () -> begin(State.PAUSED, frames.size()));
    }

    /**
     * How it stands.
     *
     * @return the state
     */
    public State state() {
        return state;
    }

    /**
     * How many events have been played, whether or not anybody listened.
     *
     * @return from 0 to {@link #size()}
     */
    public int position() {
        return position;
    }

    /**
     * How many events there are.
     *
     * @return how many
     */
    public int size() {
        return frames.size();
    }

    /**
     * Blocks until every event has been sent.
     *
     * @param timeout how long to wait, in real time
     * @throws InterruptedException when the thread is interrupted
     * @throws TimeoutException when it takes longer
     */
    public void awaitEnd(Duration timeout) throws InterruptedException, TimeoutException {
        if (!simulation.changes().await(() -> state == State.FINISHED, timeout)) {
            throw new TimeoutException("after " + timeout + ": " + this);
        }
    }

    private void begin(State from, int until) {
        if (state == from) {
            pauseAt = until;
            resumedMicros = simulation.clock().elapsedMicros();
            resumedAtFrame = position < frames.size() ? frames.get(position).receivedAtMicros() : 0;
            become(State.PLAYING);
            play();
        }
    }

    private void become(State next) {
        state = next;
        simulation.changes().happened();
    }

    /** Plays what is due, and sees to it that it goes on later. */
    private void play() {
        turn++;
        for (int played = 0; state == State.PLAYING; played++) {
            if (position == frames.size()) {
                become(State.FINISHED);
            } else if (position >= pauseAt) {
                stop();
            } else if (!goesOn(played)) {
                return;
            } else {
                playOne();
            }
        }
    }

    private boolean goesOn(int played) {
        if (playback.isAsFastAsPossible() && !simulation.outflow().isFlowing()) {
            // It will be told.
            return false;
        }
        if (played == AT_ONCE) {
            simulation.clock().soon(continued());
            return false;
        }
        long early = playback.isAsFastAsPossible() ? 0 : early();
        if (early > 0) {
            simulation.clock().after(Duration.ofNanos(early * 1000), continued());
        }
        return early <= 0;
    }

    private Runnable continued() {
        int mine = turn;
        return () -> {
            if (mine == turn) {
                play();
            }
        };
    }

    /** How many microseconds there are until the next event is due. */
    private long early() {
        double since = (frames.get(position).receivedAtMicros() - resumedAtFrame) / playback.speed();
        return (long) Math.ceil(resumedMicros + since - simulation.clock().elapsedMicros());
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the event loop writes
    private void playOne() {
        RecordedFrame frame = frames.get(position);
        books.apply(frame);
        simulation.streams().publish(frame.stream(), new ReplayedEvent(frame.payload()));
        position++;
    }

    @Override
    public String toString() {
        return state + " " + position + " of " + frames.size();
    }
}
