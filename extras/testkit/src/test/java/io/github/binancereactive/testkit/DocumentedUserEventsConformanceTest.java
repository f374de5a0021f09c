/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.account.SimulatedKey;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events of accounts are as the documentation's samples: the same fields in the same order, values of the same types. */
class DocumentedUserEventsConformanceTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path FOLDER = Path.of(System.getProperty("conformance.dir", "../shared/conformance"));
    private static final SimulatedKey KEY = SimulatedKey.ed25519("trader");
    private static final SimulatedAccount TRADER =
            SimulatedAccount.of("trader", KEY).balance("USDT", "100000").balance("BTC", "10");

    private final ExchangeSimulator simulator =
            ExchangeSimulator.builder().account(TRADER).start();
    private RawSession session;

    @BeforeAll
    static void folder() {
        assumeTrue(Files.isDirectory(FOLDER), () -> "skipped: there is no folder " + FOLDER.toAbsolutePath());
    }

    @BeforeEach
    void subscribe() throws Exception {
        session = new RawSession(simulator);
        session.askSigned(KEY, "userDataStream.subscribe.signature", "{}");
    }

    @AfterEach
    void close() throws Exception {
        session.close();
        simulator.close();
    }

    private static JsonNode sample(String type) {
        for (JsonNode sample : JSON.readTree(FOLDER.resolve("docs/user-data-stream.json"))) {
            if (sample.at("/json/event/e").asString("").equals(type)) {
                return sample.path("json");
            }
        }
        throw new AssertionError("no sample of " + type);
    }

    private JsonNode next(String type) throws Exception {
        JsonNode event = session.next();
        while (!event.at("/event/e").asString("").equals(type)) {
            event = session.next();
        }
        return event;
    }

    private static void assertSame(JsonNode event, JsonNode documented) {
        assertThat(event.propertyNames()).containsExactlyElementsOf(documented.propertyNames());
        documented.properties().forEach(field -> {
            JsonNode value = event.path(field.getKey());
            assertThat(value.getNodeType())
                    .as(field.getKey())
                    .isEqualTo(field.getValue().getNodeType());
            if (value.isObject()) {
                assertSame(value, field.getValue());
            } else if (value.isArray()) {
                value.forEach(element -> assertSame(element, field.getValue().get(0)));
            }
        });
    }

    @Test
    void money() throws Exception {
        simulator.floor().deposit(TRADER, "USDT", "5");

        assertSame(next("balanceUpdate"), sample("balanceUpdate"));
        assertSame(next("outboundAccountPosition"), sample("outboundAccountPosition"));
    }

    @Test
    void externalLocks() throws Exception {
        simulator.floor().lockExternally(TRADER, "USDT", "10");

        JsonNode locked = next("externalLockUpdate");
        assertSame(locked, sample("externalLockUpdate"));
        assertThat(locked.at("/event/d").asString()).isEqualTo("10.00000000");
        assertThat(next("outboundAccountPosition").at("/event/B/0/l").asString())
                .isEqualTo("10.00000000");
    }

    @Test
    void orders() throws Exception {
        new RawTrader(simulator, KEY)
                .post(
                        "/api/v3/order",
                        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=40000.00");

        JsonNode documented = sample("executionReport");
        // Only visible in orders that were kept from trading with themselves.
        ((ObjectNode) documented.path("event")).remove("v");
        assertSame(next("executionReport"), documented);
    }

    @Test
    void lists() throws Exception {
        new RawTrader(simulator, KEY)
                .post(
                        "/api/v3/orderList/oco",
                        "symbol=BTCUSDT&side=SELL&quantity=0.01&aboveType=LIMIT_MAKER&abovePrice=61000.00"
                                + "&belowType=STOP_LOSS&belowStopPrice=50000.00");

        assertSame(next("listStatus"), sample("listStatus"));
    }

    @Test
    void theEndOfASubscription() throws Exception {
        session.send("{\"id\":3,\"method\":\"userDataStream.unsubscribe\",\"params\":{\"subscriptionId\":0}}");

        assertSame(next("eventStreamTerminated"), sample("eventStreamTerminated"));
    }
}
