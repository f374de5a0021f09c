/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import static io.github.binancereactive.testkit.matching.Venue.ALICE;
import static io.github.binancereactive.testkit.matching.Venue.BOB;
import static io.github.binancereactive.testkit.matching.Venue.SYMBOL;
import static io.github.binancereactive.testkit.matching.Venue.buy;
import static io.github.binancereactive.testkit.matching.Venue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.general.RateLimitUsage;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The examples of the unfilled order count FAQ. */
class UnfilledOrdersTest {

    private static final long SECOND = 1_000_000;

    private final Venue venue = new Venue(EngineSettings.of(3), List.of());

    private List<Integer> counts() {
        return venue.engine.records().unfilledOrders(ALICE, venue.now).stream()
                .map(RateLimitUsage::count)
                .toList();
    }

    private void assertCount(int count) {
        assertThat(counts().get(0)).isEqualTo(count);
    }

    @Test
    void anOrderThatTakesGivesBackOne() {
        venue.place(ALICE, buy("1", "90"));
        assertCount(1);
        venue.place(BOB, sell("1", "100"));
        venue.place(ALICE, buy("2", "100"));
        assertCount(1);
        venue.place(ALICE, buy("1", "80"));
        assertCount(2);
        venue.place(BOB, sell("1", "100"));
        assertCount(2);
    }

    @Test
    void anOrderThatIsTakenGivesBackMore() {
        for (int i = 0; i < 5; i++) {
            venue.place(ALICE, buy("2", "100"));
        }
        assertCount(5);
        venue.place(BOB, sell("1", "100"));
        assertCount(0);
        venue.place(ALICE, buy("1", "90"));
        venue.place(ALICE, buy("1", "90"));
        venue.place(BOB, sell("1", "100"));
        assertCount(2);
        venue.place(BOB, sell("1", "100"));
        assertCount(0);
    }

    @Test
    void cancelingAndExpiringGiveNothingBack() {
        long id = venue.place(ALICE, buy("1", "90")).order().orderId();
        venue.engine.cancel(ALICE, CancelRequest.of(SYMBOL, OrderKey.of(id)), venue.now);
        assertCount(1);
        venue.place(ALICE, buy("1", "90").timeInForce(TimeInForce.FOK));
        assertCount(2);
    }

    @Test
    void refusedOrdersAreNotCountedAndListsWithAllTheirOrders() {
        Assertions.assertThatThrownBy(() -> venue.place(ALICE, buy("100", "100000")))
                .isInstanceOf(Refusal.class);
        assertCount(0);
        venue.place(ALICE, ListRequest.Kind.OTO, buy("1", "90"), sell("1", "110"));
        assertCount(2);
    }

    @Test
    void windowsAreAlignedToTheClock() {
        venue.now = 1_700_006_399L * SECOND;
        venue.place(ALICE, buy("1", "90"));
        assertThat(counts()).containsExactly(1, 1);

        venue.now = 1_700_006_400L * SECOND;
        assertThat(counts()).as("a new day and a new ten seconds").containsExactly(0, 0);
        venue.place(ALICE, buy("1", "90"));
        venue.now += 10 * SECOND;
        assertThat(counts()).containsExactly(0, 1);
    }

    @Test
    void tooManyAreRefusedUntilTheWindowEnds() {
        venue.now = 1_700_000_003L * SECOND;
        for (int i = 0; i < 50; i++) {
            venue.place(ALICE, buy("1", "90"));
        }

        Refusal refusal = Assertions.catchThrowableOfType(Refusal.class, () -> venue.place(ALICE, buy("1", "90")));

        assertThat(refusal.code()).isEqualTo(-1015);
        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.message()).isEqualTo("Too many new orders; current limit is 50 orders per 10 SECOND.");
        assertThat(refusal.retryAtMicros()).isEqualTo(1_700_000_010L * SECOND);
        assertThat(venue.place(BOB, buy("1", "90")).order().orderId()).isPositive();
    }
}
