/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import static io.github.binancereactive.core.api.ScriptedExchange.START;
import static io.github.binancereactive.core.api.ScriptedExchange.none;
import static io.github.binancereactive.core.api.ScriptedExchange.order;
import static io.github.binancereactive.core.api.UnknownRequests.place;
import static io.github.binancereactive.core.api.UnknownRequests.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.model.account.Order;
import io.github.binancereactive.core.model.general.ServerTime;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Whatever the times and the errors: who is told that an order was placed or not is told the truth. */
class OutcomeResolutionTruthTest {

    private static final long LATEST = 5_000;
    private static final long SETTLING = 10_000;

    @Property(tries = 300)
    void tellsTheTruth(
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll @LongRange(min = 0, max = LATEST) long accepted,
            @ForAll @LongRange(min = 0, max = SETTLING) long untilItShows,
            @ForAll @LongRange(min = -30_000, max = 30_000) long clockOffset,
            @ForAll @IntRange(min = 0, max = 2_000) int slowest,
            @ForAll @IntRange(min = 0, max = 60) int errorPercent,
            @ForAll long seed) {
        boolean placed = kind != 0;
        Random random = new Random(seed);
        ScriptedExchange exchange = new ScriptedExchange();
        Order order = order("NEW", "1", START.plusMillis(clockOffset + accepted));
        exchange.answerTime(() -> late(
                exchange,
                random,
                slowest,
                errorPercent,
                () -> Mono.just(new ServerTime(exchange.now().plusMillis(clockOffset)))));
        exchange.answer(
                "order.status?symbol=A&origClientOrderId=mine",
                () -> late(
                        exchange,
                        random,
                        slowest,
                        errorPercent,
                        () -> placed && exchange.elapsed().toMillis() >= accepted + untilItShows
                                ? Mono.just(order)
                                : none(-2013)));

        Resolution told = resolve(exchange, clockOffset);

        if (told instanceof Resolution.StillUnknown unknown) {
            assertThat(unknown.error()).isPresent(); // nothing but errors can keep it from being certain
        } else {
            assertThat(told).isEqualTo(placed ? new Resolution.Placed(order) : new Resolution.NeverPlaced());
        }
    }

    private static @Nullable Resolution resolve(ScriptedExchange exchange, long clockOffset) {
        AtomicReference<@Nullable Resolution> told = new AtomicReference<>();
        OutcomeResolution.over(exchange)
                .withScheduler(exchange.time)
                .resolve(unknown(place(), START.plusMillis(clockOffset + LATEST)))
                .subscribe(told::set);
        exchange.time.advanceTimeBy(Duration.ofMinutes(3));
        return told.get();
    }

    /** What is asked takes its time to get there, is answered by what is the case then, and takes its time to come back. */
    private static Mono<?> late(
            ScriptedExchange exchange, Random random, int slowest, int errorPercent, Supplier<Mono<?>> answer) {
        if (random.nextInt(100) < errorPercent) {
            return Mono.error(new TransientException("order.status", "lost", null, null));
        }
        Duration there = Duration.ofMillis(random.nextInt(slowest + 1));
        Duration back = Duration.ofMillis(random.nextInt(slowest + 1));
        return Mono.delay(there, exchange.time)
                .flatMap(arrived -> answer.get().materialize())
                .delayElement(back, exchange.time)
                .dematerialize();
    }
}
