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
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.time.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;
import reactor.test.util.RaceTestUtils;

/** Whichever way a ticket goes: it is told once or not at all, and it takes no room with it. */
class SnapshotDeskPathsTest {

    private static final int AT_ONCE = 3;
    private static final Depth DEPTH = new Depth(1, List.of(), List.of());

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final List<Request> underWay = new CopyOnWriteArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();

    /** What the API was asked for and hasn't answered. */
    private record Request(String symbol, Sinks.One<Depth> answer) {}

    private static final class Wish {
        Disposable ticket;
        boolean withdrawn;
        int told;
    }

    enum End {
        ANSWER,
        PASSING_FAILURE,
        CLOSED_FOR_A_TIME,
        FAILURE
    }

    private final SnapshotDesk desk = new SnapshotDesk(
            new MarketDataApi() {
                @Override
                @SuppressWarnings("unchecked") // it is only asked for snapshots
                public <R> Mono<R> exchange(Call<R> call) {
                    String symbol = String.valueOf(call.parameters().get("symbol"));
                    return (Mono<R>) Mono.defer(() -> {
                        Request request = new Request(symbol, Sinks.one());
                        underWay.add(request);
                        return request.answer().asMono().doOnCancel(() -> underWay.remove(request));
                    });
                }
            },
            OrderBookOptions.defaults()
                    .withScheduler(time)
                    .withConcurrentSnapshots(AT_ONCE)
                    .withSnapshotJitter(Duration.ofMillis(500))
                    .withRandom(new Random(4))
                    .withBackoff(Backoff.exponential(Duration.ofSeconds(1), Duration.ofSeconds(8))));

    private Instant now() {
        return Instant.EPOCH.plusNanos(time.now(TimeUnit.NANOSECONDS));
    }

    private void ask() {
        Wish wish = new Wish();
        wishes.add(wish);
        Consumer<Object> told = any -> wish.told++;
        wish.ticket = desk.ask("S" + wishes.size(), told::accept, told::accept);
    }

    private void end(Request request, End how) {
        underWay.remove(request);
        Instant inAWhile = now().plusSeconds(7);
        switch (how) {
            case ANSWER -> request.answer().tryEmitValue(DEPTH);
            case PASSING_FAILURE ->
                request.answer().tryEmitError(new TransientException("depth", "no answer", null, null));
            case CLOSED_FOR_A_TIME ->
                request.answer().tryEmitError(new BudgetExceededException("depth", "weight", inAWhile));
            case FAILURE -> request.answer().tryEmitError(new IllegalStateException("closed"));
        }
    }

    /** After the longest closure, back-off and jitter, as many ask as may. */
    private void assertRoomForAllPlaces() {
        time.advanceTimeBy(Duration.ofSeconds(20));
        for (int i = 0; i < 2 * AT_ONCE; i++) {
            ask();
        }
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(underWay).hasSize(AT_ONCE);
    }

    @ParameterizedTest
    @EnumSource
    void whoGivesUpWhileItIsAskedTakesNoRoomWithIt(End how) {
        for (int round = 0; round < 300; round++) {
            ask();
            time.advanceTimeBy(Duration.ofSeconds(20));
            assertThat(underWay).as("round %d", round).hasSize(1);
            Request request = underWay.get(0);
            Wish wish = wishes.get(round);
            RaceTestUtils.race(wish.ticket::dispose, () -> end(request, how));
            underWay.clear();
            assertThat(wish.ticket.isDisposed()).isTrue();
            assertThat(wish.told).isLessThanOrEqualTo(1);
        }
        assertRoomForAllPlaces();
    }

    @Test
    void whateverHappensAllWhoStayAreToldOnce() {
        Random random = new Random(20261121);
        for (int step = 0; step < 3_000; step++) {
            takeStep(random);
            assertThat(underWay.size()).isLessThanOrEqualTo(AT_ONCE);
        }
        for (int i = 0; i < wishes.size(); i++) {
            time.advanceTimeBy(Duration.ofSeconds(20));
            List.copyOf(underWay).forEach(request -> end(request, End.ANSWER));
        }
        assertThat(wishes).allSatisfy(wish -> {
            assertThat(wish.ticket.isDisposed()).isTrue();
            assertThat(wish.told).isEqualTo(wish.withdrawn ? 0 : 1);
        });
        assertRoomForAllPlaces();
    }

    private void takeStep(Random random) {
        int kind = random.nextInt(10);
        if (kind < 2) {
            ask();
        } else if (kind == 2 && !wishes.isEmpty()) {
            withdraw(wishes.get(random.nextInt(wishes.size())));
        } else if (kind < 6) {
            time.advanceTimeBy(Duration.ofMillis(random.nextInt(1_000)));
        } else if (!underWay.isEmpty()) {
            End[] ends = End.values();
            end(underWay.get(random.nextInt(underWay.size())), ends[random.nextInt(ends.length)]);
        }
    }

    private static void withdraw(Wish wish) {
        wish.withdrawn |= wish.told == 0;
        wish.ticket.dispose();
        wish.ticket.dispose();
    }
}
