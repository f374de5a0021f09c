/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.ExchangeCall;
import io.github.binancereactive.testkit.exchange.ExchangeError;
import io.github.binancereactive.testkit.exchange.ExchangeErrors;
import io.github.binancereactive.testkit.exchange.ExchangeReply;
import io.github.binancereactive.testkit.exchange.Json;
import io.github.binancereactive.testkit.exchange.JsonClaim;
import io.github.binancereactive.testkit.exchange.JsonParameters;
import io.github.binancereactive.testkit.exchange.Script;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The turn of a request of the WebSocket API: the many shapes a frame can have. */
final class WebSocketTurn extends Turn {

    private static final int UNKNOWN = -1000;

    private final WebSocketHandler connection;
    private final WebSocketRequest request;
    private final RecordedRequest recorded;

    WebSocketTurn(
            Simulation simulation,
            SocketGate socket,
            WebSocketHandler connection,
            WebSocketRequest request,
            String raw) {
        super(simulation, socket);
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

    private byte[] rendered(ExchangeReply reply) {
        return rendered(request.id(), reply);
    }

    /** A frame that could not be understood is answered without rate limits, and so is the end of a session. */
    private byte[] rendered(String id, ExchangeReply reply) {
        boolean limits = request.error() == null && request.returnRateLimits(connection.returnRateLimits());
        ExchangeError error = reply.error();
        return error == null || error.identified()
                ? connection.render(id, reply, limits)
                : connection.render("null", reply, false);
    }

    @Override
    void answer(ExchangeReply instead) {
        connection.sendAnswer(rendered(instead));
    }

    @Override
    void answerText(String text) {
        reply();
        connection.sendAnswer(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    void breakOff() {
        connection.sendBrokenOff(rendered(reply()));
    }

    @Override
    void cutText() {
        byte[] whole = rendered(reply());
        int end = whole.length / 2;
        // Not inside a character: the frame is well-formed, only its JSON is not.
        while (end > 0 && (whole[end] & 0xC0) == 0x80) {
            end--;
        }
        connection.sendAnswer(Arrays.copyOf(whole, end));
    }

    @Override
    void inPieces(int pieces) {
        connection.sendInPieces(rendered(reply()), pieces);
    }

    @Override
    void padded(int bytes) {
        byte[] answer = rendered(reply());
        byte[] padded = Arrays.copyOf(answer, Math.max(bytes, answer.length));
        Arrays.fill(padded, answer.length, padded.length, (byte) ' ');
        connection.sendAnswer(padded);
    }

    @Override
    void mislabelled(String contentType) {
        connection.sendBinary(rendered(reply()));
    }

    @Override
    void withStatus(Fault.Status status) {
        answer(failed(error(status)));
    }

    private static ExchangeError error(Fault.Status status) {
        try {
            JsonNode body = Json.MAPPER.readTree(status.body());
            if (body.path("code").isInt()) {
                return new ExchangeError(
                        status.status(),
                        body.path("code").intValue(),
                        body.path("msg").asString(""));
            }
        } catch (JacksonException notJson) {
            // A page in HTML, say: on this wire the exchange would have wrapped it.
        }
        return new ExchangeError(status.status(), UNKNOWN, "An unknown error occurred while processing the request.");
    }

    @Override
    void closed(int code, String reason) {
        connection.close(code, reason);
    }

    @Override
    void afterTheNext() {
        connection.holdBack(rendered(reply()));
    }

    @Override
    void twice() {
        answer();
        answer();
    }

    @Override
    void withNullId() {
        connection.sendAnswer(connection.render("null", failed(ExchangeErrors.invalidJson()), false));
    }

    @Override
    void withUnknownIdFirst() {
        boolean text = request.id().startsWith("\"");
        connection.sendAnswer(rendered(text ? "\"nobody-asked\"" : "9007199254740991", reply()));
        answer();
    }
}
