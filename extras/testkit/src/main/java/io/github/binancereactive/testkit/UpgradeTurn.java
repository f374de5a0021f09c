/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.ExchangeError;
import io.github.binancereactive.testkit.exchange.ExchangeReply;
import io.netty.channel.ChannelHandlerContext;

/** The turn of an upgrade to WebSocket: the right answer is a new {@link SimulatedConnection}. */
final class UpgradeTurn extends HttpTurn {

    private final ChannelHandlerContext context;

    UpgradeTurn(
            Simulation simulation,
            SocketGate socket,
            HttpSender sender,
            HttpMessage message,
            ChannelHandlerContext context) {
        super(simulation, socket, sender, message);
        this.context = context;
    }

    @Override
    ExchangeReply carryOut() {
        long now = simulation().clock().micros();
        ExchangeError refused = StreamUpgrade.serves(message())
                ? simulation().exchange().connectToStreams(socket().ip(), now)
                : simulation().exchange().connect(socket().ip(), now);
        long used = simulation().exchange().usedWeight(socket().ip(), now);
        return refused == null ? ExchangeReply.of(101, new byte[0], used) : ExchangeReply.of(refused, used);
    }

    @Override
    void answer() {
        if (reply().error() != null) {
            answer(reply());
            return;
        }
        try {
            new Handshake(simulation(), socket(), Upgrade.of(message(), simulation())).perform(context);
        } catch (ExchangeError error) {
            answer(failed(error));
        }
    }
}
