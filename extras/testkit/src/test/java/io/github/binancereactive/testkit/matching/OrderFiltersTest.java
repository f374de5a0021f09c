/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import static io.github.binancereactive.testkit.matching.Venue.ALICE;
import static io.github.binancereactive.testkit.matching.Venue.BOB;
import static io.github.binancereactive.testkit.matching.Venue.CAROL;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFiltersTest {

    private static final Filter LOT = new Filter.LotSize(dec("0.5"), dec("100"), dec("0.5"));

    private static void assertPasses(Venue venue, OrderRequest.Builder order, @Nullable String failure) {
        if (failure == null) {
            assertThat(venue.place(ALICE, order).order().orderId()).isPositive();
        } else {
            assertRefused(() -> venue.place(ALICE, order), -1013, "Filter failure: " + failure);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, ",
        "0.9, PRICE_FILTER",
        "50, ",
        "50.1, PRICE_FILTER",
        "1.1, ",
        "1.15, PRICE_FILTER",
    })
    void price(String price, @Nullable String failure) {
        Filter filter = new Filter.PriceFilter(dec("1"), dec("50"), dec("0.1"));
        assertPasses(new Venue(filter), buy("1", price), failure);
        assertPasses(
                new Venue(filter),
                order(Side.SELL, OrderType.STOP_LOSS, "1", null).stopPrice(dec(price)),
                failure);
    }

    @Test
    void aPriceLimitOfZeroIsSwitchedOff() {
        assertPasses(new Venue(new Filter.PriceFilter(dec("0"), dec("0"), dec("0"))), buy("1", "0.123456"), null);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, ",
        "0.4, LOT_SIZE",
        "100, ",
        "100.5, LOT_SIZE",
        "1.25, LOT_SIZE",
    })
    void lotSize(String qty, @Nullable String failure) {
        assertPasses(new Venue(LOT), buy(qty, "10"), failure);
        assertPasses(new Venue(LOT), order(Side.BUY, OrderType.MARKET, qty, null), failure);
    }

    @ParameterizedTest
    @CsvSource({"0.5, ", "0.4, LOT_SIZE", "1.25, LOT_SIZE"})
    void lotSizeOfAnIceberg(String iceberg, @Nullable String failure) {
        assertPasses(new Venue(LOT), buy("100", "10").icebergQty(dec(iceberg)), failure);
    }

    @ParameterizedTest
    @CsvSource({"MARKET, 10, ", "MARKET, 11, MARKET_LOT_SIZE", "MARKET, 3, MARKET_LOT_SIZE", "LIMIT, 11, "})
    void marketLotSize(OrderType type, String qty, @Nullable String failure) {
        Venue venue = new Venue(new Filter.MarketLotSize(dec("0"), dec("10"), dec("2")));

        assertPasses(venue, order(Side.BUY, type, qty, type == OrderType.LIMIT ? "1" : null), failure);
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 120, ", "BUY, 120.1, PERCENT_PRICE_BY_SIDE", "BUY, 20, ", "BUY, 19, PERCENT_PRICE_BY_SIDE",
        "SELL, 500, ", "SELL, 501, PERCENT_PRICE_BY_SIDE", "SELL, 80, ", "SELL, 79, PERCENT_PRICE_BY_SIDE",
    })
    void percentPriceBySide(Side side, String price, @Nullable String failure) {
        Venue venue = new Venue(new Filter.PercentPriceBySide(dec("1.2"), dec("0.2"), dec("5"), dec("0.8"), 1));
        venue.trade("100");

        assertPasses(venue, order(side, OrderType.LIMIT, "1", price), failure);
    }

    @Test
    void percentPriceLooksAtTheAverageTheLastOrTheReferencePrice() {
        Filter average = new Filter.PercentPrice(dec("1.1"), dec("0.9"), 5);
        Venue venue = new Venue(average);
        assertPasses(venue, buy("1", "0.1"), null);
        venue.trade("1");
        venue.now += 360_000_000;
        for (String price : List.of("1.05", "1.1", "1.15")) {
            venue.place(BOB, sell("1", price));
            venue.place(CAROL, buy("1", price));
        }
        // (1.05 + 1.1 + 1.15) / 3 = 1.1
        assertPasses(venue, sell("1", "0.98"), "PERCENT_PRICE");
        assertPasses(venue, sell("1", "1.21"), null);
        venue.engine.referencePrice(SYMBOL, dec("2"));
        assertPasses(venue, sell("1", "1.21"), "PERCENT_PRICE");
        assertPasses(venue, sell("1", "2.2"), null);
    }

    @ParameterizedTest
    @CsvSource({
        "LIMIT, 2, 5, ",
        "LIMIT, 2, 4, MIN_NOTIONAL",
        "MARKET, 0.1, , ",
        "MARKET, 0.05, , MIN_NOTIONAL",
    })
    void minNotional(OrderType type, String qty, @Nullable String price, @Nullable String failure) {
        Venue venue = new Venue(new Filter.MinNotional(dec("10"), true, 0));
        venue.trade("100");

        assertPasses(venue, order(Side.BUY, type, qty, price), failure);
    }

    @ParameterizedTest
    @CsvSource({
        "LIMIT, 1, 10, ",
        "LIMIT, 1, 9, NOTIONAL",
        "LIMIT, 1, 1001, NOTIONAL",
        "MARKET, 0.01, , ",
        "MARKET, 11, , NOTIONAL",
    })
    void notional(OrderType type, String qty, @Nullable String price, @Nullable String failure) {
        Venue venue = new Venue(new Filter.Notional(dec("10"), false, dec("1000"), true, 0));
        venue.trade("100");

        assertPasses(venue, order(Side.BUY, type, qty, price), failure);
    }

    @Test
    void notionalOfAQuoteQuantityIsThatQuantity() {
        Venue venue = new Venue(new Filter.Notional(dec("10"), true, dec("1000"), true, 0));
        venue.place(BOB, sell("100", "1"));
        OrderRequest.Builder market = order(Side.BUY, OrderType.MARKET, null, null);

        assertPasses(venue, market.quoteOrderQty(dec("9")), "NOTIONAL");
        assertPasses(venue, market.quoteOrderQty(dec("1001")), "NOTIONAL");
        assertPasses(venue, market.quoteOrderQty(dec("10")), null);
    }

    @ParameterizedTest
    @CsvSource({"10, 2, ", "10, 1, ICEBERG_PARTS", "9.5, 1.9, ", "9.6, 1.9, ICEBERG_PARTS"})
    void icebergParts(String qty, String iceberg, @Nullable String failure) {
        assertPasses(new Venue(new Filter.IcebergParts(5)), buy(qty, "10").icebergQty(dec(iceberg)), failure);
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, STOP_LOSS, 110, 9, TRAILING_DELTA", "BUY, STOP_LOSS, 110, 10, ",
                "BUY, STOP_LOSS, 110, 21, TRAILING_DELTA",
        "SELL, TAKE_PROFIT, 110, 20, ", "SELL, STOP_LOSS, 90, 20, TRAILING_DELTA", "SELL, STOP_LOSS, 90, 30, ",
        "BUY, TAKE_PROFIT, 90, 41, TRAILING_DELTA",
    })
    void trailingDelta(Side side, OrderType type, String stopPrice, int delta, @Nullable String failure) {
        Venue venue = new Venue(new Filter.TrailingDelta(10, 20, 30, 40));
        venue.trade("100");

        assertPasses(
                venue, order(side, type, "1", null).stopPrice(dec(stopPrice)).trailingDelta(delta), failure);
    }

    @ParameterizedTest
    @CsvSource({
        "BTC, 3, 10, ",
        "BTC, 3.1, 10, MAX_ASSET",
        "USDT, 3, 1, ",
        "USDT, 3, 1.1, MAX_ASSET",
        "EUR, 100, 10, ",
    })
    void maxAsset(String asset, String qty, String price, @Nullable String failure) {
        Venue venue = new Venue();
        venue.engine.open(AccountSettings.of(ALICE).withAssetFilters(List.of(new Filter.MaxAsset(asset, dec("3")))));

        assertPasses(venue, buy(qty, price), failure);
    }
}
