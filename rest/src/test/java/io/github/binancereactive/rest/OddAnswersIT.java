/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.core.error.RateLimitedException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.model.general.ServerTime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.transport.ProxyProvider;
import reactor.test.StepVerifier;

/** Answers that are odd already as HTTP. */
class OddAnswersIT extends SimulatedRest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CANARY is no HTTP\r\n\r\n",
                OK + "Transfer-Encoding: chunked\r\n\r\nCANARY\r\n",
                OK + "Content-Encoding: gzip\r\nContent-Length: 6\r\n\r\nCANARY",
                OK + "Content-Length: 0\r\n\r\n",
                OK + "\r\n{\"serverTime\":1,\"CANARY",
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nLocation: http://CANARY/\r\n\r\n"
            })
    void cannotBeUnderstood(String answer) {
        RawServer server = closing(new RawServer(answer));
        // A client for each, because the server hangs up after an answer: an order could meet a connection that is
        // dying.
        BinanceRestClient asking = client(server.uri()).withCompression(true);
        BinanceRestClient placing = client(server.uri()).withCompression(true);

        assertThat(failure(asking.exchange(QUERY_CALL))).isInstanceOf(ProtocolException.class);
        assertThat(failure(placing.exchange(PLACE_CALL))).isInstanceOf(OutcomeUnknownException.class);
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void aFailureWhoseBodyIsLostIsJudgedByItsStatus() {
        assertThat(failure(queryCutShort("429 Too Many\r\nRetry-After: 3"))).isInstanceOf(RateLimitedException.class);
        assertThat(failure(queryCutShort("400 Bad"))).isInstanceOf(RejectedException.class);
        assertThat(failure(queryCutShort("502 Bad"))).isInstanceOf(TransientException.class);
    }

    @Test
    void requestsGoThroughTheProxyOrNowhere() {
        RawServer proxy = closing(new RawServer("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"));
        RawServer host = closing(new RawServer(OK + "\r\n{\"serverTime\":1}"));
        BinanceRestClient proxied = client(host.uri())
                .withProxy(spec -> spec.type(ProxyProvider.Proxy.HTTP)
                        .host(proxy.uri().getHost())
                        .port(proxy.uri().getPort()));

        assertThat(failure(proxied.exchange(QUERY_CALL))).isInstanceOf(ConnectionLostException.class);
        assertThat(proxy.requests()).isPositive();
        assertThat(host.requests()).isZero();
    }

    @Test
    void anEmptyAnswerIsFineWhereNothingIsDue() {
        RawServer server = closing(new RawServer(OK + "Content-Length: 0\r\n\r\n"));

        StepVerifier.create(client(server.uri()).ping()).verifyComplete();
    }

    @Test
    void aBodyWithoutLengthEndsWithItsConnection() {
        RawServer server = closing(new RawServer(OK + "\r\n{\"serverTime\":1}"));

        StepVerifier.create(client(server.uri()).time())
                .expectNext(new ServerTime(Instant.ofEpochMilli(1)))
                .verifyComplete();
    }

    @Test
    void aBodyInTheSmallestPiecesIsReadToItsEnd() {
        StringBuilder answer = new StringBuilder(OK + "Transfer-Encoding: chunked\r\n\r\n");
        String body = "{" + " ".repeat(70_000) + "\"serverTime\":1}";
        body.chars().forEach(c -> answer.append("1\r\n").append((char) c).append("\r\n"));
        RawServer server = closing(new RawServer(answer + "0\r\n\r\n"));

        StepVerifier.create(client(server.uri()).time())
                .expectNext(new ServerTime(Instant.ofEpochMilli(1)))
                .verifyComplete();
    }

    private Mono<?> queryCutShort(String head) {
        RawServer server = closing(new RawServer("HTTP/1.1 " + head + "\r\nContent-Length: 100\r\n\r\n{\"code\":"));
        return client(server.uri()).exchange(QUERY_CALL);
    }

    private static BinanceException failure(Mono<?> request) {
        try {
            throw new AssertionError("answered " + request.block(PATIENCE));
        } catch (BinanceException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContainIgnoringCase("canary");
            return e;
        }
    }
}
