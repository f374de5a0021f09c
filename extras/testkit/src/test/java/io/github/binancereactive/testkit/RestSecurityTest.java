/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.account.SimulatedKey;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Who gets in by REST and who doesn't. */
class RestSecurityTest {

    private static final SimulatedAccount TRADER =
            SimulatedAccount.hmac("trader").key(SimulatedKey.rsa("trader")).key(SimulatedKey.ed25519("trader"));
    private static final SimulatedAccount LOOKER =
            SimulatedAccount.hmac("looker").readOnly();

    @RegisterExtension
    static final ExchangeSimulatorExtension EXCHANGE =
            ExchangeSimulatorExtension.shared(builder -> builder.account(TRADER, LOOKER)
                    .limits(SimulatedLimits.unlimited())
                    .scheduler(VirtualTimeScheduler.create())
                    .epoch(Instant.parse("2026-01-01T00:00:00Z")));

    private static final String LIMIT =
            "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=40000.00";

    private final ExchangeSimulator simulator = EXCHANGE.simulator();
    private final RawTrader trader = new RawTrader(simulator);

    private long now() {
        return simulator.now().toEpochMilli();
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeOfKey(KeyType type) throws Exception {
        RawTrader.Reply reply = new RawTrader(simulator, TRADER.key(type)).get("/api/v3/account", "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("canTrade").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void anotherKeysSignatureIsNone(KeyType type) throws Exception {
        SimulatedKey key = TRADER.key(type);
        String query = "timestamp=" + now();
        String foreign = Signatures.sign(SimulatedKey.ed25519("somebody else"), query);

        RawTrader.Reply reply = trader.send(
                "GET",
                "/api/v3/account?" + query + "&signature=" + URLEncoder.encode(foreign, StandardCharsets.UTF_8),
                "",
                key.apiKey());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(-1022);
        assertThat(reply.text("msg")).isEqualTo("Signature for this request is not valid.");
    }

    @Test
    void hmacInEitherCase() throws Exception {
        SimulatedKey key = TRADER.keys().get(0);
        String query = "timestamp=" + now();
        String signature = Signatures.sign(key, query).toUpperCase(Locale.ROOT);

        assertThat(trader.send("GET", "/api/v3/account?" + query + "&signature=" + signature, "", key.apiKey())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theSignatureIsOverWhatWasSentAndNothingElse() throws Exception {
        SimulatedKey key = TRADER.keys().get(0);
        String query = LIMIT + "&timestamp=" + now();
        String signature = Signatures.sign(key, query);

        RawTrader.Reply changed = trader.send(
                "POST",
                "/api/v3/order?" + query.replace("quantity=0.01", "quantity=0.02") + "&signature=" + signature,
                "",
                key.apiKey());
        RawTrader.Reply reordered = trader.send(
                "POST",
                "/api/v3/order?timestamp=" + query.substring(query.length() - 13) + "&" + LIMIT + "&signature="
                        + signature,
                "",
                key.apiKey());

        assertThat(changed.code()).isEqualTo(-1022);
        assertThat(reordered.code()).isEqualTo(-1022);
    }

    @Test
    void queryAndBodyAreSignedTogether() throws Exception {
        SimulatedKey key = TRADER.keys().get(0);
        String query = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC";
        String body = "quantity=0.01&price=40000.00&timestamp=" + now();

        RawTrader.Reply mixed = trader.send(
                "POST",
                "/api/v3/order/test?" + query,
                body + "&signature=" + Signatures.sign(key, query + body),
                key.apiKey());
        RawTrader.Reply joinedByAnd = trader.send(
                "POST",
                "/api/v3/order/test?" + query,
                body + "&signature=" + Signatures.sign(key, query + "&" + body),
                key.apiKey());

        assertThat(mixed.status()).as(mixed.http().body()).isEqualTo(200);
        assertThat(joinedByAnd.code()).isEqualTo(-1022);
    }

    @Test
    void aNameThatIsNotAsciiIsSignedAsItIsPercentEncoded() throws Exception {
        String name = URLEncoder.encode("１２３４５６", StandardCharsets.UTF_8);

        assertThat(trader.get("/api/v3/openOrders", "symbol=" + name).status()).isEqualTo(200);
        SimulatedKey key = TRADER.keys().get(0);
        String time = "&timestamp=" + now();
        String signature = Signatures.sign(key, "symbol=１２３４５６" + time);
        assertThat(trader.send(
                                "GET",
                                "/api/v3/openOrders?symbol=" + name + time + "&signature=" + signature,
                                "",
                                key.apiKey())
                        .code())
                .as("signed before it was encoded")
                .isEqualTo(-1022);
    }

    @ParameterizedTest
    @CsvSource({"'', 401, -2014", "bad key!, 401, -2014", "NobodysKey, 401, -2015"})
    void keysThatAreNone(String apiKey, int status, int code) throws Exception {
        RawTrader.Reply reply = trader.send("GET", "/api/v3/account?timestamp=" + now() + "&signature=00", "", apiKey);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
    }

    @Test
    void aReadOnlyKeyLooksAndDoesNotTrade() throws Exception {
        RawTrader looker = new RawTrader(simulator, LOOKER.keys().get(0));

        assertThat(looker.get("/api/v3/account", "").status()).isEqualTo(200);
        RawTrader.Reply refused = looker.post("/api/v3/order", LIMIT);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo(-2015);
        assertThat(simulator.orders(LOOKER)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "999, , 0",
        "1000, , -1021",
        "-5000, , 0",
        "-5001, , -1021",
        "-5001, 5001, 0",
        "-5001, 5000.999, -1021",
        "-101, 100, -1021",
        "-60000, 60000, 0",
        "0, 60000.001, -1131",
        "0, 6000.346, 0",
        "0, 6000.3461, -1111",
        "0, -1, -1100",
        "0, five, -1100",
        "0, '', -1105",
    })
    void timing(long offset, String recvWindow, int code) throws Exception {
        String query = (recvWindow == null ? "" : "recvWindow=" + recvWindow + "&") + "timestamp=" + (now() + offset);

        assertThat(trader.signed("GET", "/api/v3/account", query).code()).isEqualTo(code);
    }

    @Test
    void saysWhichWayTheClockIsWrong() throws Exception {
        assertThat(trader.signed("GET", "/api/v3/account", "timestamp=" + (now() + 5000))
                        .text("msg"))
                .isEqualTo("Timestamp for this request was 1000ms ahead of the server's time.");
        assertThat(trader.signed("GET", "/api/v3/account", "timestamp=" + (now() - 9000))
                        .text("msg"))
                .isEqualTo("Timestamp for this request is outside of the recvWindow.");
    }

    @Test
    void timestampsInMicroseconds() throws Exception {
        assertThat(trader.signed("GET", "/api/v3/account", "timestamp=" + now() * 1000)
                        .status())
                .isEqualTo(200);
        assertThat(trader.signed("GET", "/api/v3/account", "timestamp=" + (now() - 6000) * 1000)
                        .code())
                .isEqualTo(-1021);
    }

    @ParameterizedTest
    @CsvSource({"'', timestamp", "timestamp=, timestamp", "timestamp=1700000000000, signature"})
    void whatHasToBeThere(String query, String missing) throws Exception {
        RawTrader.Reply reply = trader.send("GET", "/api/v3/account?" + query, "", TRADER.apiKey());

        assertThat(reply.code()).isEqualTo(-1102);
        assertThat(reply.text("msg"))
                .isEqualTo("Mandatory parameter '" + missing + "' was not sent, was empty/null, or malformed.");
    }

    @Test
    void theKeyBelongsInTheHeader() throws Exception {
        assertThat(trader.get("/api/v3/account", "apiKey=" + TRADER.apiKey()).code())
                .isEqualTo(-1104);
    }

    @Test
    void whatIsPublicIsNotSigned() throws Exception {
        assertThat(trader.get("/api/v3/avgPrice", "symbol=BTCUSDT").code()).isEqualTo(-1101);
    }
}
