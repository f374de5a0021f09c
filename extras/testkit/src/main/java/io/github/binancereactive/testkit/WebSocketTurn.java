/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.ExchangeCall;
import io.github.binancereactive.testkit.exchange.ExchangeError;
import io.github.binancereactive.testkit.exchange.ExchangeErrors;
import io.github.binancereactive.testkit.exchange.ExchangeReply;
import io.github.binancereactive.testkit.exchange.JsonClaim;
import io.github.binancereactive.testkit.exchange.JsonParameters;
import io.github.binancereactive.testkit.exchange.Script;

/** The turn of a request of the WebSocket API. */
final class WebSocketTurn extends FrameTurn {

    private final WebSocketHandler connection;
    private final WebSocketRequest request;
    private final RecordedRequest recorded;

    WebSocketTurn(
            Simulation simulation,
            SocketGate socket,
            WebSocketHandler connection,
            WebSocketRequest request,
            String raw) {
        super(simulation, socket, connection);
        this.connection = connection;
        this.request = request;
        recorded = new RecordedRequest(
                Wire.WEBSOCKET,
                request.method(),
                request.recorded(),
                connection.headers(),
                raw,
                socket.number(),
                simulation.clock().now(),
                request.id());
    }

    RecordedRequest recorded() {
        return recorded;
    }

    @Override
    ExchangeReply carryOut() {
        ExchangeError malformed = request.error();
        if (malformed != null) {
            return failed(malformed);
        }
        ScriptedAnswer answer = simulation().answers().get(request.method());
        Script script = answer == null ? null : answer.script(recorded);
        JsonParameters parameters = new JsonParameters(request.params());
        ExchangeCall call = new ExchangeCall(
                request.method(),
                parameters,
                connection.unit(),
                socket().ip(),
                new JsonClaim(parameters),
                connection.session());
        return simulation().exchange().handle(call, script, simulation().clock().micros());
    }

    @Override
    String id() {
        return request.id();
    }

    /** A frame that could not be understood is answered without rate limits, and so is the end of a session. */
    @Override
    byte[] rendered(String id, ExchangeReply reply) {
        boolean limits = request.error() == null && request.returnRateLimits(connection.returnRateLimits());
        ExchangeError error = reply.error();
        return error == null || error.identified()
                ? connection.render(id, reply, limits)
                : connection.render("null", reply, false);
    }

    @Override
    byte[] nobodys() {
        return connection.render("null", failed(ExchangeErrors.invalidJson()), false);
    }
}
