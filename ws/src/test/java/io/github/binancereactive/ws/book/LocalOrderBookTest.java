/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import static io.github.binancereactive.ws.book.BookFixture.LINGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.book.BookStatus;
import io.github.binancereactive.core.book.BookStatus.Reason;
import io.github.binancereactive.core.book.BookStatus.State;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import io.github.binancereactive.ws.stream.StreamSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What a book does about each thing that can happen to it. */
class LocalOrderBookTest {

    private static final BookStatus SYNCING = new BookStatus(State.SYNCING, null);
    private static final BookStatus LIVE = new BookStatus(State.LIVE, null);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final BookFixture at = new BookFixture();
    private final List<BookStatus> statuses = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    private Disposable watch() {
        return at.book.statuses().subscribe(statuses::add, failures::add);
    }

    private static BookStatus stale(Reason reason) {
        return new BookStatus(State.STALE, reason);
    }

    private static BookStatus resyncing(Reason reason) {
        return new BookStatus(State.RESYNCING, reason);
    }

    @Test
    void nothingHappensBeforeSomebodySubscribes() {
        at.book.statuses();
        at.book.updates();
        assertThat(at.streams).isEmpty();
        assertThat(at.asked).isEmpty();
        assertThat(at.book.status()).isEqualTo(SYNCING);
        assertThat(at.book.view()).isEmpty();
        assertThat(at.book.held()).isEmpty();
        assertThat(at.book.symbol()).isEqualTo(BookFixture.SYMBOL);
    }

    @Test
    void theSnapshotIsAskedForOnceTheStreamIsSubscribed() {
        watch();
        assertThat(at.streams).hasSize(1);
        assertThat(at.asked).isEmpty();
        at.subscribed();
        assertThat(at.asked).hasSize(1);
        assertThat(at.lastAsked().symbol()).isEqualTo(BookFixture.SYMBOL);
        assertThat(at.lastAsked().limit()).hasToString("5000");
    }

    @Test
    void anUpdateSaysAsMuchAsTheNewsThatTheStreamIsSubscribed() {
        watch();
        at.bid(1, 1, "10 1");
        assertThat(at.asked).hasSize(1);
    }

    @Test
    void fromSubscriptionToLive() {
        watch();
        at.subscribed();
        at.bid(159, 161, "10 2");
        at.bid(162, 162, "11 1");
        assertThat(at.book.view()).isEmpty();
        at.lastAsked().answer(160, "10 1", "20 1");
        at.bid(163, 163, "12 1");
        assertThat(statuses).containsExactly(SYNCING, LIVE);
        assertThat(at.book.view().orElseThrow().lastUpdateId()).isEqualTo(163);
        assertThat(at.book.view().orElseThrow().bids().levels()).isEqualTo(BookFixture.levels("12 1, 11 1, 10 2"));
        assertThat(at.book.view(2).orElseThrow().bids().levels()).hasSize(2);
        assertThat(at.book.held().orElseThrow().bids()).hasSize(3);
        assertThat(at.asked).hasSize(1);
    }

    @Test
    void aSnapshotThatIsTooOldIsFollowedByOthersEachLater() {
        watch();
        at.subscribed();
        at.bid(170, 171, "10 2");
        at.lastAsked().answer(160, "10 1", "20 1");
        assertThat(at.asked).hasSize(1);
        at.pass(SECOND);
        assertThat(at.asked).hasSize(2);
        at.lastAsked().answer(161, "10 1", "20 1");
        at.pass(SECOND);
        assertThat(at.asked).hasSize(2);
        at.pass(SECOND);
        assertThat(at.asked).hasSize(3);
        at.lastAsked().answer(170, "10 1", "20 1");
        assertThat(statuses).containsExactly(SYNCING, LIVE);
        assertThat(at.book.view().orElseThrow().lastUpdateId()).isEqualTo(171);
    }

