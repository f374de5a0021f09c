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

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeesTest {

    /** The rates of the commission FAQ. */
    private static final CommissionRates STANDARD = rates("0.00000010", "0.00000020", "0.00000030", "0.00000040");

    private static final CommissionRates SPECIAL = rates("0.01000000", "0.02000000", "0.03000000", "0.04000000");
    private static final CommissionRates TAX = rates("0.00000112", "0.00000114", "0.00000118", "0.00000116");

    private final Venue venue =
            new Venue(new EngineSettings(1, List.of(), 5, List.of(), "BNB", dec("0.25")), List.of());

    private static CommissionRates rates(String maker, String taker, String buyer, String seller) {
        return new CommissionRates(dec(maker), dec(taker), dec(buyer), dec(seller));
    }

    private void list(boolean discountEnabled) {
        venue.engine.list(new SymbolSettings(
                Venue.info(SYMBOL, "BTC", "USDT", List.of()), STANDARD, SPECIAL, TAX, discountEnabled, List.of()));
    }

    /** One BNB is worth 260 USDT, as in the FAQ. */
    private void listBnb() {
        venue.engine.list(SymbolSettings.of(Venue.info("BNBUSDT", "BNB", "USDT", List.of()), CommissionRates.NONE));
        venue.engine.deposit(BOB, "BNB", dec("10"), venue.now);
        venue.engine.place(BOB, bnb(Side.SELL), venue.now);
        venue.engine.place(Venue.CAROL, bnb(Side.BUY), venue.now);
    }

    private static OrderRequest bnb(Side side) {
        return OrderRequest.of("BNBUSDT", side, OrderType.LIMIT)
                .timeInForce(TimeInForce.GTC)
                .quantity(BigDecimal.ONE)
                .price(dec("260"))
                .build();
    }

    private Fill sale() {
        venue.place(BOB, buy("0.49975", "35000"));
        return venue.place(ALICE, sell("0.49975", "35000")).fills().get(0);
    }

    @Test
    void areTakenFromWhatWasReceived() {
        list(false);

        Fill fill = sale();

        assertThat(fill.commissionAsset()).isEqualTo("USDT");
        assertThat(fill.commission()).isEqualByComparingTo("1049.52572462"); // 0.01049475 + 0.04022988 + 1049.475
        assertThat(dec(venue.free(ALICE, "USDT")))
                .isEqualByComparingTo(dec("1017491.25").subtract(fill.commission()));
    }

    @Test
    void theBuyerPaysInTheBaseAssetAndTheMakerTheMakersRate() {
        list(false);
        sale();

        AccountTrade maker = venue.engine
                .records()
                .trades(BOB, SYMBOL, null, HistoryQuery.latest(1))
                .get(0);
        assertThat(maker.isMaker()).isTrue();
        assertThat(maker.commissionAsset()).isEqualTo("BTC");
        // 0.49975 * (0.0000004 + 0.0000023 + 0.04)
        assertThat(maker.commission()).isEqualByComparingTo("0.01999134");
        assertThat(venue.engine.records().commissionTaken().get("BTC")).isEqualByComparingTo(maker.commission());
    }

    @Test
    void areSmallerInTheDiscountAsset() {
        list(true);
        listBnb();
        venue.engine.open(AccountSettings.of(ALICE).withDiscount(true));
        venue.engine.deposit(ALICE, "BNB", dec("5"), venue.now);

        Fill fill = sale();

        assertThat(fill.commissionAsset()).isEqualTo("BNB");
        assertThat(fill.commission()).isEqualByComparingTo("4.03660712"); // the FAQ has 4.036607129
        assertThat(venue.free(ALICE, "BNB")).isEqualTo("0.96339288");
        assertThat(venue.free(ALICE, "USDT")).isEqualTo("1017491.25");
    }

    @Test
    void areFullWhenTheDiscountAssetDoesNotSuffice() {
        list(true);
        listBnb();
        venue.engine.open(AccountSettings.of(ALICE).withDiscount(true));
        venue.engine.deposit(ALICE, "BNB", dec("4"), venue.now);

        assertThat(sale().commissionAsset()).isEqualTo("USDT");
    }

    @Test
    void theRatesOfAnOrderHaveItsSideInThem() {
        list(true);
        Commissions commissions = venue.engine.records().commissions(ALICE, SYMBOL);

        CommissionRates sale = commissions.standard().forOrder(Side.SELL);
        assertThat(sale.maker()).isEqualByComparingTo("0.0000005");
        assertThat(sale.taker()).isEqualByComparingTo("0.0000006");
        assertThat(commissions.discount().enabledForAccount()).isFalse();
        assertThat(commissions.discount().enabledForSymbol()).isTrue();
    }

    @Test
    void anAccountMayHaveRatesOfItsOwn() {
        venue.engine.open(new AccountSettings(
                ALICE, -1, true, List.of("SPOT"), false, CommissionRates.of("0", "0.5"), List.of()));

        assertThat(sale().commission()).isEqualByComparingTo("8745.625");
    }
}
