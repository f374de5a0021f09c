/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.book.BookSideView;
import io.github.binancereactive.core.book.BookSideView.Kind;
import io.github.binancereactive.core.book.BookView;
import io.github.binancereactive.core.model.market.PriceLevels;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.ws.stream.StreamSignal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What of the live table can be seen without an exchange. */
class LivePartsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final StreamSignal.Gap<TradeEvent> GAP =
            new StreamSignal.Gap<>("btcusdt@trade", NOW, NOW, 4L, 8L, "LOST");

    private final TradeTape tape = new TradeTape(() -> NOW);
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void barsAreAsHighAsQuantities() {
        BookView view = new BookView("X", 1, null, side(Kind.BIDS, 8, 4, 1), side(Kind.ASKS, 2, 0));
        assertThat(new DepthBars("012345678").draw(view)).isEqualTo("    148|21     ");
        assertThat(new DepthBars("012345678").draw(new BookView("X", 1, null, side(Kind.BIDS), side(Kind.ASKS))))
                .isEqualTo("       |       ");
    }

    private static BookSideView side(Kind kind, long... quantities) {
        long[] numbers = new long[2 * quantities.length];
        for (int i = 0; i < quantities.length; i++) {
            numbers[2 * i] = 100L + i;
            numbers[2 * i + 1] = quantities[i];
        }
        return new BookSideView(kind, PriceLevels.ofUnscaled(numbers, 0, 0), true);
    }

    @Test
    void barsAreThoseThatTheOutputCanShow() {
        assertThat(Style.bars(StandardCharsets.UTF_8)).hasSize(9).endsWith("\u2588");
        assertThat(Style.bars(StandardCharsets.US_ASCII)).hasSize(9).isEqualTo(Style.PLAIN.bars());
    }

    @Test
    void pricesKeepThePlacesThatOneOfThemHasNeeded() {
        PriceFormat format = new PriceFormat();
        assertThat(format.text(new BigDecimal("60000.00000000"))).isEqualTo("60000.00");
        assertThat(format.text(new BigDecimal("0.01000300"))).isEqualTo("0.010003");
        assertThat(format.text(new BigDecimal("0.01000000"))).isEqualTo("0.010000");
        assertThat(format.text(new BigDecimal("6E+4"))).isEqualTo("60000.000000");
    }

    @Test
    void aTableOverAnotherIsNotNarrower() {
        Table wide = new Table("name", ">number");
        wide.row("longer than that", "1");
        Table narrow = new Table("name", ">number");
        narrow.row("n", "12,345,678");
        assertThat(narrow.lines(Table.wider(wide.widths(), narrow.widths())))
                .containsExactly("  name                  number", "  n                 12,345,678");
    }

    @Test
    void aRateIsThatOfTheLastSamples() {
        Rate rate = new Rate(2);
        assertThat(rate.text()).isEqualTo("0");
        rate.sample(0, 0);
        rate.sample(1_000, TimeUnit.SECONDS.toNanos(1));
        assertThat(rate.text()).isEqualTo("1,000");
        rate.sample(1_010, TimeUnit.SECONDS.toNanos(2));
        assertThat(rate.perSecond()).isEqualTo(10);
    }

    @Test
    void aTapeCountsTradesAndHowLateTheyAre() {
        tape.accept(new StreamSignal.Subscribed<>(NOW, false));
        assertThat(tape.facts().isUpToDate()).isFalse();
        tape.accept(trade(4, NOW.minusMillis(7)));
        assertThat(tape.facts().lag()).isEqualTo(Duration.ofMillis(7));
        assertThat(tape.facts().isUpToDate()).as("sent before the subscription").isFalse();
        tape.accept(trade(5, NOW.plusMillis(1)));
        assertThat(tape.facts().lag()).isZero();
        assertThat(tape.facts().isUpToDate()).isTrue();
        assertThat(tape.facts().trades()).isEqualTo(2);
        assertThat(tape.facts().holes()).isZero();
    }

    @Test
    void aTapeNoticesWhatIsMissingAndWhatComesTwice() {
        tape.accept(trade(4, NOW));
        tape.accept(trade(7, NOW));
        assertThat(tape.facts().holes()).isEqualTo(2);
        tape.accept(trade(7, NOW));
        assertThat(tape.facts().holes()).isEqualTo(3);
    }

    @Test
    void aTapeNotesGapsAndWhatFilledThem() {
        tape.accept(new StreamSignal.Subscribed<>(NOW, false));
        tape.accept(new StreamSignal.Lost<>(NOW, "reset"));
        assertThat(tape.facts().isUpToDate()).isFalse();
        tape.accept(new StreamSignal.Filled<>(GAP, 3));
        assertThat(tape.facts().filled()).isEqualTo(tape.facts().missed()).isEqualTo(3);
        tape.accept(GAP);
        assertThat(tape.facts().missed()).isEqualTo(6);
        assertThat(tape.facts().losses()).isEqualTo(1);
        assertThat(tape.facts().gaps()).isEqualTo(2);
        assertThat(tape.facts().notes())
                .containsExactly(
                        "btcusdt@trade: trades 5 to 7 were missed, 3 fetched",
                        "btcusdt@trade: trades 5 to 7 were missed, 0 fetched");
    }

    private static StreamSignal<TradeEvent> trade(long id, Instant at) {
        return new StreamSignal.Event<>(new TradeEvent(at, "BTCUSDT", id, BigDecimal.ONE, BigDecimal.ONE, at, false));
    }

    @Test
    void aPictureIsDrawnOverTheOneBefore() {
        try (Screen screen = screen(new Style(true, true, " #"))) {
            screen.picture(List.of("a", "b")).block();
            screen.picture(List.of("c", "d")).block();
            screen.lines(List.of("below")).block();
            screen.lines(List.of("further below")).block();
        }
        String frame = "\u001b[?7l\u001b[2K%s\n\u001b[2K%s\n\u001b[?7h\u001b[J";
        String end = System.lineSeparator();
        assertThat(written())
                .isEqualTo(frame.formatted("a", "b") + "\u001b[2A" + frame.formatted("c", "d")
                        + "\u001b[2A\u001b[Jbelow" + end + "further below" + end);
    }

    @Test
    void whatKeepsAllThatIsWrittenGetsNoPictures() {
        try (Screen screen = screen(Style.PLAIN)) {
            screen.picture(List.of("a")).block();
            screen.lines(List.of("below")).block();
        }
        assertThat(written()).isEqualTo("below" + System.lineSeparator());
    }

    private Screen screen(Style style) {
        return new Screen(new PrintStream(written, true, StandardCharsets.UTF_8), style);
    }

    private String written() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aRealExchangeKeepsItsConnections() {
        try (RealVenue venue = new RealVenue(BinanceEnvironment.TESTNET, null)) {
            assertThat(venue.resetStreams()).isFalse();
            assertThat(venue.symbols()).isNotEmpty();
        }
    }
}
