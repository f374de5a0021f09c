/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.codec.InboundFrame;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.ExecutionType;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.user.ExecutionReport;
import io.github.binancereactive.core.model.user.UnknownUserDataEvent;
import io.github.binancereactive.core.model.user.UserDataEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every event of the user data stream that is documented, and those that were recorded. */
class UserDataConformanceTest {

    /** Documented as "Ignore", so we don't keep it. */
    private static final String IGNORED = "M";

    private static InboundFrame read(Reports reports, JsonNode json) {
        InboundFrame frame = new InboundFrame();
        byte[] bytes = Conformance.bytes(json);
        reports.codec.envelopes().decode(bytes, 0, bytes.length, id -> null, frame);
        return frame;
    }

    private static UserDataEvent readsAndEncodes(JsonNode json) {
        Reports reports = new Reports();
        InboundFrame frame = read(reports, json);
        UserDataEvent event = frame.userData();

        assertThat(reports.unknown).isEmpty();
        assertThat(event).isNotNull().isNotInstanceOf(UnknownUserDataEvent.class);
        assertThat(frame.subscriptionId()).isEqualTo(json.get("subscriptionId").asInt());
        assertThat(frame.event()).isEqualTo(event.eventType());
        ObjectNode expected = (ObjectNode) json.get("event").deepCopy();
        expected.remove(IGNORED);
        Conformance.assertEncodes(reports, event, expected);
        return event;
    }

    private static List<JsonNode> documented() {
        return Stream.of("user-data-stream", "web-socket-api")
                .flatMap(Conformance::samples)
                .filter(sample -> sample.get("json").has("subscriptionId")
                        && sample.get("json").has("event"))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everySampleIsRead() {
        assertThat(documented()).hasSize(7);
        return documented().stream()
                .map(sample -> dynamicTest(Conformance.where(sample), () -> readsAndEncodes(sample.get("json"))));
    }

    @Test
    void everyRecordingIsRead() {
        List<JsonNode> lines = Conformance.lines("recorded/user-data/execution-reports.jsonl");

        assertThat(lines).hasSize(5).allSatisfy(line -> readsAndEncodes(line.get("frame")));
    }

    @Test
    void whatARecordingSays() {
        JsonNode frame = Conformance.lines("recorded/user-data/execution-reports.jsonl")
                .get(1)
                .get("frame");

        assertThat(readsAndEncodes(frame)).isInstanceOfSatisfying(ExecutionReport.class, report -> {
            assertThat(report.isTrade()).isTrue();
            assertThat(report.executionType()).isEqualTo(ExecutionType.TRADE);
            assertThat(report.status()).isEqualTo(OrderStatus.FILLED);
            assertThat(report.type()).isEqualTo(OrderType.LIMIT);
            assertThat(report.executionId()).isEqualTo(2623837867L);
            assertThat(report.executedQty()).isEqualTo(new BigDecimal("800.00000000"));
            assertThat(report.commissionAsset()).isEqualTo("BNB");
        });
    }

    /** The table of conditional fields, with the examples that it gives. */
    @Test
    void everyConditionalFieldIsRead() {
        ObjectNode frame = (ObjectNode) documented().stream()
                .map(sample -> sample.get("json"))
                .filter(json -> json.get("event").get("e").asString().equals("executionReport"))
                .findFirst()
                .orElseThrow()
                .deepCopy();
        ObjectNode event = (ObjectNode) frame.get("event");
        event.setAll((ObjectNode) Conformance.tree("""
                {"d":4,"D":1668680518494,"j":1,"J":1000000,"v":3,"A":"3.000000","B":"3.000000","u":1,"U":37,"Cs":"BTCUSDT",
                 "pl":"2.123456","pL":"0.10000001","pY":"0.21234562","W":1668683798379,"b":"ONE_PARTY_TRADE_REPORT",
                 "a":1234,"k":"SOR","uS":true,"gP":"PRIMARY_PEG","gOT":"PRICE_LEVEL","gOV":5,"gp":"1.00000000",
                 "eR":"INSUFFICIENT_LIQUIDITY"}""".getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        readsAndEncodes(frame);
    }
}
