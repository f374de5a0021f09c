/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Gives client order ids: 22 letters and digits, like the exchange's own. No two of one generator are the same; two generators have
 * different first halves, of 64 random bits. So ids differ among instances, processes and restarts, and giving one takes no lock, no
 * randomness and no system call. For any number of threads.
 */
public final class ClientOrderIds implements Supplier<String> {

    private static final char[] DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray();

    /** As many as 64 bits take. */
    private static final int HALF = 11;

    private final char[] first = new char[HALF];
    private final AtomicLong second;

    private ClientOrderIds(RandomGenerator random) {
        write(random.nextLong(), first, 0);
        this.second = new AtomicLong(random.nextLong());
    }

    /**
     * A generator like no other.
     *
     * @return a new generator
     */
    public static ClientOrderIds create() {
        return new ClientOrderIds(new SecureRandom());
    }

    /**
     * A generator from a source of one's own: the same source in the same state gives the same ids.
     *
     * @param random is asked now, and never again
     * @return a new generator
     */
    public static ClientOrderIds from(RandomGenerator random) {
        return new ClientOrderIds(random);
    }

    /**
     * An id that this generator hasn't given yet.
     *
     * @return 22 letters and digits
     */
    @Override
    public String get() {
        char[] id = new char[2 * HALF];
        System.arraycopy(first, 0, id, 0, HALF);
        write(second.getAndIncrement(), id, HALF);
        return new String(id);
    }

    private static void write(long bits, char[] target, int offset) {
        long rest = bits;
        for (int i = offset + HALF - 1; i >= offset; i--) {
            target[i] = DIGITS[(int) Long.remainderUnsigned(rest, DIGITS.length)];
            rest = Long.divideUnsigned(rest, DIGITS.length);
        }
    }
}
