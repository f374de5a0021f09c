/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.stream.ControlRequest;
import io.github.binancereactive.testkit.stream.StreamSession;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** One connection of the market data streams. */
final class StreamHandler extends ConnectionHandler {

    /** With its header of eight bytes a longer one is more than 4,096, and is swallowed. */
    private static final int LARGEST_REQUEST = 4_088;

    private final StreamUpgrade upgrade;
    private final StreamSession session;
    private final MessageMeter meter = new MessageMeter();

    StreamHandler(Simulation simulation, SocketGate socket, StreamUpgrade upgrade) {
        super(simulation, socket, upgrade);
        this.upgrade = upgrade;
        session = new StreamSession(simulation.streams(), upgrade.unit(), upgrade.combined(), events()::send);
    }

    StreamSession session() {
        return session;
    }

    @Override
    void opened() {
        session.subscribe(upgrade.streams());
        connection().subscribed(session.streams());
        simulation().subscribed();
    }

    @Override
    void closed() {
        session.close();
        connection().subscribed(session.streams());
    }

    @Override
    boolean admits() {
        int lately = meter.message(simulation().clock().elapsedMicros());
        connection().countMessage(meter.most());
        if (lately > simulation().exchange().limits().streamMessages()) {
            close(POLICY_VIOLATION, "Too many requests");
            return false;
        }
        return true;
    }

    @Override
    void request(ByteBuf content) {
        String raw = content.toString(StandardCharsets.UTF_8);
        ControlRequest request = ControlRequest.parse(raw);
        StreamTurn turn = new StreamTurn(simulation(), socket(), this, request, raw);
        simulation().recorder().add(turn.recorded());
        if (content.readableBytes() <= LARGEST_REQUEST) {
            FaultEffects.play(simulation().faults().take(request.method()), turn);
        }
    }

    /** What a test can see of the subscriptions is what they have become. */
    void changed() {
        connection().subscribed(session.streams());
        simulation().subscribed();
        simulation().changes().happened();
    }

    @Override
    void writeEvent(byte[] event) {
        frames().later(event);
    }

    @Override
    void announceShutdown() {
        session.announceShutdown(simulation().clock().micros());
    }
}
