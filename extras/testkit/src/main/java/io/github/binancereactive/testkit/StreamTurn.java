/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.ExchangeError;
import io.github.binancereactive.testkit.exchange.ExchangeReply;
import io.github.binancereactive.testkit.stream.ControlAnswers;
import io.github.binancereactive.testkit.stream.ControlChannel;
import io.github.binancereactive.testkit.stream.ControlErrors;
import io.github.binancereactive.testkit.stream.ControlRequest;
import java.nio.charset.StandardCharsets;

/** The turn of a request of the streams' control channel. */
final class StreamTurn extends FrameTurn {

    private final StreamHandler connection;
    private final ControlRequest request;
    private final RecordedRequest recorded;

    StreamTurn(Simulation simulation, SocketGate socket, StreamHandler connection, ControlRequest request, String raw) {
        super(simulation, socket, connection);
        this.connection = connection;
        this.request = request;
        recorded = new RecordedRequest(
                Wire.STREAM,
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
        int most = simulation().exchange().limits().streams();
        if (ControlChannel.streamsAfter(connection.session(), request) > most) {
            connection.close(ConnectionHandler.POLICY_VIOLATION, "Too many streams");
            return ExchangeReply.of(200, new byte[0], 0);
        }
        try {
            String result = ControlChannel.handle(connection.session(), request);
            connection.changed();
            return ExchangeReply.of(200, result.getBytes(StandardCharsets.UTF_8), 0);
        } catch (ExchangeError error) {
            return ExchangeReply.of(error, 0);
        }
    }

    @Override
    String id() {
        return request.id();
    }

    @Override
    byte[] rendered(String id, ExchangeReply reply) {
        ExchangeError error = reply.error();
        ControlAnswers answers = simulation().settings().controlAnswers();
        return error == null ? ControlAnswers.success(id, reply.result()) : answers.error(id, error);
    }

    @Override
    byte[] nobodys() {
        return simulation().settings().controlAnswers().error("null", ControlErrors.invalidJson(1, 1));
    }
}
