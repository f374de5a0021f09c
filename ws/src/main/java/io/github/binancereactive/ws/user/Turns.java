/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import java.util.ArrayDeque;
import java.util.Queue;

/** Lets so many begin at a time; the others wait in line. For steps only. */
final class Turns {

    private final int atOnce;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int busy;
    private boolean serving;

    Turns(int atOnce) {
        this.atOnce = atOnce;
    }

    void begin(Runnable work) {
        waiting.add(work);
        serve();
    }

    /** One that had begun is done. */
    void done() {
        busy--;
        serve();
    }

    /** Not from within itself: many that are done as soon as they begin would make a deep stack. */
    private void serve() {
        if (serving) {
            return;
        }
        serving = true;
        try {
            while (busy < atOnce && !waiting.isEmpty()) {
                busy++;
                waiting.remove().run();
            }
        } finally {
            serving = false;
        }
    }
}
