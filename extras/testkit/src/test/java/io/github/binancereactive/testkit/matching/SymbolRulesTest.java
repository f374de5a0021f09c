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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SymbolStatus;
import io.github.binancereactive.core.model.trade.CancelReplaceMode;
import io.github.binancereactive.core.model.trade.OrderRateLimitExceededMode;
import io.github.binancereactive.core.model.trade.PegPriceType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SymbolRulesTest {

    private final Venue venue = new Venue();

    private void list(SymbolStatus status, boolean allowed) {
        venue.engine.list(
                SymbolSettings.of(Venue.info(SYMBOL, "BTC", "USDT", List.of(), status, allowed), CommissionRates.NONE));
    }

    @ParameterizedTest
    @EnumSource(value = SymbolStatus.class, names = "TRADING", mode = EnumSource.Mode.EXCLUDE)
    void aClosedMarketTakesNoOrdersButCancels(SymbolStatus status) {
        long id = venue.place(ALICE, buy("2", "90")).order().orderId();
        list(status, true);

        assertRefused(() -> venue.place(ALICE, buy("1", "90")), -1013, "Market is closed.");
        venue.engine.amend(ALICE, new AmendRequest(SYMBOL, OrderKey.of(id), null, dec("1")), venue.now);
        assertThat(venue.engine.cancel(ALICE, CancelRequest.of(SYMBOL, OrderKey.of(id)), venue.now))
                .isInstanceOf(CanceledOrder.class);
    }

    @Test
    void whatASymbolDoesNotAllowIsRefused() {
        list(SymbolStatus.TRADING, false);

        assertRefused(
                () -> venue.place(ALICE, order(Side.BUY, OrderType.MARKET, "1", null)),
                -1013,
                "Market orders are not supported for this symbol.");
        assertRefused(
                () -> venue.place(
                        ALICE,
                        order(Side.BUY, OrderType.STOP_LOSS_LIMIT, "1", "1").stopPrice(dec("1"))),
                -1013,
                "Stop loss limit orders are not supported for this symbol.");
        assertRefused(
                () -> venue.place(ALICE, buy("2", "1").icebergQty(dec("1"))),
                -1013,
                "Iceberg orders are not supported for this symbol.");
        assertRefused(
                () -> venue.place(ALICE, buy("2", "1").peg(PegPriceType.PRIMARY_PEG, null, null)),
                -1013,
                "Pegged orders are not supported for this symbol.");
        assertRefused(
                () -> venue.place(ALICE, ListRequest.Kind.OCO, buy("1", "1"), buy("1", "1")),
                -1013,
                "OCO orders are not supported for this symbol");
    }

    @Test
    void requestsThatASymbolDoesNotAllowAreRefused() {
        list(SymbolStatus.TRADING, false);

        assertRefused(
                () -> venue.engine.amend(ALICE, new AmendRequest(SYMBOL, OrderKey.of(1), null, dec("1")), venue.now),
                -2038,
                "Order amend is not supported for this symbol.");
        assertRefused(
                () -> venue.engine.cancelReplace(
                        ALICE,
                        new ReplaceRequest(
                                CancelRequest.of(SYMBOL, OrderKey.of(1)),
                                buy("1", "1").build(),
                                CancelReplaceMode.STOP_ON_FAILURE,
                                OrderRateLimitExceededMode.DO_NOTHING),
                        venue.now),
                -1013,
                "Order cancel-replace is not supported for this symbol.");
    }

    @Test
    void anAccountNeedsThePermission() {
        venue.engine.open(new AccountSettings(ALICE, -1, true, List.of("LEVERAGED"), false, null, List.of()));
        venue.engine.open(new AccountSettings(BOB, -1, false, List.of("SPOT"), false, null, List.of()));

        assertRefused(() -> venue.place(ALICE, buy("1", "1")), -2010, "This symbol is not permitted for this account.");
        assertRefused(() -> venue.place(BOB, buy("1", "1")), -2010, "This account may not place or cancel orders.");
    }

    @Test
    void anOrderNeedsItsParameters() {
        assertRefused(
                () -> venue.place(ALICE, buy("1", "1").timeInForce(null)),
                -1102,
                "Mandatory parameter 'timeInForce' was not sent, was empty/null, or malformed.");
        assertRefused(() -> venue.place(ALICE, sell("1", "0")), -1013, "Price * QTY is zero or less.");
        assertRefused(() -> venue.place(ALICE, sell("0", "1")), -1013, "Price * QTY is zero or less.");
        assertRefused(() -> venue.place(ALICE, sell("1", "1").icebergQty(dec("2"))), -1013, "IcebergQty exceeds QTY.");
        assertRefused(
                () -> venue.place(ALICE, sell("2", "1").icebergQty(dec("1")).timeInForce(TimeInForce.IOC)),
                -1014,
                "Unsupported order combination.");
    }

    @Test
    void aTestChangesNothing() {
        venue.engine.test(ALICE, buy("100000", "100").build(), venue.now);
        assertThat(venue.events).isEmpty();
        assertThat(venue.engine.records().openOrders(ALICE, null)).isEmpty();
        assertRefused(
                () -> venue.engine.test(ALICE, buy("0", "100").build(), venue.now),
                -1013,
                "Price * QTY is zero or less.");
    }

    @Test
    void whatIsNotListedIsRefused() {
        assertRefused(
                () -> venue.engine.place(
                        ALICE,
                        OrderRequest.of("NOPE", Side.BUY, OrderType.LIMIT).build(),
                        venue.now),
                -1121,
                "Invalid symbol.");
        assertRefused(() -> venue.engine.marketData().depth("NOPE", 5), -1121, "Invalid symbol.");
        assertThatThrownBy(() -> venue.place(99, buy("1", "1"))).isInstanceOf(IllegalArgumentException.class);
    }
}
