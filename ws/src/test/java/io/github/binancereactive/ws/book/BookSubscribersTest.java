/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.book.BookView;
import io.github.binancereactive.core.error.RejectedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.Exceptions;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.test.StepVerifier;
import reactor.test.util.RaceTestUtils;

/** What the publishers of a book owe to each of their subscribers. */
class BookSubscribersTest {

    private final BookFixture at = new BookFixture(options -> options.withBufferSize(3));

    private static Flux<Long> ids(Flux<BookView> views) {
        return views.map(BookView::lastUpdateId);
    }

    @Test
    void whoKeepsUpSeesEachUpdate() {
        StepVerifier.create(ids(at.book.updates()))
                .then(at::goLive)
                .expectNext(160L)
                .then(() -> at.bid(161, 162, "11 1"))
                .expectNext(162L)
                .then(() -> at.bid(163, 163, "12 1"))
                .expectNext(163L)
                .thenCancel()
                .verify();
    }

    @Test
    void whoIsSlowSeesTheLatest() {
        StepVerifier.create(ids(at.book.updates()), 1)
                .then(at::goLive)
                .expectNext(160L)
                .then(() -> at.bid(161, 161, "11 1"))
                .then(() -> at.bid(162, 162, "12 1"))
                .thenRequest(1)
                .expectNext(162L)
                .thenRequest(1)
                .then(() -> at.bid(163, 163, "13 1"))
                .expectNext(163L)
                .thenCancel()
                .verify();
    }

    @Test
    void nothingComesWhileTheBookIsNotLive() {
        StepVerifier.create(ids(at.book.updates()), 1)
                .then(at::goLive)
                .expectNext(160L)
                .then(() -> at.bid(161, 161, "11 1"))
                .then(at::lost)
                .thenRequest(5)
                .then(() -> assertThat(at.book.view()).isEmpty())
                .then(() -> at.bid(162, 162, "12 1"))
                .expectNext(162L)
                .thenCancel()
                .verify();
    }

    @Test
    void whoComesLateSeesTheBookAtOnce() {
        at.book.keep();
        at.goLive();
        StepVerifier.create(ids(at.book.updates(1)))
                .expectNext(160L)
                .thenCancel()
                .verify();
        StepVerifier.create(ids(at.book.everyUpdate(1)))
                .expectNext(160L)
                .thenCancel()
                .verify();
        StepVerifier.create(at.book.statuses())
                .expectNext(at.book.status())
                .thenCancel()
                .verify();
        assertThat(at.streams).hasSize(1);
        assertThat(at.asked).hasSize(1);
    }

    @Test
    void whoWantsEachUpdateGetsEachAndThenAnOverflow() {
        StepVerifier.create(ids(at.book.everyUpdate(5)), 1)
                .then(at::goLive)
                .expectNext(160L)
                .then(() -> {
                    for (long id = 161; id < 166; id++) {
                        at.bid(id, id, "11 " + id);
                    }
                })
                .thenRequest(2)
                .expectNext(161L, 162L)
                .thenRequest(2)
                .expectNext(163L)
                .expectErrorMatches(Exceptions::isOverflow)
                .verify();
        at.pass(BookFixture.LINGER);
        at.stream(0).assertWasCancelled();
    }

    @Test
    void eachOfTwoHasItsOwnDemand() {
        List<Long> slow = new ArrayList<>();
        BaseSubscriber<Long> subscriber = collecting(slow);
        ids(at.book.updates()).subscribe(subscriber);
        List<Long> fast = new ArrayList<>();
        ids(at.book.updates()).subscribe(fast::add);
        at.goLive();
        at.bid(161, 161, "11 1");
        at.bid(162, 162, "12 1");
        assertThat(fast).containsExactly(160L, 161L, 162L);
        assertThat(slow).isEmpty();
        subscriber.request(1);
        assertThat(slow).containsExactly(162L);
        assertThat(at.streams).hasSize(1);
    }

    @Test
    void twoOfThemShareOneView() {
        List<BookView> views = new ArrayList<>();
        at.book.updates(7).subscribe(views::add);
        at.book.updates(7).subscribe(views::add);
        at.goLive();
        assertThat(views).hasSize(2);
        assertThat(views.get(0)).isSameAs(views.get(1));
    }

    @Test
    void anErrorNeedsNoDemand() {
        Throwable refusal = new RejectedException("bnbbtc@depth", 400, 2, "Invalid request", null);
        StepVerifier.create(ids(at.book.updates()), 0)
                .then(at::goLive)
                .then(() -> at.stream(0).error(refusal))
                .verifyErrorMatches(error -> isCopy(error, refusal));
        StepVerifier.create(ids(at.book.updates()))
                .then(() -> at.stream(1).error(refusal))
                .verifyErrorMatches(error -> isCopy(error, refusal));
    }

    private static boolean isCopy(Throwable error, Throwable of) {
        return error != of
                && error.getClass() == of.getClass()
                && error.getMessage().equals(of.getMessage());
    }

