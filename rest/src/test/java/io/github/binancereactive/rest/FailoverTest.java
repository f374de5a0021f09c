/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static io.github.binancereactive.rest.Failover.HOST_FAILED;
import static io.github.binancereactive.rest.Failover.NEXT_HOST;
import static io.github.binancereactive.rest.Failover.SAME_HOST;
import static io.github.binancereactive.rest.Failover.STOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.Failure;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.PrematureCloseException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;
import reactor.netty.internal.shaded.reactor.pool.PoolShutdownException;

class FailoverTest {

    static Stream<Throwable> failedConnections() {
        return Stream.of(
                new ConnectException("refused"),
                new ConnectTimeoutException("late"),
                new UnknownHostException("no such host"),
                new SSLHandshakeException("not trusted"),
                new DecoderException(new NotSslRecordException("no TLS")),
                PrematureCloseException.TEST_EXCEPTION,
                new IOException("Connection reset by peer"),
                new AbortedException("gone"),
                new PoolAcquireTimeoutException(Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @MethodSource("failedConnections")
    void aFailedConnectionLeadsToAnotherHostUnlessARequestThatChangesSomethingMayHaveLeft(Throwable error) {
        assertThat(Failover.after(error, true, false)).isEqualTo(NEXT_HOST);
        assertThat(Failover.after(error, true, true)).isEqualTo(NEXT_HOST);
        assertThat(Failover.after(error, false, false)).isEqualTo(NEXT_HOST);
        assertThat(Failover.after(error, false, true)).isEqualTo(HOST_FAILED);
    }

    @Test
    void aConnectionThatDiedInThePoolSaysNothingAboutTheHost() {
        assertThat(Failover.after(AbortedException.beforeSend(), true, false)).isEqualTo(SAME_HOST);
        assertThat(Failover.after(AbortedException.beforeSend(), false, false)).isEqualTo(SAME_HOST);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 599})
    void serverErrorsLeadToAnotherHostForWhatOnlyReads(int status) {
        assertThat(Failover.after(failed(status), true, true)).isEqualTo(NEXT_HOST);
        assertThat(Failover.after(failed(status), false, true)).isEqualTo(HOST_FAILED);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 409, 418, 429})
    void otherAnswersAreFinal(int status) {
        assertThat(Failover.after(failed(status), true, true)).isEqualTo(STOP);
        assertThat(Failover.after(failed(status), false, true)).isEqualTo(STOP);
    }

    @Test
    void whatAnotherHostCannotImproveIsFinal() {
        assertThat(Failover.after(BadAnswer.unreadable("not JSON", null), true, true))
                .isEqualTo(STOP);
        assertThat(Failover.after(new PoolAcquirePendingLimitException(1), true, false))
                .isEqualTo(STOP);
        assertThat(Failover.after(new PoolShutdownException(), true, false)).isEqualTo(STOP);
        assertThat(Failover.after(new IllegalArgumentException("invalid version format"), true, true))
                .isEqualTo(STOP);
    }

    private static BadAnswer failed(int status) {
        return BadAnswer.failed(new Failure(status, 0, "", null));
    }
}
