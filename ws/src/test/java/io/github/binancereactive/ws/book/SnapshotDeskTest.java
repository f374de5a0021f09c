/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.api.MarketDataApi;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.error.BudgetExceededException;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.limit.BudgetOptions;
import io.github.binancereactive.core.limit.BudgetPolicy;
import io.github.binancereactive.core.limit.Cost;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.time.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Many books that want their snapshots at once. */
class SnapshotDeskTest {

    private static final int BOOKS = 200;

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final List<String> sent = new ArrayList<>();
    private final List<String> served = new ArrayList<>();
    private final OrderBookOptions options = OrderBookOptions.defaults()
            .withScheduler(time)
            .withSnapshotJitter(Duration.ZERO)
            .withBackoff(Backoff.fixed(Duration.ofSeconds(1)));

    private Instant now() {
        return Instant.EPOCH.plusNanos(time.now(TimeUnit.NANOSECONDS));
    }

    private interface Answers {
        Mono<Depth> to(String symbol, Call<?> call);
    }

    private MarketDataApi api(Answers answers) {
        return new MarketDataApi() {
            @Override
            @SuppressWarnings("unchecked") // it is only asked for snapshots
            public <R> Mono<R> exchange(Call<R> call) {
                String symbol = String.valueOf(call.parameters().get("symbol"));
                return (Mono<R>) answers.to(symbol, call);
            }
        };
    }

    private Mono<Depth> soon() {
        return Mono.delay(Duration.ofMillis(80), time).thenReturn(new Depth(1, List.of(), List.of()));
    }

