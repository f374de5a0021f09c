/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.account.SimulatedKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Log-on, signatures and subscriptions on the WebSocket API. */
class SessionTest {

    private static final SimulatedAccount TRADER = SimulatedAccount.ed25519("trader")
            .key(SimulatedKey.hmac("trader"))
            .key(SimulatedKey.rsa("trader"))
            .key(SimulatedKey.ed25519("trader's eyes").readOnly());
    private static final SimulatedAccount OTHER = SimulatedAccount.hmac("other");
    private static final SimulatedKey KEY = TRADER.key(KeyType.ED25519);
    private static final String ORDER =
            "{'symbol':'BTCUSDT','side':'BUY','type':'LIMIT','timeInForce':'GTC','quantity':'0.01','price':'40000.00'}";

    private final ExchangeSimulator simulator =
            ExchangeSimulator.builder().account(TRADER, OTHER).start();

    @AfterEach
    void close() {
        simulator.close();
    }

    private static int code(JsonNode answer) {
        return answer.path("error").path("code").asInt(0);
    }

    @Test
    void everyTypeOfKeySignsRequests() throws Exception {
        try (RawSession session = new RawSession(simulator)) {
            for (KeyType type : KeyType.values()) {
                assertThat(session.askSigned(TRADER.key(type), "order.place", ORDER)
                                .path("status")
                                .intValue())
                        .as(type.name())
                        .isEqualTo(200);
            }
        }
        assertThat(simulator.orders(TRADER)).hasSize(3);
    }

    @Test
    void numbersAreSignedAsTheyAreWritten() throws Exception {
        try (RawSession session = new RawSession(simulator)) {
            String params = "apiKey=" + KEY.apiKey() + "&price=40000.00&quantity=0.0100&recvWindow=5000.500"
                    + "&side=BUY&symbol=BTCUSDT&timeInForce=GTC&timestamp="
                    + simulator.now().toEpochMilli() + "&type=LIMIT";
            StringBuilder json = new StringBuilder("{\"id\":1,\"method\":\"order.place\",\"params\":{");
            for (String param : params.split("&")) {
                String[] parts = param.split("=", 2);
                boolean number = Character.isDigit(parts[1].charAt(0)) && !parts[0].equals("apiKey");
                json.append('"').append(parts[0]).append("\":").append(number ? parts[1] : '"' + parts[1] + '"');
                json.append(',');
            }
            json.append("\"signature\":\"").append(Signatures.sign(KEY, params)).append("\"}}");

            JsonNode answer = session.send(json.toString()).next();

            assertThat(answer.path("status").intValue()).as(answer.toString()).isEqualTo(200);
        }
    }

    @Test
    void aNameThatIsNotAsciiIsSignedAsItIs() throws Exception {
        try (RawSession session = new RawSession(simulator)) {
            assertThat(session.askSigned(KEY, "openOrders.status", "{'symbol':'１２３４５６'}")
                            .path("status")
                            .intValue())
                    .isEqualTo(200);
        }
    }

    @Test
    void refusesWhatIsNotSigned() throws Exception {
        try (RawSession session = new RawSession(simulator)) {
            assertThat(code(session.askTimed("account.status", "{}"))).isEqualTo(-1102);
            assertThat(session.askTimed("account.status", "{}").at("/error/msg").asString())
                    .contains("'apiKey'");
            assertThat(code(session.askTimed("account.status", "{'apiKey':'" + KEY.apiKey() + "'}")))
                    .isEqualTo(-1102);
            assertThat(code(session.askTimed("account.status", "{'apiKey':'" + KEY.apiKey() + "','signature':'AAAA'}")))
                    .isEqualTo(-1022);
            JsonNode unknown = session.askSigned(SimulatedKey.hmac("nobody"), "account.status", "{}");
            assertThat(code(unknown)).isEqualTo(-2015);
            assertThat(unknown.path("status").intValue()).isEqualTo(401);
            assertThat(code(session.askSignedAt(KEY, "account.status", "{'timestamp':1700000000000}")))
                    .isEqualTo(-1021);
        }
    }