    @Test
    void aGapInTheNumbersIsFoundWithoutBeingTold() {
        watch();
        at.goLive();
        at.bid(161, 161, "11 1");
        at.bid(163, 163, "12 1");
        assertThat(at.book.view()).isEmpty();
        at.lastAsked().answer(163, "12 1", "20 1");
        assertThat(statuses).containsExactly(SYNCING, LIVE, resyncing(Reason.GAP), LIVE);
        assertThat(at.asked).hasSize(2);
    }

    @Test
    void aBookIsNotShownAsSoonAsItsConnectionIsLost() {
        watch();
        at.goLive();
        at.lost();
        assertThat(at.book.view()).isEmpty();
        assertThat(at.asked).hasSize(1);
        at.bid(161, 161, "11 1"); // nothing was missed
        assertThat(statuses).containsExactly(SYNCING, LIVE, stale(Reason.CONNECTION_LOST), LIVE);
        assertThat(at.asked).hasSize(1);
    }

    @Test
    void afterALossTheFirstUpdateTellsThatSomethingIsMissing() {
        watch();
        at.goLive();
        at.lost();
        at.subscribedAgain();
        at.gap();
        at.bid(170, 171, "11 1");
        at.lastAsked().answer(171, "11 1", "20 1");
        assertThat(statuses).containsExactly(SYNCING, LIVE, stale(Reason.CONNECTION_LOST), resyncing(Reason.GAP), LIVE);
        assertThat(at.asked).hasSize(2);
    }

    @Test
    void afterALossAQuietBookIsRightAgainByASnapshot() {
        watch();
        at.goLive();
        at.lost();
        at.subscribedAgain();
        assertThat(at.asked).hasSize(2);
        at.lastAsked().answer(160, "10 1", "20 1");
        assertThat(at.book.status()).isEqualTo(LIVE);
    }

    @Test
    void anUpdateThatContinuesTheBookMakesThatSnapshotNeedless() {
        watch();
        at.goLive();
        at.lost();
        at.subscribedAgain();
        at.bid(161, 161, "11 1");
        assertThat(at.book.status()).isEqualTo(LIVE);
        assertThat(at.lastAsked().isCancelled()).isTrue();
        at.bid(162, 162, "12 1");
        assertThat(at.asked).hasSize(2);
    }

    @Test
    void aSnapshotThatWasAskedForBeforeALossIsNotUsed() {
        watch();
        at.subscribed();
        at.bid(160, 161, "11 1");
        at.lost();
        assertThat(at.lastAsked().isCancelled()).isTrue();
        assertThat(at.book.status()).isEqualTo(SYNCING);
        at.subscribedAgain();
        at.pass(SECOND);
        assertThat(at.asked).hasSize(2);
        at.bid(170, 171, "11 1");
        at.lastAsked().answer(170, "10 1", "20 1");
        assertThat(at.book.view().orElseThrow().lastUpdateId()).isEqualTo(171);
    }

    @Test
    void aGapThatTheStreamTellsOfMakesTheBookStale() {
        watch();
        at.goLive();
        at.gap();
        assertThat(at.book.status()).isEqualTo(stale(Reason.EVENTS_MISSING));
        assertThat(at.book.view()).isEmpty();
        at.bid(161, 161, "11 1");
        assertThat(at.book.status()).isEqualTo(LIVE);
        at.tell(new StreamSignal.Dropped<>(1, 1));
        assertThat(at.book.status()).isEqualTo(stale(Reason.EVENTS_MISSING));
        at.bid(162, 162, "12 1");
        at.tell(new StreamSignal.Stale<>(Instant.EPOCH, SECOND));
        assertThat(at.book.status()).isEqualTo(stale(Reason.SILENT));
    }

    @Test
    void aRotationDisturbsNothing() {
        watch();
        at.goLive();
        at.subscribedAgain();
        at.bid(155, 162, "11 1"); // the successor's first update overlaps
        at.bid(163, 163, "12 1");
        assertThat(statuses).containsExactly(SYNCING, LIVE);
        assertThat(at.asked).hasSize(1);
    }

