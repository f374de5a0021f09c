/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.book;

import static io.github.binancereactive.core.book.BookAssertions.assertSame;
import static io.github.binancereactive.core.book.Books.SYMBOL;
import static io.github.binancereactive.core.book.Books.levels;
import static io.github.binancereactive.core.book.Books.packed;
import static io.github.binancereactive.core.book.Books.snapshot;
import static io.github.binancereactive.core.book.Books.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.book.BookStatus.Reason;
import io.github.binancereactive.core.book.BookStatus.State;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documented algorithm, rule by rule. */
class BookSyncTest {

    private static final int LIMIT = 5000;
    private static final Depth AT_160 = snapshot(160, levels("10", "1", "9", "2"), levels("11", "3", "12", "4"));

    private final BookSync sync = BookSync.of(SYMBOL, BookOptions.defaults());

    private static DepthUpdate bid(long first, long last, String price, String quantity) {
        return update(first, last, levels(price, quantity), List.of());
    }

    private static DepthUpdate ask(long first, long last, String price, String quantity) {
        return update(first, last, List.of(), levels(price, quantity));
    }

    private void goLive() {
        assertThat(sync.onSnapshot(AT_160, LIMIT)).isEqualTo(BookStep.SYNCED);
    }

    private BookView view() {
        return sync.book().view(100).orElseThrow();
    }

    private void assertNotShown(State state, Reason reason) {
        assertThat(sync.status()).isEqualTo(new BookStatus(state, reason));
        assertThat(sync.book().view(1)).isEmpty();
        assertThat(sync.book().held()).isEmpty();
    }

    @Test
    void beginsWithoutABook() {
        assertNotShown(State.SYNCING, null);
        assertThat(sync.wantsSnapshot()).isTrue();
    }

    @Test
    void updatesWaitForTheSnapshotAndAreAppliedAfterIt() {
        assertThat(sync.onUpdate(bid(157, 159, "10", "7"))).isEqualTo(BookStep.BUFFERED);
        assertThat(sync.onUpdate(bid(160, 162, "9.5", "5"))).isEqualTo(BookStep.BUFFERED);
        assertThat(sync.onUpdate(ask(163, 163, "11", "0"))).isEqualTo(BookStep.BUFFERED);
        assertNotShown(State.SYNCING, null);

        assertThat(sync.onSnapshot(AT_160, LIMIT)).isEqualTo(BookStep.SYNCED);

        assertThat(sync.status()).isEqualTo(BookStatus.LIVE);
        assertThat(sync.wantsSnapshot()).isFalse();
        assertThat(view().lastUpdateId()).isEqualTo(163);
        assertSame(view().bids().levels(), levels("10", "1", "9.5", "5", "9", "2"));
        assertSame(view().asks().levels(), levels("12", "4"));
        assertThat(sync.applied()).isEqualTo(2);
        assertThat(sync.ignored()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "161, SNAPSHOT_TOO_OLD", // the snapshot is older than the first update that came
        "200, SNAPSHOT_TOO_OLD",
        "160, SYNCED",
        "150, SYNCED"
    })
    void aSnapshotMustNotBeOlderThanTheFirstUpdateThatCame(long first, BookStep step) {
        sync.onUpdate(bid(first, 210, "10", "7"));
        assertThat(sync.onSnapshot(AT_160, LIMIT)).isEqualTo(step);
        assertThat(sync.status().isLive()).isEqualTo(step == BookStep.SYNCED);
        assertThat(sync.wantsSnapshot()).isEqualTo(step != BookStep.SYNCED);
    }

    @Test
    void whatWaitsSurvivesASnapshotThatIsTooOld() {
        sync.onUpdate(bid(162, 170, "10", "7"));
        sync.onSnapshot(AT_160, LIMIT);
        sync.onSnapshot(snapshot(165, levels("10", "1"), levels("11", "1")), LIMIT);
        assertThat(view().lastUpdateId()).isEqualTo(170);
        assertSame(view().bids().levels(), levels("10", "7"));
    }

    @Test
    void anUpdateThatEndsWithTheSnapshotIsNotNeeded() {
        sync.onUpdate(bid(150, 160, "10", "7"));
        goLive();
        assertSame(view().bids().levels(), AT_160.bids());
    }

    @Test
    void aSnapshotThatNothingContradictsIsLive() {
        goLive();
        assertThat(view().lastUpdateId()).isEqualTo(160);
        assertThat(view().eventTime()).isNull();
        assertThat(sync.onUpdate(bid(161, 161, "10", "7"))).isEqualTo(BookStep.APPLIED);
        assertThat(view().eventTime()).isEqualTo(Books.TIME);
    }

