/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.Fault;
import java.net.URI;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class TlsIT extends SimulatedRest {

    private final ExchangeSimulator exchange =
            start(ExchangeSimulator.builder().tls(true).host("0.0.0.0"));
    private final BinanceRestClient client = client(exchange).withTrustedCertificates(exchange.certificate());

    @Test
    void callsOverTls() {
        Flux.range(0, 100).flatMap(i -> client.time(), 10).blockLast(PATIENCE);
        client.exchangeInfo().block(PATIENCE);

        assertThat(exchange.requests()).hasSize(101);
    }

    @Test
    void trustsNobodyElse() {
        StepVerifier.create(client(exchange).exchange(PLACE_CALL))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ConnectionLostException.class)
                        .hasMessage("order.place: no connection")
                        .hasCauseInstanceOf(SSLHandshakeException.class));
        assertThat(exchange.requests()).isEmpty();
    }

    @Test
    void verifiesTheNameOfTheHost() {
        URI otherName = URI.create("https://127.0.0.2:" + exchange.port());

        StepVerifier.create(client.withHosts(otherName).time()).verifyError(ConnectionLostException.class);
        assertThat(exchange.requests()).isEmpty();
    }

    @Test
    void goesToTheNextHostWhenOneIsNotTrusted() {
        ExchangeSimulator impostor = start(ExchangeSimulator.builder().tls(true));

        client.withHosts(impostor.uri("http"), exchange.uri("http"))
                .exchange(PLACE_CALL)
                .block(PATIENCE);
        assertThat(impostor.requests()).isEmpty();
        assertThat(exchange.requests(PLACE)).hasSize(1);
    }

    @Test
    void anOrderIsNotRepeatedWhenItsConnectionIsLost() {
        exchange.inject(Fault.resetAfterAnswer());

        StepVerifier.create(client.exchange(PLACE_CALL)).verifyError(OutcomeUnknownException.class);
        assertThat(exchange.requests(PLACE)).hasSize(1);
    }

    @Test
    void reachesPlainAndTlsHostsAlike() {
        ExchangeSimulator plain = simulator();
        exchange.inject(Fault.resetBeforeAnswer());

        client.withHosts(exchange.uri("http"), plain.uri("http")).time().block(PATIENCE);
        assertThat(plain.requests()).hasSize(1);
    }
}
