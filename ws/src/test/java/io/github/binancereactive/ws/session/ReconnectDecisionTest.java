/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.ws.session.ReconnectDecision.GiveUp;
import io.github.binancereactive.ws.session.ReconnectDecision.Retry;
import io.github.binancereactive.ws.session.SocketClose.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReconnectDecisionTest {

    private static final Backoff BACKOFF = Backoff.exponential(Duration.ofSeconds(1), Duration.ofSeconds(60));

    private static ReconnectDecision after(SocketClose close, int failures, boolean lasted) {
        return ReconnectDecision.after(close, new ConnectionAttempts(failures, 5), lasted, BACKOFF);
    }

    private static SocketClose refused(int status) {
        return SocketClose.refused(status, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 308, 400, 401, 404, 405, 410, 426, 499})
    void aRefusalThatNothingCanHealGivesUp(int status) {
        assertThat(after(refused(status), 0, false)).isInstanceOfSatisfying(GiveUp.class, giveUp -> {
            assertThat(giveUp.cause().status()).isEqualTo(status);
            assertThat(giveUp.cause()).hasMessageContaining("refused");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 408, 418, 425, 429, 500, 502, 503, 504})
    void aRefusalThatPassesIsRetried(int status) {
        assertThat(after(refused(status), 0, false))
                .isEqualTo(new Retry(Duration.ofSeconds(1), new ConnectionAttempts(1, 6)));
    }

    /** Failures and address before (address 5), and what a close makes of them. */
    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE,      0, false, 1, 6,  1",
        "UNREACHABLE,      1, false, 2, 6,  2",
        "UNREACHABLE,      5, false, 6, 6, 32",
        "UNREACHABLE,    100, false, 101, 6, 60",
        "UNPREPARED,       0, false, 1, 6,  1",
        "CLOSED_BY_SERVER, 0, false, 1, 5,  1",
        "CLOSED_BY_SERVER, 3, false, 4, 5,  8",
        "CLOSED_BY_SERVER, 3, true,  0, 5,  1",
        "LOST,             3, false, 4, 5,  8",
        "LOST,             3, true,  0, 5,  1",
        "SILENT,           3, true,  0, 5,  1",
        "GARBLED,          3, false, 4, 5,  8",
        "CLOSED_BY_US,     3, true,  0, 5,  1",
    })
    void countsAndWaits(Kind kind, int failures, boolean lasted, int thenFailures, int address, int seconds) {
        SocketClose close = new SocketClose(kind, 0, "", null, null);
        assertThat(after(close, failures, lasted))
                .isEqualTo(new Retry(Duration.ofSeconds(seconds), new ConnectionAttempts(thenFailures, address)));
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "3, 4", "4, 4", "5, 5", "600, 600"})
    void staysAwayForTheLongerOfBackOffAndWhatTheServerAsks(int asked, int seconds) {
        SocketClose close = SocketClose.refused(429, Duration.ofSeconds(asked));
        assertThat(after(close, 2, false))
                .isInstanceOfSatisfying(
                        Retry.class, retry -> assertThat(retry.delay()).isEqualTo(Duration.ofSeconds(seconds)));
    }

    @Test
    void attemptsAreCountedFromOne() {
        assertThat(ConnectionAttempts.NONE.next()).isEqualTo(1);
        assertThat(ConnectionAttempts.NONE.failedToConnect().failedLater().next())
                .isEqualTo(3);
        assertThat(ConnectionAttempts.NONE.failedToConnect().stable()).isEqualTo(new ConnectionAttempts(0, 1));
    }
}