    @Test
    void aSnapshotThatNobodyAskedForIsIgnored() {
        goLive();
        assertThat(sync.onSnapshot(snapshot(500, levels(), levels()), LIMIT)).isEqualTo(BookStep.IGNORED);
        assertThat(view().lastUpdateId()).isEqualTo(160);
    }

    @ParameterizedTest
    @CsvSource({
        "161, 170, APPLIED",
        "155, 170, APPLIED", // overlaps: its quantities are the newest all the same
        "150, 159, IGNORED",
        "155, 160, IGNORED",
        "162, 170, DISCARDED"
    })
    void anUpdateHasToContinueTheBook(long first, long last, BookStep step) {
        goLive();
        assertThat(sync.onUpdate(bid(first, last, "10", "7"))).isEqualTo(step);
        if (step == BookStep.DISCARDED) {
            assertNotShown(State.RESYNCING, Reason.GAP);
            assertThat(sync.discarded()).isEqualTo(1);
        } else {
            assertThat(view().lastUpdateId()).isEqualTo(Math.max(160, last <= 160 ? 160 : last));
        }
    }

    @Test
    void afterAGapTheUpdateBehindItWaitsForTheNextSnapshot() {
        goLive();
        sync.onUpdate(bid(165, 170, "10", "7"));
        assertThat(sync.onSnapshot(snapshot(164, levels(), levels()), LIMIT)).isEqualTo(BookStep.SNAPSHOT_TOO_OLD);
        assertThat(sync.onSnapshot(snapshot(167, levels("8", "1"), levels("20", "1")), LIMIT))
                .isEqualTo(BookStep.SYNCED);
        assertSame(view().bids().levels(), levels("10", "7", "8", "1"));
    }

    @Test
    void aGapAmongThoseThatWaitLetsOnlyTheLaterOnesCount() {
        sync.onUpdate(bid(155, 165, "9", "100"));
        sync.onUpdate(bid(170, 175, "10", "7"));
        assertThat(sync.onSnapshot(AT_160, LIMIT)).isEqualTo(BookStep.SNAPSHOT_TOO_OLD);
        sync.onSnapshot(snapshot(170, levels("10", "1"), levels("11", "1")), LIMIT);
        assertThat(view().lastUpdateId()).isEqualTo(175);
        assertSame(view().bids().levels(), levels("10", "7"));
    }

    @Test
    void whoComesLateAmongThoseThatWaitIsIgnored() {
        sync.onUpdate(bid(170, 175, "10", "7"));
        assertThat(sync.onUpdate(bid(165, 169, "10", "8"))).isEqualTo(BookStep.IGNORED);
        assertThat(sync.onUpdate(bid(170, 175, "10", "7"))).isEqualTo(BookStep.IGNORED);
    }

    @Test
    void onlySoManyWait() {
        BookSync small = BookSync.of(SYMBOL, BookOptions.defaults().withBufferSize(2));
        small.onUpdate(bid(155, 158, "10", "1"));
        small.onUpdate(bid(159, 163, "10", "2"));
        small.onUpdate(bid(164, 165, "10", "3"));
        assertThat(small.onSnapshot(snapshot(158, levels(), levels()), LIMIT)).isEqualTo(BookStep.SNAPSHOT_TOO_OLD);
        assertThat(small.onSnapshot(AT_160, LIMIT)).isEqualTo(BookStep.SYNCED);
        assertThat(small.book().view(1).orElseThrow().lastUpdateId()).isEqualTo(165);
    }

    @Test
    void aBookThatAnUpdateCrossesIsDiscarded() {
        goLive();
        assertThat(sync.onUpdate(bid(161, 161, "11", "1"))).isEqualTo(BookStep.DISCARDED);
        assertNotShown(State.RESYNCING, Reason.CROSSED);
    }

    @Test
    void aBookThatIsCrossedAtTheExchangeIsTakenAsItIsAndGuardedAgainLater() {
        Depth crossed = snapshot(160, levels("12", "1"), levels("11", "1"));
        sync.onSnapshot(crossed, LIMIT);
        assertThat(view().isCrossed()).isTrue();
        assertThat(sync.onUpdate(bid(161, 161, "13", "1"))).isEqualTo(BookStep.APPLIED);
        sync.onUpdate(update(162, 162, levels("12", "0", "13", "0", "10", "1"), List.of()));
        assertThat(view().isCrossed()).isFalse();
        assertThat(sync.onUpdate(ask(163, 163, "9", "1"))).isEqualTo(BookStep.DISCARDED);
    }

    @Test
    void aBookThatIsCrossedByWhatWaitedForItsSnapshotIsDiscardedAndThenTakenAsItIs() {
        sync.onUpdate(bid(160, 161, "11.5", "1"));
        assertThat(sync.onSnapshot(AT_160, LIMIT)).isEqualTo(BookStep.DISCARDED);
        assertThat(sync.book().view(1)).isEmpty();
        assertThat(sync.wantsSnapshot()).isTrue();
        Depth crossed = snapshot(161, levels("11.5", "1"), levels("11", "3"));
        assertThat(sync.onSnapshot(crossed, LIMIT)).isEqualTo(BookStep.SYNCED);
        assertThat(view().isCrossed()).isTrue();
    }

