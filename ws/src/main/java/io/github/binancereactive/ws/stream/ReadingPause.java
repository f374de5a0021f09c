/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * Stops and resumes reading for one subscriber: stops at three quarters of its buffer, goes on at one quarter, and after the longest
 * stall goes on at any rate, until the subscriber has caught up. What it decides, it decides in steps of the hub; threads that
 * add and take only see that there may be something to decide.
 */
final class ReadingPause {

    /** What was on its way when reading stopped is kept, up to so many events more than the buffer takes. */
    static final int SLACK = 8192;

    private enum Phase {
        READING,
        PAUSED,
        /** The stall took too long: the policy for afterwards holds. */
        OVERFLOWING
    }

    private final Overflow.Pause policy;
    private final Backlog<?> backlog;
    private final Scheduler scheduler;
    private final int high;
    private final int low;

    private volatile Phase phase = Phase.READING; // changed in steps of the hub
    private volatile @Nullable StreamHub<?> hub;
    private @Nullable Disposable timer; // steps of the hub only
    private int pauses; // likewise

    ReadingPause(Overflow.Pause policy, Backlog<?> backlog, Scheduler scheduler) {
        this.policy = policy;
        this.backlog = backlog;
        this.scheduler = scheduler;
        int size = policy.afterwards().size();
        this.high = size - size / 4;
        this.low = size / 4;
    }

    void at(StreamHub<?> entered) {
        hub = entered;
    }

    /** An event more may wait. In a step of the hub. */
    void added() {
        StreamHub<?> here = hub;
        if (here != null && phase == Phase.READING && backlog.events() >= high) {
            decide(here);
        }
    }

    /** Events were taken. On any thread. */
    void taken() {
        StreamHub<?> here = hub;
        if (here != null && phase != Phase.READING && backlog.events() <= low) {
            here.run(() -> decide(here));
        }
    }

    /** No more reading is paused from here. In a step of the hub. */
    void end() {
        stopTimer();
        phase = Phase.READING;
    }

    private void decide(StreamHub<?> here) {
        if (phase == Phase.READING && backlog.events() >= high) {
            stopReading(here);
        }
        // Looked at after the phase was published: who takes events looks at them in the other order.
        if (phase != Phase.READING && backlog.events() <= low) {
            goOn(here);
        }
    }

    private void stopReading(StreamHub<?> here) {
        int number = ++pauses;
        backlog.limit(policy.afterwards().size() + SLACK);
        phase = Phase.PAUSED;
        here.pauseReading();
        try {
            timer = scheduler.schedule(
                    () -> here.run(() -> expire(here, number)),
                    policy.maxStall().toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Without a clock the pause would never end, nor a ping be answered.
            expire(here, number);
        }
    }

    private void expire(StreamHub<?> here, int number) {
        if (phase == Phase.PAUSED && pauses == number) {
            backlog.limit(policy.afterwards().size());
            phase = Phase.OVERFLOWING;
            here.resumeReading();
        }
    }

    private void goOn(StreamHub<?> here) {
        boolean paused = phase == Phase.PAUSED;
        stopTimer();
        backlog.limit(policy.afterwards().size());
        phase = Phase.READING;
        if (paused) {
            here.resumeReading();
        }
    }

    private void stopTimer() {
        Disposable running = timer;
        if (running != null) {
            running.dispose();
            timer = null;
        }
    }
}
