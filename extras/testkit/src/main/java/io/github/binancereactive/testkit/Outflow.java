/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.util.HashSet;
import java.util.Set;

/** Which sockets have more waiting to be sent than they should; who wants to send more waits for them. Event loop only. */
final class Outflow {

    private final Set<Object> stuck = new HashSet<>();
    private Runnable flowing = () -> {};

    void whenFlowing(Runnable told) {
        flowing = told;
    }

    boolean isFlowing() {
        return stuck.isEmpty();
    }

    void changed(Object socket, boolean writable) {
        boolean wasStuck = !stuck.isEmpty();
        if (writable) {
            stuck.remove(socket);
        } else {
            stuck.add(socket);
        }
        if (wasStuck && stuck.isEmpty()) {
            flowing.run();
        }
    }
}
