/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import static io.github.binancereactive.testkit.matching.Venue.ALICE;
import static io.github.binancereactive.testkit.matching.Venue.BOB;
import static io.github.binancereactive.testkit.matching.Venue.SYMBOL;
import static io.github.binancereactive.testkit.matching.Venue.assertRefused;
import static io.github.binancereactive.testkit.matching.Venue.buy;
import static io.github.binancereactive.testkit.matching.Venue.dec;
import static io.github.binancereactive.testkit.matching.Venue.order;
import static io.github.binancereactive.testkit.matching.Venue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountFiltersTest {

    private static final OrderRequest.Builder STOP =
            order(Side.SELL, OrderType.STOP_LOSS, "1", null).stopPrice(dec("50"));

    private static Venue onExchange(Filter filter) {
        return new Venue(
                EngineSettings.of(1).withOrderLimits(List.of()).withExchangeFilters(List.of(filter)), List.of());
    }

    @Test
    void openOrders() {
        for (Venue venue :
                List.of(new Venue(new Filter.MaxNumOrders(2)), onExchange(new Filter.ExchangeMaxNumOrders(2)))) {
            venue.place(ALICE, buy("1", "90"));
            venue.place(ALICE, STOP);
            String failure =
                    venue.engine.marketData().symbols().get(0).info().filters().isEmpty()
                            ? "EXCHANGE_MAX_NUM_ORDERS"
                            : "MAX_NUM_ORDERS";

            assertRefused(() -> venue.place(ALICE, buy("1", "90")), -1013, "Filter failure: " + failure);
            venue.place(BOB, buy("1", "90"));
            venue.engine.cancel(ALICE, CancelRequest.of(SYMBOL, OrderKey.of(1)), venue.now);
            assertThat(venue.place(ALICE, buy("1", "90")).order().orderId()).isPositive();
        }
    }

    @Test
    void anOrderListCountsWithAllItsOrders() {
        Venue venue = new Venue(new Filter.MaxNumOrders(2));
        venue.place(ALICE, buy("1", "90"));

        assertRefused(
                () -> venue.place(ALICE, ListRequest.Kind.OTO, buy("1", "80"), sell("1", "110")),
                -1013,
                "Filter failure: MAX_NUM_ORDERS");
    }

    @Test
    void algoOrders() {
        Venue venue = new Venue(new Filter.MaxNumAlgoOrders(1));
        venue.place(ALICE, STOP);
        venue.place(ALICE, buy("1", "40"));
        assertRefused(() -> venue.place(ALICE, STOP), -1013, "Filter failure: MAX_NUM_ALGO_ORDERS");

        Venue other = onExchange(new Filter.ExchangeMaxNumAlgoOrders(1));
        other.place(ALICE, STOP);
        assertRefused(() -> other.place(ALICE, STOP), -1013, "Filter failure: EXCHANGE_MAX_NUM_ALGO_ORDERS");
    }

    @Test
    void icebergOrders() {
        Venue venue = new Venue(new Filter.MaxNumIcebergOrders(1));
        OrderRequest.Builder iceberg = buy("5", "40").icebergQty(dec("1"));
        venue.place(ALICE, iceberg);
        venue.place(ALICE, buy("5", "40"));
        assertRefused(() -> venue.place(ALICE, iceberg), -1013, "Filter failure: MAX_NUM_ICEBERG_ORDERS");

        Venue other = onExchange(new Filter.ExchangeMaxNumIcebergOrders(1));
        other.place(ALICE, iceberg);
        assertRefused(() -> other.place(ALICE, iceberg), -1013, "Filter failure: EXCHANGE_MAX_NUM_ICEBERG_ORDERS");
    }

    @Test
    void orderLists() {
        for (Venue venue : List.of(
                new Venue(new Filter.MaxNumOrderLists(1)), onExchange(new Filter.ExchangeMaxNumOrderLists(1)))) {
            PlacedList first = venue.place(ALICE, ListRequest.Kind.OTO, buy("1", "80"), sell("1", "110"));
            String failure =
                    venue.engine.marketData().symbols().get(0).info().filters().isEmpty()
                            ? "EXCHANGE_MAX_NUM_ORDER_LISTS"
                            : "MAX_NUM_ORDER_LISTS";

            assertRefused(
                    () -> venue.place(ALICE, ListRequest.Kind.OTO, buy("1", "80"), sell("1", "110")),
                    -1013,
                    "Filter failure: " + failure);
            venue.engine.cancelList(ALICE, SYMBOL, OrderKey.of(first.list().orderListId()), null, venue.now);
            assertThat(venue.place(ALICE, ListRequest.Kind.OTO, buy("1", "80"), sell("1", "110"))
                            .orders())
                    .hasSize(2);
        }
    }

    @Test
    void thePositionCountsWhatIsBidFor() {
        Venue venue = new Venue(new Filter.MaxPosition(dec("1010")));
        venue.place(ALICE, sell("100", "110"));
        venue.place(ALICE, buy("6", "1"));

        assertRefused(() -> venue.place(ALICE, buy("5", "1")), -1013, "Filter failure: MAX_POSITION");
        assertThat(venue.place(ALICE, buy("4", "1")).order().orderId()).isPositive();
        assertThat(venue.place(ALICE, sell("5", "110")).order().orderId()).isPositive();
    }
}