    private List<Disposable> ask(SnapshotDesk desk, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> desk.ask(
                        "S" + i,
                        depth -> served.add("S" + i),
                        error -> served.add("S" + i + " failed: " + error.getMessage())))
                .toList();
    }

    private static List<String> symbols(int count) {
        return IntStream.range(0, count).mapToObj(i -> "S" + i).toList();
    }

    @Test
    void onlySoManyAreUnderWay() {
        SnapshotDesk desk = new SnapshotDesk(
                api((symbol, call) -> Mono.defer(() -> {
                    sent.add(symbol);
                    return soon();
                })),
                options.withConcurrentSnapshots(2));
        ask(desk, 5);
        assertThat(sent).isEqualTo(symbols(2));
        time.advanceTimeBy(Duration.ofMillis(80));
        assertThat(sent).isEqualTo(symbols(4));
        time.advanceTimeBy(Duration.ofMillis(160));
        assertThat(served).isEqualTo(symbols(5));
    }

    @Test
    void eachWaitsForItsShareOfTheJitter() {
        SnapshotDesk desk = new SnapshotDesk(
                api((symbol, call) -> Mono.defer(() -> {
                    sent.add(symbol);
                    return soon();
                })),
                options.withSnapshotJitter(Duration.ofSeconds(1)).withRandom(new Random(1)));
        ask(desk, 3);
        assertThat(sent).isEmpty();
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(sent).hasSize(3);
    }

    @Test
    void whenTheExchangeNamesATimeAllWaitAndNobodyIsOvertaken() {
        Instant open = Instant.EPOCH.plusSeconds(30);
        SnapshotDesk desk = new SnapshotDesk(
                api((symbol, call) -> Mono.defer(() -> {
                    sent.add(symbol);
                    return now().isBefore(open)
                            ? Mono.error(new BudgetExceededException("depth", "weight", open))
                            : soon();
                })),
                options);
        ask(desk, 10);
        assertThat(sent).hasSizeLessThanOrEqualTo(3);
        time.advanceTimeBy(Duration.ofMillis(29_999));
        assertThat(sent).hasSizeLessThanOrEqualTo(3);
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(served).isEqualTo(symbols(10));
    }

    private static TransientException passing() {
        return new TransientException("depth", "no answer", null, null);
    }

    /** Those that are named fail as often as is said, the others get their answers in some time. */
    private MarketDataApi failing(Map<String, Integer> times, Duration answerTime) {
        Map<String, Integer> left = new HashMap<>(times);
        return api((symbol, call) -> Mono.defer(() -> {
            sent.add(symbol);
            return left.merge(symbol, -1, Integer::sum) >= 0
                    ? Mono.error(passing())
                    : Mono.delay(answerTime, time).thenReturn(new Depth(1, List.of(), List.of()));
        }));
    }

    private SnapshotDesk oneByOne(Map<String, Integer> failures) {
        return new SnapshotDesk(failing(failures, Duration.ofMillis(800)), options.withConcurrentSnapshots(1));
    }

    @Test
    void thoseThatKeepFailingHoldUpNobody() {
        SnapshotDesk desk =
                new SnapshotDesk(failing(Map.of("S0", 999, "S1", 999, "S2", 999), Duration.ofMillis(80)), options);
        List<Disposable> tickets = ask(desk, 12);
        time.advanceTimeBy(Duration.ofMillis(240));
        assertThat(served).isEqualTo(symbols(12).subList(3, 12));
        assertThat(sent).hasSize(12);
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(sent).hasSize(15).endsWith("S0", "S1", "S2");
        assertThat(tickets.subList(0, 3)).noneMatch(Disposable::isDisposed);
    }

    @Test
    void whoFailsOnceHasTheNextTurnAfterItsBackoff() {
        ask(oneByOne(Map.of("S0", 1)), 5);
        time.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(sent).containsExactly("S0", "S1", "S2", "S0", "S3", "S4");
        assertThat(served).containsExactly("S1", "S2", "S0", "S3", "S4");
    }

    @Test
    void whoFailsAgainComesAfterThoseThatWaitByThenAndBeforeAllOthers() {
        SnapshotDesk desk = oneByOne(Map.of("S0", 2));
        ask(desk, 5);
        time.advanceTimeBy(Duration.ofSeconds(2));
        desk.ask("late", depth -> served.add("late"), error -> {});
        time.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(sent).containsExactly("S0", "S1", "S2", "S0", "S3", "S4", "S0", "late");
    }

    @Test
    void whoIsAboutToAskWhenTheDeskClosesWaitsToo() {
        Instant open = Instant.EPOCH.plusSeconds(30);
        SnapshotDesk desk = new SnapshotDesk(
                api((symbol, call) -> Mono.defer(() -> {
                    sent.add(symbol);
                    return now().isBefore(open)
                            ? Mono.error(new BudgetExceededException("depth", "weight", open))
                            : soon();
                })),
                options.withSnapshotJitter(Duration.ofSeconds(1)).withRandom(new Random(1)));
        ask(desk, 5);
        time.advanceTimeBy(Duration.ofMillis(29_999));
        assertThat(sent)
                .as("the others had yet to wait for their share of the jitter")
                .hasSize(1);
        time.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(served).hasSize(5);
    }

    @Test
    void aMomentThatHasPassedClosesNothing() {
        Instant past = Instant.EPOCH.minusSeconds(1);
        SnapshotDesk desk = new SnapshotDesk(
                api((symbol, call) -> Mono.defer(() -> {
                    sent.add(symbol);
                    return symbol.equals("S0") && sent.size() == 1
                            ? Mono.error(new BudgetExceededException("depth", "weight", past))
                            : soon();
                })),
                options.withConcurrentSnapshots(1));
        ask(desk, 2);
        assertThat(sent).as("not at once again").containsExactly("S0", "S1");
        time.advanceTimeBy(Duration.ofSeconds(2));
        assertThat(served).containsExactly("S1", "S0");
    }

    @Test
    void aClockThatRefusesIsAFailure() {
        Scheduler refusing = Schedulers.newSingle("refuses");
        refusing.dispose();
        SnapshotDesk desk = new SnapshotDesk(
                api((symbol, call) -> Mono.error(passing())),
                options.withConcurrentSnapshots(1).withScheduler(refusing));
        ask(desk, 3);
        assertThat(served).hasSize(3).allMatch(line -> line.contains(" failed: "));
    }

    @Test
    void whoGivesUpBetweenTwoAttemptsIsNotHeardOfAgain() {
        SnapshotDesk desk = new SnapshotDesk(
                api((symbol, call) -> Mono.defer(() -> {
                    sent.add(symbol);
                    return Mono.error(new TransientException("depth", "no answer", null, null));
                })),
                options);
        ask(desk, 1).get(0).dispose();
        time.advanceTimeBy(Duration.ofMinutes(1));
        assertThat(sent).containsExactly("S0");
        assertThat(served).isEmpty();
    }

    /** What comes at the moment when it isn't wanted any more is nobody's loss; the test fails if Reactor hears of it. */
    @ParameterizedTest
    @MethodSource("lastWords")
    void anAnswerAtTheMomentOfGivingUpIsNotReportedAsDropped(Consumer<CoreSubscriber<? super Depth>> lastWord) {
        SnapshotDesk desk = new SnapshotDesk(
                api((symbol, call) -> Mono.fromDirect(subscriber -> subscriber.onSubscribe(new Subscription() {
                    @Override
                    @SuppressWarnings("unchecked") // Mono.fromDirect has no other subscribers
                    public void cancel() {
                        lastWord.accept((CoreSubscriber<? super Depth>) subscriber);
                    }

                    @Override
                    public void request(long n) {}
                }))),
                options);
        ask(desk, 1).get(0).dispose();
        assertThat(served).isEmpty();
    }

    /** Between the last operator and the subscriber there is nothing to hook into but this. */
    @Test
    void anAnswerThatIsPastTheLastOperatorIsNotReportedAsDroppedEither() {
        AtomicReference<Disposable> ticket = new AtomicReference<>(Disposables.disposed());
        AtomicBoolean inner = new AtomicBoolean();
        SnapshotDesk desk = new SnapshotDesk(api((symbol, call) -> soon()), options);
        Hooks.onLastOperator(
                "giving up",
                last -> inner.getAndSet(true)
                        ? last
                        : Flux.from(last).doOnNext(any -> ticket.get().dispose()));
        try {
            ticket.set(ask(desk, 1).get(0));
            time.advanceTimeBy(Duration.ofSeconds(1));
        } finally {
            Hooks.resetOnLastOperator("giving up");
        }
        assertThat(ticket.get().isDisposed()).isTrue();
        assertThat(served).isEmpty();
    }

    static List<Consumer<CoreSubscriber<? super Depth>>> lastWords() {
        return List.of(
                subscriber -> {
                    subscriber.onNext(new Depth(1, List.of(), List.of()));
                    subscriber.onComplete();
                },
                subscriber -> subscriber.onError(passing()),
                subscriber -> subscriber.onError(new IllegalStateException("closed")));
    }

    @Test
    void whatDoesNotPassIsTold() {
        SnapshotDesk desk =
                new SnapshotDesk(api((symbol, call) -> Mono.error(new IllegalStateException("closed"))), options);
        ask(desk, 5);
        assertThat(served).hasSize(5).allMatch(line -> line.endsWith("failed: closed"));
    }

    @Test
    void whoGivesUpMakesRoom() {
        SnapshotDesk desk = new SnapshotDesk(
                api((symbol, call) -> Mono.defer(() -> {
                    sent.add(symbol);
                    return soon();
                })),
                options.withConcurrentSnapshots(1));
        List<Disposable> tickets = ask(desk, 4);
        tickets.get(1).dispose(); // waits
        tickets.get(0).dispose(); // is under way
        tickets.get(0).dispose();
        assertThat(tickets.get(0).isDisposed()).isTrue();
        assertThat(sent).containsExactly("S0", "S2");
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(served).containsExactly("S2", "S3");
    }

    /** 24 snapshots of 250 fit into a minute; clients wait for their budget for up to 10 s. */
    @Test
    void twoHundredBooksAtOnceAreServedInTurnWithinTheBudget() {
        RequestBudget budget =
                RequestBudget.local(BudgetOptions.defaults().withScheduler(time).withClock(this::now));
        Map<Long, Integer> weights = new TreeMap<>();
        SnapshotDesk desk = new SnapshotDesk(
                api((symbol, call) -> budget.acquire(Cost.of(call, null), BudgetPolicy.WAIT_WHILE_OPEN, "depth")
                        .timeout(
                                Duration.ofSeconds(10),
                                Mono.error(new TransientException("depth", "no answer in time", null, null)),
                                time)
                        .flatMap(permit -> {
                            sent.add(symbol);
                            weights.merge(now().getEpochSecond() / 60, call.weight(), Integer::sum);
                            return soon().doOnNext(any -> permit.answered(List.of()));
                        })),
                options);
        ask(desk, BOOKS);
        time.advanceTimeBy(Duration.ofMinutes(9));
        assertThat(served).hasSize(BOOKS).isEqualTo(sent);
        assertThat(sent).containsExactlyInAnyOrderElementsOf(symbols(BOOKS));
        assertThat(weights.values()).allMatch(weight -> weight <= 6_000);
        assertThat(weights.values().iterator().next()).isGreaterThan(5_000);
    }
}