    @Test
    void logsOnOnceAndOut() throws Exception {
        try (RawSession session = new RawSession(simulator)) {
            JsonNode before = session.ask("session.status", "{}").path("result");
            JsonNode on = session.logOn(KEY).path("result");
            JsonNode balances = session.askTimed("account.status", "{'omitZeroBalances':true}");
            JsonNode untimed = session.ask("account.status", "{}");
            JsonNode out = session.ask("session.logout", "{}").path("result");
            JsonNode after = session.askTimed("account.status", "{}");

            assertThat(before.path("apiKey").isNull()).isTrue();
            assertThat(before.path("authorizedSince").isNull()).isTrue();
            assertThat(on.path("apiKey").asString()).isEqualTo(KEY.apiKey());
            assertThat(on.path("authorizedSince").longValue())
                    .isGreaterThanOrEqualTo(on.path("connectedSince").longValue());
            assertThat(balances.at("/result/balances")).isNotEmpty();
            assertThat(untimed.at("/error/msg").asString()).contains("'timestamp'");
            assertThat(out.path("apiKey").isNull()).isTrue();
            assertThat(code(after)).isEqualTo(-1102);
        }
    }

    @Test
    void onlyEd25519KeysLogOn() throws Exception {
        try (RawSession session = new RawSession(simulator)) {
            assertThat(code(session.logOn(TRADER.key(KeyType.HMAC)))).isEqualTo(-2015);
            assertThat(code(session.logOn(TRADER.key(KeyType.RSA)))).isEqualTo(-2015);
            assertThat(session.ask("session.status", "{}").at("/result/apiKey").isNull())
                    .isTrue();
        }
    }

    @Test
    void anotherKeyMayBeUsedForOneRequest() throws Exception {
        SimulatedKey eyes = TRADER.keys().get(3);
        try (RawSession session = new RawSession(simulator)) {
            session.logOn(eyes);

            assertThat(code(session.askTimed("order.place", ORDER))).isEqualTo(-2015);
            assertThat(session.askSigned(OTHER.keys().get(0), "order.place", ORDER)
                            .path("status")
                            .intValue())
                    .isEqualTo(200);
            assertThat(session.ask("session.status", "{}").at("/result/apiKey").asString())
                    .isEqualTo(eyes.apiKey());
        }
        assertThat(simulator.orders(OTHER)).hasSize(1);
        assertThat(simulator.orders(TRADER)).isEmpty();
    }

    @Test
    void aRevokedKeyEndsTheSessionWithoutNamingTheRequest() throws Exception {
        try (RawSession session = new RawSession(simulator)) {
            session.logOn(KEY);
            simulator.floor().revoke(KEY.apiKey());

            JsonNode revoked = session.askTimed("account.status", "{}");
            assertThat(revoked.toString())
                    .isEqualTo("{\"id\":null,\"status\":401,\"error\":{\"code\":-2015,"
                            + "\"msg\":\"Invalid API-key, IP, or permissions for action.\"}}");
            assertThat(session.ask("session.status", "{}").at("/result/apiKey").isNull())
                    .isTrue();
            JsonNode next = session.askTimed("account.status", "{}");
            assertThat(next.path("id").intValue()).isEqualTo(4);
            assertThat(code(next)).isEqualTo(-1102);
        }
    }

    @Test
    void keepsBookOfSubscriptions() throws Exception {
        try (RawSession session = new RawSession(simulator)) {
            assertThat(code(session.ask("userDataStream.subscribe", "{}"))).isEqualTo(-1002);
            session.logOn(KEY);

            assertThat(session.ask("userDataStream.subscribe", "{}")
                            .at("/result/subscriptionId")
                            .intValue())
                    .isZero();
            assertThat(code(session.ask("userDataStream.subscribe", "{}"))).isEqualTo(-2035);
            assertThat(code(session.askSigned(KEY, "userDataStream.subscribe.signature", "{}")))
                    .isEqualTo(-2035);
            assertThat(session.askSigned(OTHER.keys().get(0), "userDataStream.subscribe.signature", "{}")
                            .at("/result/subscriptionId")
                            .intValue())
                    .isEqualTo(1);
            assertThat(session.ask("session.subscriptions", "{}").path("result").toString())
                    .isEqualTo("[{\"subscriptionId\":0},{\"subscriptionId\":1}]");
            assertThat(session.ask("session.status", "{}")
                            .at("/result/userDataStream")
                            .booleanValue())
                    .isTrue();
            assertThat(code(session.ask("userDataStream.unsubscribe", "{'subscriptionId':7}")))
                    .isEqualTo(-2036);
        }
    }

