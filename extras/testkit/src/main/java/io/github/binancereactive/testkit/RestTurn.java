/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.Claim;
import io.github.binancereactive.testkit.exchange.ExchangeCall;
import io.github.binancereactive.testkit.exchange.ExchangeError;
import io.github.binancereactive.testkit.exchange.ExchangeReply;
import io.github.binancereactive.testkit.exchange.QueryClaim;
import io.github.binancereactive.testkit.exchange.QueryParameters;
import io.github.binancereactive.testkit.exchange.Script;
import io.github.binancereactive.testkit.exchange.SimulatedExchange;
import io.github.binancereactive.testkit.exchange.TimestampUnit;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The turn of a REST request. */
final class RestTurn extends HttpTurn {

    private static final String NOT_FOUND =
            "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>";

    private final QueryParameters parameters;
    private final RecordedRequest recorded;

    RestTurn(Simulation simulation, SocketGate socket, HttpSender sender, HttpMessage message) {
        super(simulation, socket, sender, message);
        parameters = new QueryParameters(message.query(), message.form());
        recorded = record();
    }

    private RecordedRequest record() {
        Map<String, String> params = new LinkedHashMap<>();
        parameters.names().forEach(name -> params.put(name, String.valueOf(parameters.text(name))));
        HttpMessage message = message();
        return new RecordedRequest(
                Wire.REST,
                message.method(),
                params,
                message.headers(),
                message.raw(),
                socket().number(),
                simulation().clock().now(),
                null);
    }

    RecordedRequest recorded() {
        return recorded;
    }

    @Override
    ExchangeReply carryOut() {
        try {
            TimestampUnit unit = TimestampUnit.of(message().header(HttpMessage.TIME_UNIT));
            ScriptedAnswer answer = simulation().answers().get(message().method());
            Script script = answer == null ? null : answer.script(recorded);
            ExchangeCall call = new ExchangeCall(message().method(), parameters, unit, socket().ip(), claim(), null);
            return simulation()
                    .exchange()
                    .handle(call, script, simulation().clock().micros());
        } catch (ExchangeError error) {
            return failed(error);
        }
    }

    private Claim claim() {
        return new QueryClaim(
                message().header(HttpMessage.API_KEY),
                parameters,
                message().rawQuery(),
                message().body());
    }

    /** What isn't there is answered by the web server in front of the exchange, not by the exchange. */
    @Override
    void answer() {
        String method = message().method();
        if (SimulatedExchange.offers(method) || simulation().answers().containsKey(method)) {
            super.answer();
        } else {
            send(HttpAnswer.of(404, NOT_FOUND.getBytes(StandardCharsets.UTF_8)).contentType("text/html"));
        }
    }
}