    @Test
    void aCrossedSnapshotMayStayCrossedByWhatWaitedForIt() {
        sync.onUpdate(bid(160, 161, "13", "1"));
        assertThat(sync.onSnapshot(snapshot(160, levels("12", "1"), levels("11", "3")), LIMIT))
                .isEqualTo(BookStep.SYNCED);
        assertThat(view().isCrossed()).isTrue();
    }

    @Test
    void emptySidesAreNotCrossed() {
        goLive();
        sync.onUpdate(update(161, 161, levels("10", "0", "9", "0"), List.of()));
        assertThat(view().bids().levels()).isEmpty();
        assertThat(view().bids().isWhole()).isTrue();
        assertThat(view().isCrossed()).isFalse();
        assertThat(sync.onUpdate(update(162, 162, List.of(), levels("11", "0", "12", "0"))))
                .isEqualTo(BookStep.APPLIED);
    }

    @Test
    void aStaleBookIsLiveAgainIfTheNextUpdateContinuesIt() {
        goLive();
        sync.suspend(Reason.CONNECTION_LOST);
        assertNotShown(State.STALE, Reason.CONNECTION_LOST);
        assertThat(sync.wantsSnapshot()).isFalse();
        assertThat(sync.onUpdate(bid(155, 160, "10", "7"))).isEqualTo(BookStep.IGNORED);
        assertNotShown(State.STALE, Reason.CONNECTION_LOST);
        assertThat(sync.onUpdate(bid(161, 162, "10", "7"))).isEqualTo(BookStep.APPLIED);
        assertThat(view().lastUpdateId()).isEqualTo(162);
        assertThat(sync.status()).isEqualTo(BookStatus.LIVE);
    }

    @Test
    void aStaleBookIsDiscardedIfTheNextUpdateDoesNotContinueIt() {
        goLive();
        sync.suspend(Reason.CONNECTION_LOST);
        sync.onUpdate(bid(162, 162, "10", "7"));
        assertNotShown(State.RESYNCING, Reason.GAP);
    }

    @Test
    void aSnapshotMakesAStaleBookLiveUnlessItIsOlder() {
        goLive();
        sync.suspend(Reason.SILENT);
        sync.refresh();
        assertThat(sync.onSnapshot(snapshot(159, levels(), levels()), LIMIT)).isEqualTo(BookStep.SNAPSHOT_TOO_OLD);
        assertNotShown(State.STALE, Reason.SILENT);
        assertThat(sync.onSnapshot(AT_160, LIMIT)).isEqualTo(BookStep.SYNCED);
        assertThat(sync.status().isLive()).isTrue();
    }

    @Test
    void anUpdateThatContinuesAStaleBookMakesTheSnapshotNeedless() {
        goLive();
        sync.suspend(Reason.CONNECTION_LOST);
        sync.refresh();
        sync.onUpdate(bid(161, 162, "10", "7"));
        assertThat(sync.status().isLive()).isTrue();
        assertThat(sync.wantsSnapshot()).isFalse();
    }

    @Test
    void whatWaitedBeforeSomethingMayHaveBeenLostIsForgotten() {
        sync.onUpdate(bid(150, 161, "10", "7"));
        sync.suspend(Reason.CONNECTION_LOST);
        goLive();
        assertThat(view().lastUpdateId()).isEqualTo(160);
    }

    @Test
    void nothingToSuspendWithoutABook() {
        sync.suspend(Reason.CONNECTION_LOST);
        assertNotShown(State.SYNCING, null);
        sync.restart(Reason.OVERFLOW);
        assertNotShown(State.SYNCING, null);
        assertThat(sync.discarded()).isZero();
    }

    @Test
    void aLiveBookTakesANewSnapshotWithWhatHasComeSinceItWasAskedFor() {
        goLive();
        sync.refresh();
        sync.onUpdate(bid(161, 165, "10", "7"));
        sync.onUpdate(bid(166, 170, "9", "0"));
        assertThat(sync.onSnapshot(snapshot(165, levels("10", "7", "9", "2", "8", "1"), AT_160.asks()), LIMIT))
                .isEqualTo(BookStep.SYNCED);
        assertThat(view().lastUpdateId()).isEqualTo(170);
        assertSame(view().bids().levels(), levels("10", "7", "8", "1"));
        assertThat(sync.applied()).isEqualTo(2);
        assertThat(sync.wantsSnapshot()).isFalse();
    }

