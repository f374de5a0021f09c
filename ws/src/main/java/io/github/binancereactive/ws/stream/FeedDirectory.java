/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Finds the subscription by the stream's name in a frame, and makes no garbage over it. One step at a time adds; any thread
 * reads, without a lock. A closed subscription keeps its place until another takes its name, or until the table is made anew.
 */
final class FeedDirectory {

    private static final int LEAST = 64;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
    private static final int FOLD = Long.SIZE - Byte.SIZE;

    private volatile AtomicReferenceArray<@Nullable Subscription<?>> table = new AtomicReferenceArray<>(LEAST);
    private int used; // steps only

    /** Steps only. */
    void put(Subscription<?> subscription) {
        if (2 * (used + 1) > table.length()) {
            renew();
        }
        if (place(subscription, table)) {
            used++;
        }
    }

    @Nullable Subscription<?> find(byte[] source, int offset, int length) {
        AtomicReferenceArray<@Nullable Subscription<?>> current = table;
        int mask = current.length() - 1;
        int i = hash(source, offset, length) & mask;
        Subscription<?> found;
        while ((found = current.get(i)) != null) {
            if (found.hasName(source, offset, length)) {
                return found.isOpen() ? found : null;
            }
            i = i + 1 & mask;
        }
        return null;
    }

    /** True when it took a place that was free. */
    private static boolean place(Subscription<?> added, AtomicReferenceArray<@Nullable Subscription<?>> to) {
        byte[] name = added.line().nameBytes();
        int mask = to.length() - 1;
        int i = hash(name, 0, name.length) & mask;
        Subscription<?> present;
        while ((present = to.get(i)) != null && !present.hasName(name, 0, name.length)) {
            i = i + 1 & mask;
        }
        to.set(i, added);
        return present == null;
    }

    /** Readers go on with the old table, where nothing changes any more. */
    private void renew() {
        AtomicReferenceArray<@Nullable Subscription<?>> old = table;
        int open = 0;
        for (int i = 0; i < old.length(); i++) {
            Subscription<?> each = old.get(i);
            open += each != null && each.isOpen() ? 1 : 0;
        }
        int size = Math.max(LEAST, Integer.highestOneBit(4 * (open + 1)) << 1);
        AtomicReferenceArray<@Nullable Subscription<?>> made = new AtomicReferenceArray<>(size);
        used = 0;
        for (int i = 0; i < old.length(); i++) {
            Subscription<?> each = old.get(i);
            if (each != null && each.isOpen()) {
                place(each, made);
                used++;
            }
        }
        table = made;
    }

    /** Of eight bytes at a time: names are long, and one is looked up for each frame. */
    private static int hash(byte[] source, int offset, int length) {
        int end = offset + length;
        long hash = length;
        int at = offset;
        for (; end - at >= Long.BYTES; at += Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(source, at));
        }
        for (; at < end; at++) {
            hash = hash << Byte.SIZE ^ hash >>> FOLD ^ source[at];
        }
        return (int) (mixed(hash) >>> Integer.SIZE);
    }

    private static long mixed(long hash) {
        long product = hash * GOLDEN_RATIO;
        return product ^ product >>> Integer.SIZE;
    }
}
