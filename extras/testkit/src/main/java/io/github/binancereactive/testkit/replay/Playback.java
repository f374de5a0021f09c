/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.replay;

/**
 * A recording and how it is to be played. Immutable; what changes something returns a copy.
 *
 * @param recording what is played
 * @param speed how many times as fast as it was recorded; infinite for as fast as possible
 * @param whenSubscribed how many of its streams somebody has to be subscribed to before it begins; 0 when it waits to be
 *     told
 */
public record Playback(Recording recording, double speed, int whenSubscribed) {

    /** Checks the numbers. */
    public Playback {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed: " + speed);
        }
        if (whenSubscribed < 0) {
            throw new IllegalArgumentException("whenSubscribed: " + whenSubscribed);
        }
    }

    /**
     * A recording played at its own speed, when it is told to begin.
     *
     * @param recording the recording
     * @return a playback
     */
    public static Playback of(Recording recording) {
        return new Playback(recording, 1, 0);
    }

    /**
     * This playback faster or slower.
     *
     * @param factor how many times as fast as it was recorded
     * @return a copy
     */
    public Playback atSpeed(double factor) {
        return new Playback(recording, factor, whenSubscribed);
    }

    /**
     * This playback as fast as clients read: whenever one of them has not taken what was sent to it, playing waits, so
     * that nothing is lost and nothing piles up.
     *
     * @return a copy
     */
    public Playback asFastAsPossible() {
        return atSpeed(Double.POSITIVE_INFINITY);
    }

    /**
     * This playback beginning by itself.
     *
     * @param streams how many of the recording's streams somebody has to be subscribed to
     * @return a copy
     */
    public Playback whenSubscribed(int streams) {
        return new Playback(recording, speed, streams);
    }

    /**
     * Whether nothing but its clients holds it up.
     *
     * @return true for as fast as possible
     */
    public boolean isAsFastAsPossible() {
        return Double.isInfinite(speed);
    }
}