    @Test
    void moreDecimalPlacesChangeNothingButTheScale() {
        goLive();
        sync.onUpdate(update(161, 161, packed(999, 5), List.of()));
        sync.onUpdate(bid(162, 162, "9.999", "0.1234"));
        assertSame(view().bids().levels(), levels("10", "1", "9.999", "0.1234", "9.99", "5", "9", "2"));
        assertThat(view().bids().levels().priceScale()).isEqualTo(3);
        assertThat(view().asks().levels().quantityScale()).isEqualTo(4);
        assertThat(sync.onUpdate(bid(163, 163, "9.99", "0"))).isEqualTo(BookStep.APPLIED);
        assertSame(view().bids().top(3), levels("10", "1", "9.999", "0.1234", "9", "2"));
    }

    @Test
    void aNumberThatDoesNotFitIsLoud() {
        goLive();
        DepthUpdate huge = bid(161, 161, "10", "92233720368547758070");
        assertThatThrownBy(() -> sync.onUpdate(huge)).isInstanceOf(ArithmeticException.class);
        assertNotShown(State.RESYNCING, Reason.GAP);
        Depth mixed = snapshot(200, levels("10", "9223372036854775807"), levels("11.5", "0.5"));
        assertThatThrownBy(() -> sync.onSnapshot(mixed, LIMIT)).isInstanceOf(ArithmeticException.class);
        Depth tiny = snapshot(200, levels("1E-1000000", "1"), levels());
        assertThatThrownBy(() -> sync.onSnapshot(tiny, LIMIT)).isInstanceOf(ArithmeticException.class);
        assertThat(sync.book().view(1)).isEmpty();
    }

    @Test
    void anotherSymbolsUpdateIsRefused() {
        DepthUpdate other = new DepthUpdate(Instant.EPOCH, "BTCUSDT", 1, 1, List.of(), List.of());
        assertThatThrownBy(() -> sync.onUpdate(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingBeyondACutOffSnapshotIsShown() {
        BookSync cut = BookSync.of(SYMBOL, BookOptions.defaults().withMinLevels(1));
        cut.onSnapshot(AT_160, 2);
        cut.onUpdate(bid(161, 161, "8", "1")); // there may be others between 9 and 8
        assertSame(cut.book().view(10).orElseThrow().bids().levels(), levels("10", "1", "9", "2"));
        assertSame(cut.book().held().orElseThrow().bids(), levels("10", "1", "9", "2", "8", "1"));
        cut.onUpdate(bid(162, 162, "9", "0"));
        assertSame(cut.book().view(10).orElseThrow().bids().levels(), levels("10", "1"));
        assertThat(cut.wantsSnapshot()).isFalse();
        assertThat(cut.onUpdate(bid(163, 163, "10", "0"))).isEqualTo(BookStep.DISCARDED);
        assertThat(cut.status()).isEqualTo(new BookStatus(State.RESYNCING, Reason.DEPTH_EXHAUSTED));
    }

    @Test
    void aBookWithFewKnownLevelsWantsMoreAndStaysLive() {
        BookSync cut = BookSync.of(SYMBOL, BookOptions.defaults().withMinLevels(2));
        cut.onSnapshot(AT_160, 2);
        assertThat(cut.wantsSnapshot()).isFalse();
        cut.onUpdate(bid(161, 161, "10", "0"));
        assertThat(cut.wantsSnapshot()).isTrue();
        assertThat(cut.status().isLive()).isTrue();
        cut.onSnapshot(snapshot(161, levels("9", "2", "8", "1"), AT_160.asks()), 2);
        assertThat(cut.wantsSnapshot()).isFalse();
        assertThat(cut.book().view(10).orElseThrow().bids().levels()).hasSize(2);
    }

    @Test
    void aBoundedBookForgetsWhatLiesBeyond() {
        BookSync bounded =
                BookSync.of(SYMBOL, BookOptions.defaults().withMinLevels(2).withMaxLevels(4));
        bounded.onSnapshot(snapshot(1, levels("10", "1", "9", "1", "8", "1", "7", "1", "6", "1"), levels()), LIMIT);
        bounded.onUpdate(bid(2, 2, "5", "1"));
        BookSideView bids = bounded.book().view(10).orElseThrow().bids();
        assertSame(bids.levels(), levels("10", "1", "9", "1", "8", "1", "7", "1"));
        assertThat(bids.isWhole()).isFalse();
        for (long id = 3; id < 103; id++) {
            bounded.onUpdate(bid(id, id, Long.toString(id + 8), "1"));
        }
        List<PriceLevel> held = bounded.book().held().orElseThrow().bids();
        assertThat(held).hasSizeBetween(4, 20);
        assertThat(held.get(0).price()).isEqualByComparingTo(BigDecimal.valueOf(110));
    }
}
