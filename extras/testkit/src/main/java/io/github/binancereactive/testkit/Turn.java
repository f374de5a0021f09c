/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.ExchangeError;
import io.github.binancereactive.testkit.exchange.ExchangeReply;
import org.jspecify.annotations.Nullable;

/**
 * One request whose turn it is to be answered, with every way in which that can be done. Lives on the event loop.
 *
 * <p>A way that has no meaning on the turn's wire is {@link #answer()}.
 */
abstract class Turn {

    private static final int BANNED = 418;

    private final Simulation simulation;
    private final SocketGate socket;
    private @Nullable ExchangeReply reply;

    Turn(Simulation simulation, SocketGate socket) {
        this.simulation = simulation;
        this.socket = socket;
    }

    Simulation simulation() {
        return simulation;
    }

    SocketGate socket() {
        return socket;
    }

    /** What the exchange answers. The first call carries the request out. */
    ExchangeReply reply() {
        if (reply == null) {
            reply = carryOut();
            if (reply.status() == BANNED) {
                simulation.disconnect(socket.ip());
            }
        }
        return reply;
    }

    /** An error in place of the answer, with what the caller has used so far. */
    ExchangeReply failed(ExchangeError error) {
        return ExchangeReply.of(
                error,
                simulation.exchange().usedWeight(socket.ip(), simulation.clock().micros()));
    }

    abstract ExchangeReply carryOut();

    void answer() {
        answer(reply());
    }

    abstract void answer(ExchangeReply instead);

    /** Text in place of the answer. */
    abstract void answerText(String text);

    abstract void breakOff();

    abstract void cutText();

    abstract void inPieces(int pieces);

    abstract void padded(int bytes);

    abstract void mislabelled(String contentType);

    abstract void withStatus(ContentFault.Status status);

    abstract void closed(int code, String reason);

    void afterTheNext() {
        answer();
    }

    void twice() {
        answer();
    }

    void withNullId() {
        answer();
    }

    void withUnknownIdFirst() {
        answer();
    }

    void redirected(String location) {
        answer();
    }
}