    @Test
    void loggingOutEndsTheSubscriptionThatNeededIt() throws Exception {
        try (RawSession session = new RawSession(simulator)) {
            session.logOn(KEY);
            session.ask("userDataStream.subscribe", "{}");
            session.askSigned(OTHER.keys().get(0), "userDataStream.subscribe.signature", "{}");

            JsonNode event = session.ask("session.logout", "{}");
            JsonNode answer = session.next();

            assertThat(event.at("/event/e").asString()).isEqualTo("eventStreamTerminated");
            assertThat(event.path("subscriptionId").intValue()).isZero();
            assertThat(answer.at("/result/userDataStream").booleanValue()).isTrue();
            assertThat(session.ask("session.subscriptions", "{}").path("result").toString())
                    .isEqualTo("[{\"subscriptionId\":1}]");
        }
    }

    @Test
    void subscribersHearOfOrdersAndMoney() throws Exception {
        try (RawSession session = new RawSession(simulator)) {
            session.logOn(KEY);
            session.ask("userDataStream.subscribe", "{}");

            JsonNode report = session.askTimed("order.place", ORDER);
            JsonNode position = session.next();
            JsonNode answer = session.next();

            assertThat(report.at("/event/e").asString()).isEqualTo("executionReport");
            assertThat(report.at("/event/x").asString()).isEqualTo("NEW");
            assertThat(report.at("/event/i")).isEqualTo(answer.at("/result/orderId"));
            assertThat(position.at("/event/e").asString()).isEqualTo("outboundAccountPosition");
            assertThat(position.at("/event/B/0/l").asString()).isEqualTo("400.00000000");

            simulator.floor().deposit(TRADER, "USDT", "5");
            JsonNode deposit = session.next();
            assertThat(deposit.at("/event/e").asString()).isEqualTo("balanceUpdate");
            assertThat(deposit.at("/event/d").asString()).isEqualTo("5.00000000");
        }
    }

    @Test
    void ordersBySmartOrderRoutingSaySo() throws Exception {
        try (RawSession session = new RawSession(simulator)) {
            session.logOn(KEY);
            session.ask("userDataStream.subscribe", "{}");
            JsonNode placed = session.askTimed(
                    "sor.order.place",
                    "{'symbol':'BTCUSDT','side':'BUY','type':'LIMIT','timeInForce':'GTC','quantity':'0.0005',"
                            + "'price':'61000.00'}");
            JsonNode filled = session.next();

            assertThat(placed.at("/event/x").asString()).isEqualTo("NEW");
            assertThat(placed.at("/event/uS").booleanValue()).isTrue();
            assertThat(placed.at("/event/k").asString()).isEqualTo("SOR");
            assertThat(placed.path("event").has("a")).isFalse();
            assertThat(filled.at("/event/x").asString()).isEqualTo("TRADE");
            assertThat(filled.at("/event/t").intValue()).isEqualTo(-1);
            assertThat(filled.at("/event/b").asString()).isEqualTo("ONE_PARTY_TRADE_REPORT");
            assertThat(filled.at("/event/a").intValue()).isZero();
            assertThat(session.next().at("/event/e").asString()).isEqualTo("outboundAccountPosition");
            JsonNode answer = session.next();
            assertThat(answer.at("/result/0/fills/0/allocId").intValue()).isZero();

            JsonNode ordinary = session.askTimed("order.place", ORDER);
            assertThat(ordinary.at("/event/e").asString()).isEqualTo("executionReport");
            assertThat(ordinary.path("event").has("uS")).isFalse();
        }
    }
}
