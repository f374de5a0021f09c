/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import java.util.LinkedHashMap;
import java.util.Map;
import reactor.core.Disposable;

/** The sockets that were replaced and still wait for answers, each with the timer that ends its wait. For steps only. */
final class Predecessors {

    private final Map<SessionSocket, Disposable> timers = new LinkedHashMap<>();

    int count() {
        return timers.size();
    }

    boolean contains(SessionSocket socket) {
        return timers.containsKey(socket);
    }

    void add(SessionSocket socket, Disposable timer) {
        timers.put(socket, timer);
    }

    /** False when it isn't one of them. */
    boolean remove(SessionSocket socket) {
        Disposable timer = timers.remove(socket);
        if (timer == null) {
            return false;
        }
        timer.dispose();
        return true;
    }

    void shutdown(String why) {
        timers.forEach((socket, timer) -> {
            timer.dispose();
            socket.shutdown(why);
        });
        timers.clear();
    }
}
