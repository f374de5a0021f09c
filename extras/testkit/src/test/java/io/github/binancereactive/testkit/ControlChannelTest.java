/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.testkit.stream.ControlAnswers;
import io.github.binancereactive.testkit.stream.StreamEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscribing, unsubscribing, properties, and what the control channel refuses. */
class ControlChannelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final SimulatedLimits PATIENT = SimulatedLimits.documented().withStreamMessages(1_000);

    private final ExchangeSimulator simulator =
            ExchangeSimulator.builder().liquidity(0).limits(PATIENT).start();

    @AfterEach
    void close() {
        simulator.close();
    }

    private String ask(String request) throws Exception {
        try (RawWebSocket client = RawWebSocket.streams(simulator, "/ws")) {
            return client.send(request).text();
        }
    }

    @Test
    void subscribesAndUnsubscribes() throws Exception {
        try (RawWebSocket client = RawWebSocket.streams(simulator, "/ws/made@up")) {
            assertThat(client.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"a@b\",\"c@d\",\"a@b\"],\"id\":1}")
                            .text())
                    .isEqualTo("{\"result\":null,\"id\":1}");
            assertThat(client.send("{\"method\":\"UNSUBSCRIBE\",\"params\":[\"made@up\",\"never@was\"],\"id\":312}")
                            .text())
                    .isEqualTo("{\"result\":null,\"id\":312}");
            assertThat(client.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":3}")
                            .text())
                    .isEqualTo("{\"result\":[\"a@b\",\"c@d\"],\"id\":3}");
            assertThat(simulator.connections().get(0).subscriptions()).containsExactly("a@b", "c@d");

            simulator.streams().publish("made@up", StreamEvent.fixed("0"));
            simulator.streams().publish("c@d", StreamEvent.fixed("1"));
            assertThat(client.text()).isEqualTo("1");
        }
    }

    @Test
    void theFormOfEventsIsAProperty() throws Exception {
        try (RawWebSocket client = RawWebSocket.streams(simulator, "/ws/made@up")) {
            assertThat(client.send("{\"method\":\"GET_PROPERTY\",\"params\":[\"combined\"],\"id\":2}")
                            .text())
                    .isEqualTo("{\"result\":false,\"id\":2}");
            assertThat(client.send("{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",true],\"id\":5}")
                            .text())
                    .isEqualTo("{\"result\":null,\"id\":5}");
            assertThat(client.send("{\"method\":\"GET_PROPERTY\",\"params\":[\"combined\"],\"id\":2}")
                            .text())
                    .isEqualTo("{\"result\":true,\"id\":2}");

            simulator.streams().publish("made@up", StreamEvent.fixed("1"));
            assertThat(client.text()).isEqualTo("{\"stream\":\"made@up\",\"data\":1}");
        }
        try (RawWebSocket client = RawWebSocket.streams(simulator, "/stream")) {
            assertThat(client.send("{\"method\":\"GET_PROPERTY\",\"params\":[\"combined\"],\"id\":2}")
                            .text())
                    .isEqualTo("{\"result\":true,\"id\":2}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "-9223372036854775808",
                "9223372036854775807",
                "null",
                "\"a\"",
                "\"0123456789abcdefghijklmnopqrstuvwxyz\"",
                "\"123e4567-e89b-12d3-a456-426614174000\""
            })
    void idsComeBackAsTheyWere(String id) throws Exception {
        assertThat(ask("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":" + id + "}"))
                .isEqualTo("{\"result\":[],\"id\":" + id + "}");
    }

    /** The documentation's table of errors, row by row, with requests that deserve them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'method':'SET_PROPERTY','params':['nosuch',true],'id':7}"
                        + "| {'code':0,'msg':'Unknown property','id':7}",
                "{'method':'GET_PROPERTY','params':['nosuch'],'id':'x'} | {'code':0,'msg':'Unknown property','id':'x'}",
                "{'method':'SET_PROPERTY','params':['combined','true'],'id':7}"
                        + "| {'code':1,'msg':'Invalid value type: expected Boolean'}",
                "{'method':'SET_PROPERTY','params':['combined'],'id':7}"
                        + "| {'code':1,'msg':'Invalid value type: expected Boolean'}",
                "{'method':'SET_PROPERTY','params':[true,true],'id':7}"
                        + "| {'code':2,'msg':'Invalid request: property name must be a string'}",
                "{'method':'GET_PROPERTY','params':[],'id':7}"
                        + "| {'code':2,'msg':'Invalid request: property name must be a string'}",
                "{'method':'GET_PROPERTY','id':7}"
                        + "| {'code':2,'msg':'Invalid request: property name must be a string'}",
                "{'method':'SUBSCRIBE','params':['a@b']}"
                        + "| {'code':2,'msg':'Invalid request: request ID must be an unsigned integer'}",
                "{'method':'SUBSCRIBE','params':['a@b'],'id':1.5}"
                        + "| {'code':2,'msg':'Invalid request: request ID must be an unsigned integer'}",
                "{'method':'SUBSCRIBE','params':['a@b'],'id':9223372036854775808}"
                        + "| {'code':2,'msg':'Invalid request: request ID must be an unsigned integer'}",
                "{'method':'SUBSCRIBE','params':['a@b'],'id':'0123456789012345678901234567890123456'}"
                        + "| {'code':2,'msg':'Invalid request: request ID must be an unsigned integer'}",
                "{'method':'SUBSCRIBE','params':['a@b'],'id':true}"
                        + "| {'code':2,'msg':'Invalid request: request ID must be an unsigned integer'}",
                "{'id':1234,'method':'SUBSCRIBER'}"
                        + "| {'code':2,'msg':'Invalid request: unknown variant `SUBSCRIBER`, expected one of `SUBSCRIBE`,"
                        + " `UNSUBSCRIBE`, `LIST_SUBSCRIPTIONS`, `SET_PROPERTY`, `GET_PROPERTY` at line 1 column 32'}",
                "{'method':'LIST_SUBSCRIPTIONS','params':['a@b'],'id':1}"
                        + "| {'code':2,'msg':'Invalid request: too many parameters'}",
                "{'method':'GET_PROPERTY','params':['combined',true],'id':1}"
                        + "| {'code':2,'msg':'Invalid request: too many parameters'}",
                "{'params':['btcusdt@aggTrade','btcusdt@depth'],'id':1}"
                        + "| {'code':2,'msg':'Invalid request: missing field `method` at line 1 column 54'}",
                "{'method':5,'id':1} | {'code':2,'msg':'Invalid request: missing field `method` at line 1 column 19'}",
                "{'method':'SUBSCRIBE','id':1}"
                        + "| {'code':2,'msg':'Invalid request: missing field `params` at line 1 column 29'}"
            })
    void errorsAreAsDocumented(String request, String expected) throws Exception {
        assertThat(ask(request.trim().replace('\'', '"')))
                .isEqualTo(expected.trim().replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "{\"method\":", "{'a'}", "", "{} {}"})
    void whatIsNoJson(String request) throws Exception {
        assertThat(ask(request))
                .matches("\\{\"code\":3,\"msg\":\"Invalid JSON: expected value at line \\d+ column \\d+\"}");
    }

    /** Not documented; what clients have seen. */
    @ParameterizedTest
    @ValueSource(strings = {"\"not a stream\"", "\"\"", "\"@@@#\"", "5", "null"})
    void namesThatCanBeNone(String name) throws Exception {
        assertThat(ask("{\"method\":\"SUBSCRIBE\",\"params\":[\"a@b\"," + name + "],\"id\":7}"))
                .isEqualTo("{\"code\":2,\"msg\":\"Invalid request: invalid stream\",\"id\":7}");
        assertThat(simulator.connections().get(0).subscriptions()).isEmpty();
    }

    @Test
    void errorsMayBeWrapped() throws Exception {
        try (ExchangeSimulator wrapping = ExchangeSimulator.builder()
                        .controlAnswers(ControlAnswers.WRAPPED)
                        .start();
                RawWebSocket client = RawWebSocket.streams(wrapping, "/ws")) {
            assertThat(client.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"#\"],\"id\":7}")
                            .text())
                    .isEqualTo("{\"error\":{\"code\":2,\"msg\":\"Invalid request: invalid stream\"},\"id\":7}");
            assertThat(client.send("x").text())
                    .isEqualTo("{\"error\":{\"code\":3,\"msg\":\"Invalid JSON: expected value at line 1 column 1\"},"
                            + "\"id\":null}");
        }
    }

    @Test
    void requestsAreRecorded() throws Exception {
        ask("{\"method\":\"SUBSCRIBE\",\"params\":[\"a@b\",\"c@d\"],\"id\":\"x\"}");
        ask("nonsense");

        RecordedRequest request = simulator.requests("SUBSCRIBE").get(0);
        assertThat(request.wire()).isEqualTo(Wire.STREAM);
        assertThat(request.id()).isEqualTo("\"x\"");
        assertThat(request.param("params")).isEqualTo("[\"a@b\",\"c@d\"]");
        assertThat(simulator.requests()).extracting(RecordedRequest::method).containsExactly("SUBSCRIBE", "");
    }

    @Test
    void anAnswerCanBeWithheldDelayedAndDoubled() throws Exception {
        String subscribe = "{\"method\":\"SUBSCRIBE\",\"params\":[\"a@b\"],\"id\":1}";
        String list = "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":2}";
        simulator.inject(Fault.drop().on("SUBSCRIBE"));
        simulator.inject(Fault.duplicate().on("LIST_SUBSCRIPTIONS"));
        try (RawWebSocket client = RawWebSocket.streams(simulator, "/ws")) {
            client.send(subscribe).send(list);

            assertThat(List.of(client.text(), client.text())).containsOnly("{\"result\":[\"a@b\"],\"id\":2}");
        }
        simulator.inject(Fault.resetBeforeAnswer().on("SUBSCRIBE"));
        try (RawWebSocket client = RawWebSocket.streams(simulator, "/ws")) {
            client.send(subscribe);
            assertThat(client.endsCleanly()).isFalse();
        }
        simulator.await(sim -> sim.openConnections() == 0, PATIENCE);
    }

    @ParameterizedTest
    @CsvSource({"GET /ws, /ws/a@b", "GET /stream, /stream?streams=a@b"})
    void upgradesCanFailByName(String name, String target) throws Exception {
        simulator.inject(Fault.status(503, "busy").on(name));
        try (RawWebSocket client = RawWebSocket.streams(simulator, target)) {
            assertThat(client.status()).isEqualTo(503);
        }
    }
}