    @Test
    void aCrossedBookIsMadeAnew() {
        watch();
        at.goLive();
        at.bid(161, 161, "20 1");
        assertThat(at.book.status()).isEqualTo(resyncing(Reason.CROSSED));
        assertThat(at.asked).hasSize(1);
        at.pass(SECOND); // not at once: the snapshot before has led to nothing
        assertThat(at.asked).hasSize(2);
    }

    @Test
    void anOverflowIsFollowedByANewSubscription() {
        watch();
        at.goLive();
        at.stream(0).error(Exceptions.failWithOverflow());
        assertThat(at.book.status()).isEqualTo(resyncing(Reason.OVERFLOW));
        assertThat(at.book.view()).isEmpty();
        assertThat(at.streams).hasSize(1);
        at.pass(SECOND);
        assertThat(at.streams).hasSize(2);
        at.subscribed();
        at.pass(SECOND);
        at.lastAsked().answer(200, "10 1", "20 1");
        assertThat(at.book.status()).isEqualTo(LIVE);
        assertThat(failures).isEmpty();
    }

    @Test
    void aRefusedStreamEndsAllWhoRead() {
        watch();
        at.book.updates().subscribe(any -> {}, failures::add);
        at.goLive();
        Throwable refusal = new RejectedException("bnbbtc@depth", 400, 2, "Invalid request", null);
        at.stream(0).error(refusal);
        assertThat(failures)
                .extracting(Throwable::getMessage)
                .containsExactly(refusal.getMessage(), refusal.getMessage());
        assertThat(at.book.view()).isEmpty();
        assertThat(at.book.status()).isEqualTo(SYNCING);
        watch();
        assertThat(at.streams).hasSize(2);
    }

    @Test
    void aRefusedSnapshotEndsAllWhoRead() {
        watch();
        at.subscribed();
        Throwable refusal = new RejectedException("depth", 400, -1121, "Invalid symbol.", null);
        at.lastAsked().fail(refusal);
        assertThat(failures).extracting(Throwable::getMessage).containsExactly(refusal.getMessage());
        at.stream(0).assertWasCancelled();
    }

    @Test
    void anUpdateThatDoesNotFitEndsAllWhoRead() {
        watch();
        at.goLive();
        at.bid(161, 161, "10 99999999999999999999");
        assertThat(failures).singleElement().isInstanceOf(ProtocolException.class);
        at.stream(0).assertWasCancelled();
        assertThat(at.book.view()).isEmpty();
    }

    @Test
    void aFailureThatPassesIsFollowedByAnotherAttempt() {
        watch();
        at.subscribed();
        at.lastAsked().fail(new TransientException("depth", "no answer", null, null));
        at.pass(Duration.ofMillis(999));
        assertThat(at.asked).hasSize(1);
        at.pass(Duration.ofMillis(1));
        at.lastAsked().fail(new TransientException("depth", "no answer", null, null));
        at.pass(Duration.ofMillis(1999));
        assertThat(at.asked).hasSize(2);
        at.pass(Duration.ofMillis(1));
        at.lastAsked().answer(160, "10 1", "20 1");
        assertThat(at.book.status()).isEqualTo(LIVE);
    }

    @Test
    void aQuietBookIsStaleUntilItSpeaks() {
        BookFixture quiet = new BookFixture(options -> options.withStaleAfter(Duration.ofSeconds(20)));
        quiet.book.keep();
        quiet.goLive();
        quiet.pass(Duration.ofSeconds(19));
        quiet.bid(161, 161, "11 1");
        quiet.pass(Duration.ofSeconds(14));
        assertThat(quiet.book.status()).isEqualTo(LIVE);
        quiet.pass(Duration.ofSeconds(11));
        assertThat(quiet.book.status()).isEqualTo(stale(Reason.SILENT));
        assertThat(quiet.book.view()).isEmpty();
        quiet.bid(162, 162, "12 1");
        assertThat(quiet.book.status()).isEqualTo(LIVE);
        assertThat(quiet.asked).hasSize(1);
    }

