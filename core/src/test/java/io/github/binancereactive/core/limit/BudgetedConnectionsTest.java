/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import static io.github.binancereactive.core.limit.BudgetFixture.perMinute;
import static io.github.binancereactive.core.limit.BudgetFixture.weighing;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.limit.BudgetFixture.Asker;
import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetedConnectionsTest {

    private static final RateLimit THREE = new RateLimit(RateLimitType.CONNECTIONS, RateLimitInterval.MINUTE, 5, 3);

    private final BudgetFixture on = new BudgetFixture(perMinute(10), THREE);
    private final ConnectionLimit connections = on.budget.connections(2);

    @Test
    void anAttemptCountsInTheBudget() {
        assertThat(connections.acquire(on.now())).isZero();
        assertThat(on.limit(RateLimitType.CONNECTIONS).used()).isOne();
        assertThat(on.limit(RateLimitType.REQUEST_WEIGHT).used()).isEqualTo(2);
        assertThat(on.limit(RateLimitType.REQUEST_WEIGHT).inFlight()).isEqualTo(2);

        on.pass(10_000);
        assertThat(on.limit(RateLimitType.REQUEST_WEIGHT).inFlight()).isZero();
        assertThat(on.limit(RateLimitType.REQUEST_WEIGHT).used()).isEqualTo(2);
    }

    @Test
    void anAttemptThatMayReachTheExchangeInTheNextWindowCountsThereToo() {
        on.until("2026-07-21T12:00:58Z");
        assertThat(connections.acquire(on.now())).isZero();

        on.until("2026-07-21T12:01:02Z");
        assertThat(on.limit(RateLimitType.REQUEST_WEIGHT).used()).isEqualTo(2);

        on.until("2026-07-21T12:02:02Z");
        assertThat(on.limit(RateLimitType.REQUEST_WEIGHT).used()).isZero();
    }

    @Test
    void allClientsOfAnAddressShareTheLimit() {
        ConnectionLimit streams = on.budget.connections(0);
        connections.acquire(on.now());
        connections.acquire(on.now());
        assertThat(streams.acquire(on.now())).isZero();
        Duration wait = streams.acquire(on.now());
        assertThat(wait).isEqualTo(Duration.ofMillis(270_250)); // until five past
        on.pass(wait.toMillis());
        assertThat(streams.acquire(on.now())).isZero();
    }

    @Test
    void refusesWhileTheGateIsClosed() {
        on.budget.close(on.now().plusSeconds(5));
        assertThat(connections.acquire(on.now())).isEqualTo(Duration.ofMillis(5_250));
        on.pass(5_250);
        assertThat(connections.acquire(on.now())).isZero();
    }

    @Test
    void anAttemptIsNotStarvedByRequestsThatWait() {
        Asker first = on.ask(weighing(10));
        assertThat(connections.acquire(on.now())).isPositive();
        Asker behind = on.ask(weighing(10));
        first.permit().notSent();
        assertThat(behind.waits()).isTrue(); // two of the ten are kept for the attempt
        assertThat(connections.acquire(on.now())).isZero();
        assertThat(on.limit(RateLimitType.CONNECTIONS).used()).isOne();
    }

    @Test
    void anAttemptThatIsNotMadeIsNotCounted() {
        Asker first = on.ask(weighing(10));
        for (int i = 0; i < 100; i++) {
            assertThat(connections.acquire(on.now())).isPositive();
        }
        assertThat(on.budget.state().waiting()).isOne();
        first.permit().notSent();
        assertThat(connections.acquire(on.now())).isZero();
        assertThat(connections.acquire(on.now())).isZero();
        assertThat(on.limit(RateLimitType.CONNECTIONS).used()).isEqualTo(2);
    }

    @Test
    void neverLetsMoreThanTheLimitIntoAnyWindowWhereverItBegins() {
        on.until("2026-07-21T12:04:59Z");
        for (int i = 0; i < 3; i++) {
            assertThat(connections.acquire(on.now())).isZero();
        }
        on.until("2026-07-21T12:05:01Z");
        assertThat(connections.acquire(on.now())).isEqualTo(Duration.ofSeconds(298));
    }
}
