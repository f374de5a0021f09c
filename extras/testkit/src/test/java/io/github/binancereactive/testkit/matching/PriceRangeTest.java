/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import static io.github.binancereactive.testkit.matching.Venue.ALICE;
import static io.github.binancereactive.testkit.matching.Venue.BOB;
import static io.github.binancereactive.testkit.matching.Venue.SYMBOL;
import static io.github.binancereactive.testkit.matching.Venue.buy;
import static io.github.binancereactive.testkit.matching.Venue.dec;
import static io.github.binancereactive.testkit.matching.Venue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.general.ExecutionRule;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceRangeTest {

    private final Venue venue = new Venue();

    @BeforeEach
    void rule() {
        venue.engine.list(new SymbolSettings(
                Venue.info(SYMBOL, "BTC", "USDT", List.of()),
                CommissionRates.NONE,
                CommissionRates.NONE,
                CommissionRates.NONE,
                false,
                List.of(new ExecutionRule.PriceRange(dec("2"), null, dec("2"), dec("0.5")))));
        venue.place(BOB, sell("1", "19"));
        venue.place(BOB, sell("1", "21"));
    }

    @Test
    void aTakerStopsWhereTheRangeEnds() {
        venue.engine.referencePrice(SYMBOL, dec("10"));

        PlacedOrder taker = venue.place(ALICE, buy("2", "25"));

        assertThat(taker.order().executedQty()).isEqualByComparingTo("1");
        assertThat(taker.order().status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(taker.order().expiryReason()).isEqualTo(ExpiryReason.EXECUTION_RULE_PRICE_RANGE_EXCEEDED);
        assertThat(venue.book()).isEqualTo(" | 21x1");
    }

    @Test
    void fillOrKillKnowsTheRange() {
        venue.engine.referencePrice(SYMBOL, dec("10"));

        PlacedOrder taker = venue.place(ALICE, buy("2", "25").timeInForce(TimeInForce.FOK));

        assertThat(taker.order().expiryReason()).isEqualTo(ExpiryReason.UNFILLED_FOK_ORDER_EXPIRED);
    }

    @Test
    void withoutAReferencePriceThereIsNoRange() {
        assertThat(venue.place(ALICE, buy("2", "25")).order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(venue.engine.marketData().referencePrice(SYMBOL)).isNull();
    }

    @Test
    void aMultiplierThatIsNotSetLimitsNothing() {
        venue.engine.referencePrice(SYMBOL, dec("100"));

        assertThat(venue.place(ALICE, buy("1", "25")).order().status()).isEqualTo(OrderStatus.FILLED);
    }
}
