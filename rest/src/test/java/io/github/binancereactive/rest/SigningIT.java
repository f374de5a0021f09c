/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.auth.SignatureAlgorithm;
import io.github.binancereactive.core.auth.Signer;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.HttpVerb;
import io.github.binancereactive.core.endpoint.SecurityType;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.core.time.TimestampUnit;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.Fault;
import io.github.binancereactive.testkit.RecordedRequest;
import io.github.binancereactive.testkit.exchange.ExchangeError;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class SigningIT extends SimulatedRest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");

    private final MovedClock clock = new MovedClock(NOW);
    private final ExchangeSimulator exchange = simulator();
    private final Keys keys = Keys.hmac();
    private final BinanceRestClient client =
            client(exchange).withServerClock(ServerClock.over(clock)).withCredentials(keys.credentials());

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void signsTheQueryStringAsItIsSent(SignatureAlgorithm algorithm) {
        Keys own = new Keys(algorithm);
        BinanceRestClient signing = client.withCredentials(own.credentials());
        signing.exchange(SIGNED_QUERY_CALL).block(PATIENCE);
        signing.exchange(SIGNED_ORDER_CALL).block(PATIENCE);

        RecordedRequest query = only(SIGNED_QUERY);
        assertThat(own.verified(query))
                .isEqualTo("text=a%20b%2Bc%26d%3De%2F%C3%A9%EF%BC%91%22%25&timestamp=" + NOW.toEpochMilli());
        assertThat(query.param("text")).isEqualTo("a b+c&d=e/é１\"%");
        assertThat(own.verified(only(SIGNED_ORDER)))
                .isEqualTo("symbol=BTCUSDT&newClientOrderId=canary-7&timestamp=" + NOW.toEpochMilli());
    }

    @ParameterizedTest
    @EnumSource(value = SecurityType.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void signsWhateverNeedsAPermission(SecurityType security) {
        Endpoint<Void> endpoint =
                Endpoint.rest(HttpVerb.PUT, "/api/v3/thing").security(security).returnsNothing();
        ExchangeSimulator own = start(ExchangeSimulator.builder().answer("PUT /api/v3/thing", request -> "{}"));

        client(own)
                .withCredentials(keys.credentials())
                .exchange(Call.of(endpoint))
                .block(PATIENCE);
        assertThat(keys.verified(own.requests().get(0))).startsWith("timestamp=");
    }

    @Test
    void sendsTimestampAndWindowAsConfigured() {
        BinanceRestClient windowed =
                client.withTimeUnit(TimestampUnit.MICROSECOND).withRecvWindow(Duration.ofNanos(1_500_000));
        windowed.exchange(Call.of(SIGNED_QUERY_ENDPOINT)).block(PATIENCE);
        windowed.exchange(Call.of(SIGNED_QUERY_ENDPOINT).with("recvWindow", new BigDecimal("60000")))
                .block(PATIENCE);

        assertThat(exchange.requests(SIGNED_QUERY).stream().map(keys::verified))
                .containsExactly(
                        "recvWindow=1.5&timestamp=" + NOW.toEpochMilli() + "456",
                        "recvWindow=60000&timestamp=" + NOW.toEpochMilli() + "456");
    }

    @Test
    void publicCallsCarryNothing() {
        client.time().block(PATIENCE);
        client.exchange(QUERY_CALL).block(PATIENCE);

        assertThat(exchange.requests())
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("x-mbx-apikey"))
                .allSatisfy(request -> assertThat(request.raw()).doesNotContain("signature", "timestamp"));
    }

    @Test
    void aConnectionForgetsWhoUsedIt() {
        BinanceRestClient narrow = client.withMaxConnections(1);
        for (int i = 0; i < 5; i++) {
            narrow.exchange(SIGNED_QUERY_CALL).block(PATIENCE);
            narrow.exchange(QUERY_CALL).block(PATIENCE);
        }
        assertThat(exchange.requests().stream().map(RecordedRequest::connection).distinct())
                .hasSize(1);
        assertThat(exchange.requests(QUERY))
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("x-mbx-apikey"))
                .allSatisfy(request -> assertThat(request.raw()).endsWith("?text=canary"));
    }

    @Test
    void withoutCredentialsNothingIsSent() {
        BinanceRestClient anonymous = client(exchange);

        assertThatThrownBy(() -> anonymous.exchange(SIGNED_ORDER_CALL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("sor.order.place: needs credentials (TRADE), and the client has none: "
                        + "see BinanceRestClient.withCredentials");
        assertThat(exchange.requests()).isEmpty();
    }

    @Test
    void derivedClientsDoNotChangeTheirOrigin() {
        BinanceRestClient anonymous = client(exchange);
        anonymous
                .withCredentials(keys.credentials())
                .exchange(SIGNED_QUERY_CALL)
                .block(PATIENCE);

        assertThatThrownBy(() -> anonymous.exchange(SIGNED_QUERY_CALL)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void eachAttemptIsSignedOnItsOwn() {
        ExchangeSimulator first = closing(ExchangeSimulator.builder()
                .answer(SIGNED_QUERY, request -> {
                    clock.move(Duration.ofSeconds(3));
                    throw new ExchangeError(503, -1000, "later");
                })
                .start());
        client(first, exchange)
                .withServerClock(ServerClock.over(clock))
                .withCredentials(keys.credentials())
                .exchange(Call.of(SIGNED_QUERY_ENDPOINT))
                .block(PATIENCE);

        assertThat(keys.verified(first.requests().get(0))).isEqualTo("timestamp=" + NOW.toEpochMilli());
        assertThat(keys.verified(only(SIGNED_QUERY)))
                .isEqualTo("timestamp=" + NOW.plusSeconds(3).toEpochMilli());
    }

    @Test
    void manyAtATimeAreEachSignedRight() {
        Flux.range(0, 200)
                .flatMap(i -> client.exchange(Call.of(SIGNED_QUERY_ENDPOINT).with("text", "number " + i)), 50)
                .blockLast(PATIENCE);

        assertThat(exchange.requests(SIGNED_QUERY).stream().map(keys::verified).distinct())
                .hasSize(200);
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void aSlowSignatureIsMadeWhereItMayBlock(SignatureAlgorithm algorithm) {
        StringBuilder seen = new StringBuilder();
        Signer signer = new Keys(algorithm).credentials().signer();
        BinanceRestClient signing = client.withCredentials(Credentials.of("key", new Spy(signer, seen)));

        signing.exchange(SIGNED_QUERY_CALL).block(PATIENCE);
        assertThat(seen).startsWith(Thread.currentThread().getName() + " ");

        seen.setLength(0);
        signing.time().flatMap(time -> signing.exchange(SIGNED_QUERY_CALL)).block(PATIENCE);
        assertThat(seen).startsWith(algorithm == SignatureAlgorithm.RSA ? "boundedElastic-" : "reactor-http-");
    }

    @Test
    void aSignerThatFailsEndsTheRequestAndSaysNothing() {
        Credentials broken = Credentials.of(Keys.API_KEY, new Signer() {
            @Override
            public SignatureAlgorithm algorithm() {
                return SignatureAlgorithm.ED25519;
            }

            @Override
            public String sign(byte[] payload) {
                throw new IllegalArgumentException("canary");
            }
        });

        StepVerifier.create(client.withCredentials(broken).exchange(SIGNED_ORDER_CALL))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ProtocolException.class)
                        .hasMessage("sor.order.place: unexpected IllegalArgumentException")
                        .hasNoCause());
        assertThat(exchange.requests()).isEmpty();
    }

    @Test
    void aResetAfterwardsIsNoReasonToSignAnOrderTwice() {
        exchange.inject(Fault.resetAfterAnswer());

        StepVerifier.create(client.exchange(SIGNED_ORDER_CALL)).verifyError();
        assertThat(exchange.requests(SIGNED_ORDER)).hasSize(1);
    }

    private RecordedRequest only(String method) {
        assertThat(exchange.requests(method)).hasSize(1);
        return exchange.requests(method).get(0);
    }
}
