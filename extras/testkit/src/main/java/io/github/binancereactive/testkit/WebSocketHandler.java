/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.ExchangeReply;
import io.github.binancereactive.testkit.exchange.Session;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** One connection of the WebSocket API. */
final class WebSocketHandler extends ConnectionHandler {

    private final WebSocketUpgrade upgrade;
    private final Session session;

    WebSocketHandler(Simulation simulation, SocketGate socket, WebSocketUpgrade upgrade) {
        super(simulation, socket, upgrade);
        this.upgrade = upgrade;
        session = new Session(simulation.clock().micros(), upgrade.returnRateLimits(), upgrade.unit(), this::event);
    }

    private void event(String text) {
        events().send(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    void writeEvent(byte[] event) {
        frames().text(event);
    }

    Session session() {
        return session;
    }

    boolean returnRateLimits() {
        return upgrade.returnRateLimits();
    }

    @Override
    void opened() {
        simulation().exchange().open(session);
    }

    @Override
    void closed() {
        simulation().exchange().close(session);
    }

    @Override
    boolean admits() {
        connection().countMessage();
        return true;
    }

    @Override
    void request(ByteBuf content) {
        if (!timeTheShortWay(content)) {
            String raw = content.toString(StandardCharsets.UTF_8);
            WebSocketRequest request = WebSocketRequest.parse(raw);
            WebSocketTurn turn = new WebSocketTurn(simulation(), socket(), this, request, raw);
            simulation().recorder().add(turn.recorded());
            FaultEffects.play(simulation().faults().take(request.method()), turn);
        }
    }

    private boolean timeTheShortWay(ByteBuf content) {
        if (!simulation().shortWay("time")) {
            return false;
        }
        ByteBuf id = FastTime.plainTimeId(content);
        if (id == null) {
            return false;
        }
        long now = simulation().clock().micros();
        long used = simulation().exchange().countOne(ip(), now);
        if (used < 0) {
            return false;
        }
        frames().time(id, unit().of(now), returnRateLimits(), used);
        return true;
    }

    byte[] render(String id, ExchangeReply reply, boolean limits) {
        return frames().render(id, reply, limits);
    }

    @Override
    void announceShutdown() {
        long now = unit().of(simulation().clock().micros());
        sendText("{\"event\":{\"e\":\"serverShutdown\",\"E\":" + now + "}}");
    }
}