    @Test
    void aBookIsKeptForAWhileAfterTheLastHasLeft() {
        Disposable first = watch();
        Disposable second = at.book.keep();
        at.goLive();
        first.dispose();
        at.pass(LINGER);
        assertThat(at.book.status()).isEqualTo(LIVE);
        second.dispose();
        at.pass(LINGER.minusMillis(1));
        assertThat(at.book.view()).isPresent();
        Disposable third = watch();
        at.pass(LINGER);
        assertThat(at.book.view()).isPresent();
        third.dispose();
        at.stream(0).assertNotCancelled();
        at.pass(LINGER);
        at.stream(0).assertWasCancelled();
        assertThat(at.book.view()).isEmpty();
        assertThat(at.book.status()).isEqualTo(SYNCING);
        watch();
        assertThat(at.streams).hasSize(2);
    }

    @Test
    void aSnapshotThatNobodyNeedsAnyMoreIsWithdrawn() {
        Disposable only = watch();
        at.subscribed();
        only.dispose();
        at.pass(LINGER);
        assertThat(at.lastAsked().isCancelled()).isTrue();
    }

    @Test
    void eachSymbolHasOneBook() {
        assertThat(at.books.book(BookFixture.SYMBOL)).isSameAs(at.book);
        assertThat(at.books.book("BTCUSDT")).isNotSameAs(at.book);
        BinanceOrderBooks others = at.books.withOptions(at.books.options().withSnapshotLimit(100));
        assertThat(others.book(BookFixture.SYMBOL)).isNotSameAs(at.book);
        assertThat(others.options().snapshotLimit()).isEqualTo(100);
    }

    /** Of a gap in numbers that go on, the stream knows after which number it begins. */
    private static StreamSignal<DepthUpdate> numbersBeginAnewWith(long id) {
        return new StreamSignal.Gap<>("bnbbtc@depth", Instant.EPOCH, Instant.EPOCH, null, id, "numbers began anew");
    }

    @Test
    void numbersThatBeginAnewNeedANewSnapshot() {
        watch();
        at.goLive();
        at.tell(numbersBeginAnewWith(5));
        assertThat(at.book.status()).isEqualTo(resyncing(Reason.EVENTS_MISSING));
        at.bid(5, 6, "11 1");
        at.pass(SECOND);
        at.lastAsked().answer(6, "11 1", "20 1");
        assertThat(at.book.view().orElseThrow().lastUpdateId()).isEqualTo(6);
        at.bid(7, 7, "12 1");
        assertThat(at.book.view().orElseThrow().lastUpdateId()).isEqualTo(7);
    }

    @Test
    void aSnapshotThatWasAskedForBeforeTheNumbersBeganAnewIsNotUsed() {
        watch();
        at.goLive();
        at.lost();
        at.subscribedAgain();
        assertThat(at.asked).hasSize(2);
        at.tell(numbersBeginAnewWith(5));
        assertThat(at.asked.get(1).isCancelled()).isTrue();
        at.bid(5, 6, "11 1");
        at.pass(SECOND);
        at.lastAsked().answer(6, "11 1", "20 1");
        assertThat(at.book.status()).isEqualTo(LIVE);
    }

