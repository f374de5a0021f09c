/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** One attempt to open a socket, from the wait before it to the socket's first use. Belongs to the session's steps. */
final class ConnectionAttempt {

    final int number;
    final Disposable.Swap timer = Disposables.swap();
    final Disposable.Swap work = Disposables.swap();

    @Nullable SessionSocket socket;

    boolean opened; // and handed to the protocol to prepare

    @Nullable String rotateOnceInUse; // why its server wants to be rid of it already

    ConnectionAttempt(int number) {
        this.number = number;
    }

    /** Stops what the attempt waits for; its socket, if it has one, is left to the caller. */
    void cancel() {
        timer.dispose();
        work.dispose();
    }

    void abandon() {
        cancel();
        if (socket != null) {
            socket.terminate(SocketClose.byUs("session ended"));
        }
    }
}