    @Test
    void aSubscriberThatThrowsLeavesAndDisturbsNobody() {
        CoreSubscriber<BookView> throwing = new CoreSubscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(BookView view) {
                throw new IllegalArgumentException("against the rules");
            }

            @Override
            public void onError(Throwable error) {
                throw new IllegalStateException("this, too");
            }

            @Override
            public void onComplete() {}
        };
        List<Long> seen = new ArrayList<>();
        at.book.everyUpdate(1).subscribe(throwing);
        at.book.updates().subscribe(throwing);
        ids(at.book.everyUpdate(1)).subscribe(seen::add);
        at.goLive();
        at.bid(161, 161, "11 1");
        at.bid(162, 162, "12 1");
        assertThat(seen).containsExactly(160L, 161L, 162L);
    }

    @Test
    void aBookOfNoLevelsIsRefusedAtOnce() {
        assertThatThrownBy(() -> at.book.updates(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> at.book.everyUpdate(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameThatNoStreamCanHaveIsAnErrorForWhoSubscribes() {
        BinanceOrderBooks books = new BinanceOrderBooks(
                any -> symbol -> {
                    throw new IllegalArgumentException("symbol must be the name of a symbol");
                },
                BookFixture.noSnapshots(),
                at.books.options());
        StepVerifier.create(books.book("BNB@BTC").updates())
                .expectError(IllegalArgumentException.class)
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void eachHasAnExceptionOfItsOwn() {
        List<Throwable> errors = new ArrayList<>();
        at.book.updates().subscribe(view -> {}, errors::add);
        at.book.statuses().subscribe(status -> {}, errors::add);
        at.stream(0).error(new RejectedException("bnbbtc@depth", 400, 2, "Invalid request", null));
        assertThat(errors).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void whoCancelsInTheMiddleOfASignalGetsNoMore() {
        List<Long> seen = new ArrayList<>();
        ids(at.book.updates()).take(1).subscribe(seen::add);
        Disposable other = at.book.keep();
        at.goLive();
        at.bid(161, 161, "11 1");
        assertThat(seen).containsExactly(160L);
        other.dispose();
        at.pass(BookFixture.LINGER);
        at.stream(0).assertWasCancelled();
    }

    @Test
    void aRequestForNothingIsAnError() {
        List<Throwable> errors = new ArrayList<>();
        at.book.updates().subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.request(0);
            }

            @Override
            protected void hookOnError(Throwable error) {
                errors.add(error);
            }
        });
        assertThat(errors).singleElement().isInstanceOf(IllegalArgumentException.class);
        at.pass(BookFixture.LINGER);
        assertThat(at.streams).allSatisfy(stream -> stream.assertWasCancelled());
    }

    @Test
    void aRequestForNothingIsAnErrorWhateverWaits() {
        List<Long> seen = new ArrayList<>();
        List<Throwable> errors = new ArrayList<>();
        AtomicReference<Subscription> subscription = new AtomicReference<>(Operators.emptySubscription());
        at.book.everyUpdate(1).subscribe(new CoreSubscriber<>() {
            @Override
            public void onSubscribe(Subscription given) {
                subscription.set(given);
                given.request(1);
            }

            @Override
            public void onNext(BookView view) {
                seen.add(view.lastUpdateId());
            }

            @Override
            public void onError(Throwable error) {
                errors.add(error);
            }

            @Override
            public void onComplete() {}
        });
        at.goLive();
        at.bid(161, 161, "11 1");
        subscription.get().request(0);
        assertThat(errors).singleElement().isInstanceOf(IllegalArgumentException.class);
        subscription.get().request(5);
        assertThat(seen).containsExactly(160L);
    }

    @Test
    void whatWaitsIsNotKeptForWhoHasLeft() {
        Mailbox<Long> mailbox = Mailbox.ofEach(3, () -> 1L);
        BookReader<Long> reader = new BookReader<>(collecting(new ArrayList<>()), mailbox, any -> {});
        reader.onNews();
        reader.onNews();
        assertThat(mailbox.owes()).isTrue();
        reader.cancel();
        reader.onNews();
        assertThat(mailbox.owes()).isFalse();
    }

    @Test
    void signalsNeverOverlapWhoeverAsksAndWhoeverBrings() {
        at.book.keep();
        at.goLive();
        for (int round = 0; round < 500; round++) {
            long id = 161L + round;
            List<Long> seen = Collections.synchronizedList(new ArrayList<>());
            BaseSubscriber<Long> subscriber = collecting(seen);
            ids(at.book.updates()).subscribe(subscriber);
            subscriber.request(1);
            RaceTestUtils.race(() -> at.bid(id, id, "11 " + id), () -> subscriber.request(1));
            assertThat(seen).containsExactly(id - 1, id);
            subscriber.cancel();
        }
    }

    @Test
    void whoLeavesWhileTheBookChangesLeavesNothingBehind() {
        for (int round = 0; round < 300; round++) {
            BookFixture one = new BookFixture(options -> options.withLinger(Duration.ZERO));
            Disposable first = one.book.keep();
            RaceTestUtils.race(
                    first::dispose, () -> one.book.updates().subscribe().dispose());
            one.pass(Duration.ofMillis(1));
            one.streams.forEach(stream -> stream.assertWasCancelled());
            assertThat(one.book.view()).isEmpty();
        }
    }

    @Test
    void whoComesWhileTheBookFailsHearsOfItOrStartsAnew() {
        Throwable refusal = new RejectedException("bnbbtc@depth", 400, 2, "Invalid request", null);
        for (int round = 0; round < 300; round++) {
            BookFixture one = new BookFixture(options -> options.withLinger(Duration.ZERO));
            one.book.keep();
            List<Throwable> errors = Collections.synchronizedList(new ArrayList<>());
            Disposable.Swap second = Disposables.swap();
            RaceTestUtils.race(
                    () -> one.stream(0).error(refusal),
                    () -> second.update(one.book.updates().subscribe(view -> {}, errors::add)));
            assertThat(one.streams).hasSize(errors.isEmpty() ? 2 : 1);
            if (errors.isEmpty()) {
                one.stream(1).assertNotCancelled();
                second.dispose();
                one.pass(Duration.ofMillis(1));
                one.stream(1).assertWasCancelled();
            }
        }
    }

    private static BaseSubscriber<Long> collecting(List<Long> into) {
        return new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {}

            @Override
            protected void hookOnNext(Long value) {
                into.add(value);
            }
        };
    }
}