    @Test
    void anErrorAtTheMomentOfTheEndIsNotReportedAsDropped() {
        List<CoreSubscriber<? super StreamSignal<DepthUpdate>>> subscribers = new ArrayList<>();
        Flux<StreamSignal<DepthUpdate>> source = new Flux<>() {
            @Override
            public void subscribe(CoreSubscriber<? super StreamSignal<DepthUpdate>> subscriber) {
                subscribers.add(subscriber);
                subscriber.onSubscribe(Operators.emptySubscription());
            }
        };
        BinanceOrderBooks books =
                new BinanceOrderBooks(any -> symbol -> source, BookFixture.noSnapshots(), at.books.options());
        books.book("BNBBTC").keep().dispose();
        at.pass(LINGER);
        subscribers.get(0).onNext(new StreamSignal.Lost<>(Instant.EPOCH, "reset"));
        subscribers.get(0).onError(new IllegalStateException("closed"));
        assertThat(books.book("BNBBTC").status()).isEqualTo(SYNCING);
    }

    /** Between the last operator and the subscriber there is nothing to hook into but this. */
    @Test
    void whoStopsKeepingABookAtTheMomentOfItsFailureHearsNothing() {
        AtomicReference<Disposable> kept = new AtomicReference<>(Disposables.disposed());
        Hooks.onLastOperator(
                "leaving", last -> Flux.from(last).doOnError(any -> kept.get().dispose()));
        try {
            kept.set(at.book.keep());
            at.stream(0).error(new RejectedException("bnbbtc@depth", 400, 2, "Invalid request", null));
        } finally {
            Hooks.resetOnLastOperator("leaving");
        }
        assertThat(kept.get().isDisposed()).isTrue();
    }

    @Test
    void aThinBookAsksLaterAndLaterForSnapshotsThatAreTooOld() {
        BookFixture thin = new BookFixture(
                options -> options.withBook(options.book().withMinLevels(2)).withSnapshotLimit(5));
        thin.book.keep();
        thin.subscribed();
        thin.lastAsked().answer(160, "10 1, 9 1, 8 1, 7 1, 6 1", "20 1");
        thin.bid(161, 161, "10 0, 9 0, 8 0, 7 0");
        assertThat(thin.asked).hasSize(2);
        assertThat(thin.book.status()).isEqualTo(LIVE);
        thin.bid(162, 162, "6 2");
        thin.lastAsked().answer(160, "10 1, 9 1, 8 1, 7 1, 6 1", "20 1");
        assertThat(thin.asked).as("not at once").hasSize(2);
        thin.pass(SECOND);
        assertThat(thin.asked).hasSize(3);
        thin.bid(163, 163, "6 3");
        thin.lastAsked().answer(160, "10 1, 9 1, 8 1, 7 1, 6 1", "20 1");
        thin.pass(SECOND);
        assertThat(thin.asked).as("later").hasSize(3);
        thin.pass(SECOND);
        thin.lastAsked().answer(163, "6 3, 5 1, 4 1, 3 1, 2 1", "20 1");
        assertThat(thin.book.view().orElseThrow().bids().levels()).hasSize(5);
        assertThat(thin.asked).hasSize(4);
    }

    @Test
    void whatABackoffThrowsEndsAllWhoReadInsteadOfTheBook() {
        BookFixture odd = new BookFixture(options -> options.withBackoff(attempt -> {
            throw new UnsupportedOperationException("no back-off");
        }));
        odd.book.statuses().subscribe(statuses::add, failures::add);
        odd.goLive();
        odd.stream(0).error(Exceptions.failWithOverflow());
        assertThat(failures).singleElement().isInstanceOf(UnsupportedOperationException.class);
        odd.book.statuses().subscribe(statuses::add, failures::add);
        assertThat(odd.streams).as("whoever comes afterwards starts anew").hasSize(2);
    }

    @Test
    void aSchedulerThatRefusesEndsABookThatNobodyWantsAtOnce() {
        Scheduler refusing = Schedulers.newSingle("refuses");
        BookFixture odd = new BookFixture(options -> options.withScheduler(refusing));
        Disposable only = odd.book.keep();
        odd.goLive();
        refusing.dispose();
        only.dispose();
        odd.stream(0).assertWasCancelled();
        assertThat(odd.book.status()).isEqualTo(SYNCING);
    }
}
