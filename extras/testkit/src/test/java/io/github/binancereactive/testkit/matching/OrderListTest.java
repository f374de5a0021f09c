/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import static io.github.binancereactive.testkit.matching.Venue.ALICE;
import static io.github.binancereactive.testkit.matching.Venue.BOB;
import static io.github.binancereactive.testkit.matching.Venue.CAROL;
import static io.github.binancereactive.testkit.matching.Venue.assertRefused;
import static io.github.binancereactive.testkit.matching.Venue.buy;
import static io.github.binancereactive.testkit.matching.Venue.dec;
import static io.github.binancereactive.testkit.matching.Venue.order;
import static io.github.binancereactive.testkit.matching.Venue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.ContingencyType;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.ListOrderStatus;
import io.github.binancereactive.core.model.trade.ListStatusType;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderListTest {

    private final Venue venue = new Venue(new Filter.LotSize(dec("0.1"), dec("900"), dec("0.1")));

    private static OrderRequest.Builder stopLoss(Side side, String qty, String stopPrice) {
        return order(side, OrderType.STOP_LOSS, qty, null).stopPrice(dec(stopPrice));
    }

    private static OrderRequest.Builder maker(Side side, String qty, String price) {
        return order(side, OrderType.LIMIT_MAKER, qty, price);
    }

    private PlacedList sellOco() {
        venue.trade("100");
        return venue.place(ALICE, ListRequest.Kind.OCO, maker(Side.SELL, "2", "110"), stopLoss(Side.SELL, "2", "90"));
    }

    private OrderSnapshot now(PlacedList list, int index) {
        return venue.order(ALICE, list.orders().get(index).order().orderId());
    }

    private OrderListSnapshot now(PlacedList list) {
        return venue.engine.records().orderList(ALICE, OrderKey.of(list.list().orderListId()));
    }

    @Test
    void anOcoSharesItsMoneyAndNamesTheStopLossFirst() {
        PlacedList list = sellOco();

        assertThat(list.list().contingencyType()).isEqualTo(ContingencyType.OCO);
        assertThat(list.list().listStatusType()).isEqualTo(ListStatusType.EXEC_STARTED);
        assertThat(list.list().listOrderStatus()).isEqualTo(ListOrderStatus.EXECUTING);
        assertThat(list.orders())
                .extracting(placed -> placed.order().type())
                .containsExactly(OrderType.STOP_LOSS, OrderType.LIMIT_MAKER);
        assertThat(list.orders())
                .extracting(placed -> placed.order().isWorking())
                .containsExactly(false, true);
        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("2");
    }

    @Test
    void aBuyOcoLocksForTheMoreExpensiveLeg() {
        venue.trade("100");
        venue.place(ALICE, ListRequest.Kind.OCO, stopLoss(Side.BUY, "2", "120"), maker(Side.BUY, "2", "90"));

        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("240");
    }

    @Test
    void aPartialFillOfOneLegExpiresTheOther() {
        PlacedList list = sellOco();

        venue.place(BOB, buy("1", "110"));

        assertThat(now(list, 0).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(now(list, 0).expiryReason()).isEqualTo(ExpiryReason.OCO_TRIGGER);
        assertThat(now(list, 1).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(now(list).listOrderStatus()).isEqualTo(ListOrderStatus.EXECUTING);
        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("1");
        venue.place(BOB, buy("1", "110"));
        assertThat(now(list).listOrderStatus()).isEqualTo(ListOrderStatus.ALL_DONE);
        assertThat(venue.engine.records().openOrderLists(ALICE)).isEmpty();
    }

    @Test
    void theTriggeredLegExpiresTheOther() {
        PlacedList list = sellOco();
        venue.place(BOB, buy("5", "88"));

        venue.place(BOB, buy("1", "90"));
        venue.place(CAROL, sell("1", "90"));

        assertThat(now(list, 0).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(now(list, 0).cummulativeQuoteQty()).isEqualByComparingTo("176");
        assertThat(now(list, 1).expiryReason()).isEqualTo(ExpiryReason.OCO_TRIGGER);
        assertThat(now(list).listStatusType()).isEqualTo(ListStatusType.ALL_DONE);
        assertThat(venue.book()).isEqualTo("88x3 | ");
    }

    @Test
    void theDeprecatedFormIsTheSameList() {
        venue.trade("100");
        ListRequest request = ListRequest.deprecatedOco(
                "list-1",
                maker(Side.BUY, "1", "90").build(),
                stopLoss(Side.BUY, "1", "110").build());

        PlacedList list = venue.engine.placeList(ALICE, request, ++venue.now);

        assertThat(list.list().listClientOrderId()).isEqualTo("list-1");
        assertThat(list.orders())
                .extracting(placed -> placed.order().type())
                .containsExactly(OrderType.STOP_LOSS, OrderType.LIMIT_MAKER);
    }

    @ParameterizedTest
    @CsvSource({
        "SELL, LIMIT_MAKER, 99, STOP_LOSS, 90, -2010, The relationship of the prices for the orders is not correct.",
        "SELL, LIMIT_MAKER, 110, STOP_LOSS, 101, -2010, The relationship of the prices for the orders is not correct.",
        "BUY, STOP_LOSS, 99, LIMIT_MAKER, 90, -2010, The relationship of the prices for the orders is not correct.",
        "SELL, TAKE_PROFIT, 100, STOP_LOSS, 90, -2010, The relationship of the prices for the orders is not correct.",
        "BUY, LIMIT_MAKER, 110, STOP_LOSS, 90, -1165, A limit order in a buy OCO must be below.",
        "SELL, STOP_LOSS, 110, LIMIT_MAKER, 90, -1197, A stop loss order in a sell OCO must be below.",
        "SELL, LIMIT_MAKER, 110, LIMIT_MAKER, 90, -1166, A limit order in a sell OCO must be above.",
        "BUY, STOP_LOSS, 110, STOP_LOSS, 90, -1196, A stop loss order in a buy OCO must be above.",
        "BUY, TAKE_PROFIT, 110, LIMIT_MAKER, 90, -1198, A take profit order in a buy OCO must be below.",
        "SELL, LIMIT_MAKER, 110, TAKE_PROFIT, 90, -1199, A take profit order in a sell OCO must be above.",
        "SELL, LIMIT, 110, STOP_LOSS, 90, -1158, Order type not supported in OCO.",
    })
    void anOcoMustBeOnBothSidesOfTheMarket(
            Side side,
            OrderType above,
            String abovePrice,
            OrderType below,
            String belowPrice,
            int code,
            String message) {
        venue.trade("100");

        assertRefused(
                () -> venue.place(
                        ALICE, ListRequest.Kind.OCO, leg(side, above, abovePrice), leg(side, below, belowPrice)),
                code,
                message);
        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("0");
    }

    private static OrderRequest.Builder leg(Side side, OrderType type, String price) {
        boolean isContingent = type == OrderType.STOP_LOSS || type == OrderType.TAKE_PROFIT;
        OrderRequest.Builder leg = order(side, type, "1", isContingent ? null : price);
        return isContingent ? leg.stopPrice(dec(price)) : leg;
    }

    @Test
    void anOtoPlacesThePendingOrderWhenTheWorkingOneIsFilled() {
        PlacedList list = venue.place(ALICE, ListRequest.Kind.OTO, buy("2", "100"), sell("2", "110"));
        assertThat(list.list().contingencyType()).isEqualTo(ContingencyType.OTO);
        assertThat(list.orders())
                .extracting(placed -> placed.order().status())
                .containsExactly(OrderStatus.NEW, OrderStatus.PENDING_NEW);
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("200");
        assertThat(venue.locked(ALICE, "BTC"))
                .as("the pending order has its money")
                .isEqualTo("2");

        venue.place(BOB, sell("1", "100"));
        assertThat(venue.book()).isEqualTo("100x1 | ");
        venue.place(BOB, sell("1", "100"));

        assertThat(now(list, 1).status()).isEqualTo(OrderStatus.NEW);
        assertThat(venue.book()).isEqualTo(" | 110x2");
    }

    @Test
    void aWorkingOrderThatIsFilledAtOnceStillAnswersPending() {
        venue.place(BOB, sell("2", "100"));

        PlacedList list = venue.place(
                ALICE, ListRequest.Kind.OTO, buy("2", "100"), order(Side.SELL, OrderType.LIMIT, "2", "110"));

        assertThat(list.orders())
                .extracting(placed -> placed.order().status())
                .containsExactly(OrderStatus.FILLED, OrderStatus.PENDING_NEW);
        assertThat(now(list, 1).status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void aWorkingOrderThatExpiresTakesThePendingOneWithIt() {
        PlacedList list = venue.place(
                ALICE,
                ListRequest.Kind.OTOCO,
                buy("2", "100").timeInForce(TimeInForce.IOC),
                maker(Side.SELL, "2", "110"),
                stopLoss(Side.SELL, "2", "90"));

        assertThat(list.orders())
                .extracting(placed -> placed.order().expiryReason())
                .containsExactly(
                        ExpiryReason.UNFILLED_IOC_QUANTITY_EXPIRED,
                        ExpiryReason.OTO_PHASE_ONE_EXPIRED,
                        ExpiryReason.OTO_PHASE_ONE_EXPIRED);
        assertThat(list.list().listStatusType()).isEqualTo(ListStatusType.ALL_DONE);
        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("0");
    }

    @Test
    void aPendingMarketOrderOfABuyIsPaidWhenItsTimeComes() {
        venue.trade("100");
        PlacedList list = venue.place(
                ALICE, ListRequest.Kind.OTO, sell("1", "100"), order(Side.BUY, OrderType.MARKET, "2", null));
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("200");
        venue.place(CAROL, sell("2", "120"));

        venue.place(BOB, buy("1", "100"));

        assertThat(now(list, 1).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(now(list, 1).cummulativeQuoteQty()).isEqualByComparingTo("240");
        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("0");
        assertThat(venue.free(ALICE, "USDT")).isEqualTo("999860");
    }

    @Test
    void anOtocoEndsAsAnOco() {
        PlacedList list = venue.place(
                ALICE,
                ListRequest.Kind.OTOCO,
                buy("2", "100"),
                maker(Side.SELL, "2", "110"),
                stopLoss(Side.SELL, "2", "90"));
        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("2");

        venue.place(BOB, sell("2", "100"));
        assertThat(now(list, 1).isWorking()).isFalse();
        assertThat(now(list, 1).status()).isEqualTo(OrderStatus.NEW);
        assertThat(venue.book()).isEqualTo(" | 110x2");
        venue.place(BOB, buy("2", "110"));

        assertThat(now(list, 1).expiryReason()).isEqualTo(ExpiryReason.OCO_TRIGGER);
        assertThat(now(list, 2).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(now(list).listOrderStatus()).isEqualTo(ListOrderStatus.ALL_DONE);
    }

    @Test
    void aPendingOrderThatMustNotBePlacedThenExpires() {
        PlacedList list = venue.place(
                ALICE,
                ListRequest.Kind.OTOCO,
                buy("2", "100"),
                maker(Side.SELL, "2", "105"),
                stopLoss(Side.SELL, "2", "101"));

        venue.place(BOB, sell("2", "100"));

        assertThat(now(list, 1).expiryReason()).isEqualTo(ExpiryReason.REJECTED);
        assertThat(now(list, 2).expiryReason()).isEqualTo(ExpiryReason.OCO_TRIGGER);
        assertThat(now(list).listOrderStatus()).isEqualTo(ListOrderStatus.ALL_DONE);
        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("0");
    }

    @Test
    void anOpoIsPaidByItsWorkingOrder() {
        PlacedList list = venue.place(
                ALICE, ListRequest.Kind.OPO, buy("2", "100"), order(Side.SELL, OrderType.LIMIT, null, "110"));
        assertThat(list.orders().get(1).order().origQty()).isNull();
        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("0");

        venue.place(BOB, sell("1.5", "100"));
        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("1.5");
        assertThat(venue.free(ALICE, "BTC")).isEqualTo("1000");
        venue.place(BOB, sell("0.5", "100"));

        assertThat(now(list, 1).origQty()).isEqualByComparingTo("2");
        assertThat(venue.book()).isEqualTo(" | 110x2");
        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("2");
    }

    @Test
    void whatAnOpoHasReceivedIsReleasedWhenItIsCanceled() {
        PlacedList list = venue.place(
                ALICE, ListRequest.Kind.OPO, buy("2", "100"), order(Side.SELL, OrderType.LIMIT, null, "110"));
        venue.place(BOB, sell("1.5", "100"));

        venue.engine.cancelList(ALICE, Venue.SYMBOL, OrderKey.of(list.list().listClientOrderId()), null, ++venue.now);

        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("0");
        assertThat(venue.free(ALICE, "BTC")).isEqualTo("1001.5");
        assertThat(venue.free(ALICE, "USDT")).isEqualTo("999850");
    }

    /** The commission comes from free money if there is any, and else makes the pending order smaller. */
    @ParameterizedTest
    @CsvSource({"1000, 2, 0", "0, 1.9, 0.098"})
    void theQuantityOfAnOpoFitsTheFilters(String owned, String pending, String released) {
        venue.engine.list(SymbolSettings.of(
                Venue.info(
                        Venue.SYMBOL, "BTC", "USDT", List.of(new Filter.LotSize(dec("0.1"), dec("900"), dec("0.1")))),
                CommissionRates.of("0.001", "0.001")));
        if (owned.equals("0")) {
            venue.engine.withdraw(ALICE, "BTC", dec("1000"), venue.now);
        }
        PlacedList list = venue.place(
                ALICE,
                ListRequest.Kind.OPOCO,
                buy("2", "100"),
                order(Side.SELL, OrderType.LIMIT_MAKER, null, "110"),
                order(Side.SELL, OrderType.STOP_LOSS, null, null).stopPrice(dec("90")));

        venue.place(BOB, sell("2", "100"));

        assertThat(now(list, 1).origQty()).isEqualByComparingTo(pending);
        assertThat(now(list, 2).origQty()).isEqualByComparingTo(pending);
        assertThat(dec(venue.locked(ALICE, "BTC"))).isEqualByComparingTo(pending);
        if (owned.equals("0")) {
            assertThat(venue.free(ALICE, "BTC")).isEqualTo(released);
        }
    }

    @Test
    void anOpoBuysAndThenSells() {
        assertRefused(
                () -> venue.place(
                        ALICE, ListRequest.Kind.OPO, sell("1", "100"), order(Side.SELL, OrderType.LIMIT, null, "110")),
                -1222,
                "Working order in an OPO list must be a bid.");
        assertRefused(
                () -> venue.place(
                        ALICE, ListRequest.Kind.OPO, buy("1", "100"), order(Side.BUY, OrderType.LIMIT, null, "110")),
                -1223,
                "Pending orders in an OPO list must be asks.");
    }

    @Test
    void allOrNothingIsLocked() {
        venue.place(ALICE, sell("500", "500"));
        int told = venue.events.size();

        assertRefused(
                () -> venue.place(ALICE, ListRequest.Kind.OTO, buy("2", "100"), sell("600", "110")),
                -2010,
                "Account has insufficient balance for requested action.");

        assertThat(venue.locked(ALICE, "USDT")).isEqualTo("0");
        assertThat(venue.locked(ALICE, "BTC")).isEqualTo("500");
        assertThat(venue.events).hasSize(told);
    }

    @Test
    void listsAreFoundByTheirIds() {
        PlacedList first = sellOco();
        PlacedList second =
                venue.place(ALICE, ListRequest.Kind.OTO, buy("1", "80"), order(Side.SELL, OrderType.LIMIT, "1", "110"));
        AccountRecords records = venue.engine.records();
        long id = first.list().orderListId();

        assertThat(records.orderList(ALICE, OrderKey.of(first.list().listClientOrderId()))
                        .orderListId())
                .isEqualTo(id);
        assertThat(records.openOrderLists(ALICE))
                .extracting(OrderListSnapshot::orderListId)
                .containsExactly(0L, 1L);
        assertThat(records.orderLists(ALICE, HistoryQuery.latest(1)))
                .containsExactly(records.orderList(ALICE, OrderKey.of(1L)));
        assertThat(records.orderLists(ALICE, HistoryQuery.latest(5)))
                .extracting(OrderListSnapshot::orderListId)
                .as("the latest come first")
                .containsExactly(1L, 0L);
        assertThat(records.orderLists(ALICE, HistoryQuery.from(0, 5)))
                .extracting(OrderListSnapshot::orderListId)
                .containsExactly(0L, 1L);
        assertThat(records.orderLists(
                        ALICE, new HistoryQuery(null, second.list().transactionTime(), null, 5)))
                .extracting(OrderListSnapshot::orderListId)
                .containsExactly(1L);
        assertRefused(() -> records.orderList(BOB, OrderKey.of(id)), -2013, "Order does not exist.");
        assertRefused(
                () -> venue.engine.cancelList(BOB, Venue.SYMBOL, OrderKey.of(id), null, venue.now),
                -2011,
                "Unknown order sent.");
    }
}
