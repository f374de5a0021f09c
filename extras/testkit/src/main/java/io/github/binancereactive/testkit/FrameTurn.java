/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.ExchangeError;
import io.github.binancereactive.testkit.exchange.ExchangeReply;
import io.github.binancereactive.testkit.exchange.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The turn of a request that came in a text frame: the many shapes that the frame of its answer can have. */
abstract class FrameTurn extends Turn {

    private static final int UNKNOWN = -1000;

    private final ConnectionHandler connection;

    FrameTurn(Simulation simulation, SocketGate socket, ConnectionHandler connection) {
        super(simulation, socket);
        this.connection = connection;
    }

    /** The JSON text of the request's id. */
    abstract String id();

    /** The answer's frame for the request of an id. */
    abstract byte[] rendered(String id, ExchangeReply reply);

    /** The frame of an error that names no request. */
    abstract byte[] nobodys();

    private byte[] rendered(ExchangeReply reply) {
        return rendered(id(), reply);
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
    void withStatus(ContentFault.Status status) {
        answer(failed(error(status)));
    }

    private static ExchangeError error(ContentFault.Status status) {
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
        connection.sendAnswer(nobodys());
    }

    @Override
    void withUnknownIdFirst() {
        boolean text = id().startsWith("\"");
        connection.sendAnswer(rendered(text ? "\"nobody-asked\"" : "9007199254740991", reply()));
        answer();
    }
}
