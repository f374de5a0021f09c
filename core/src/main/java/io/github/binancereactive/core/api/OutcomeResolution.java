/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.time.Backoff;
import java.time.Duration;
import java.util.Objects;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Finds out what became of a request whose outcome is unknown: asks the exchange, again and again, until the answer is certain or
 * a bound is reached. Immutable; each {@code with} method returns a new one.
 *
 * <p><b>When an answer is certain.</b> That an order is there is certain at once. That it is not is not: the request may still be
 * under way, and the order may have been placed and not show yet. A request is taken until its timestamp plus its {@code
 * recvWindow}, by the exchange's clock, and is refused from then on; but the matching engine may take a while for what it was
 * handed before, and what it did shows in memory and databases later still. So this asks for the exchange's time each time before
 * it asks for the order, and "there is none" counts when the {@linkplain #withSettling settling time} had passed since the last
 * moment at which the request could be taken. Where that moment isn't known, it is taken to be 61 seconds after the first answer:
 * no {@code recvWindow} is longer than 60 seconds, and no timestamp may be more than a second ahead.
 *
 * <p><b>What can be told.</b> Orders and order lists that were placed, by the name that the client gave them; of a cancel-replace
 * the new order (ask for the old one with its own id); orders and order lists that were to be canceled; orders that were to be
 * amended. That a cancellation or an amendment was carried out, the order shows; whether this request did it or another one that
 * wanted the same, it doesn't. What cannot be told: {@code openOrders.cancelAll}, which names no order, and requests without a
 * client order id.
 *
 * <p>Each attempt weighs 5, more for a list that was to be canceled.
 */
public final class OutcomeResolution {

    private static final Backoff BACKOFF = Backoff.exponential(Duration.ofMillis(200), Duration.ofSeconds(5));

    /** The exchange itself gives up waiting for its matching engine after 10 seconds. */
    private static final Duration SETTLING = Duration.ofSeconds(10);

    /** More than the longest time after which an answer can be certain, 71 seconds. */
    private static final Duration BOUND = Duration.ofMinutes(2);

    private final SpotApi api;
    private final Backoff backoff;
    private final Duration settling;
    private final Duration bound;
    private final Scheduler scheduler;

    private OutcomeResolution(SpotApi api, Backoff backoff, Duration settling, Duration bound, Scheduler scheduler) {
        this.api = api;
        this.backoff = backoff;
        this.settling = settling;
        this.bound = bound;
        this.scheduler = scheduler;
    }

    /**
     * Asks through an API: the one whose request it was, or another of the same account, on whichever wire.
     *
     * @param api whom to ask
     * @return a resolution that waits 200 ms and then up to 5 s between attempts, lets things settle for 10 s, and ends after two
     *     minutes
     */
    public static OutcomeResolution over(SpotApi api) {
        return new OutcomeResolution(
                Objects.requireNonNull(api, "api"), BACKOFF, SETTLING, BOUND, Schedulers.parallel());
    }

    /**
     * This resolution with other waits between attempts. The attempt that can be certain doesn't wait longer than it has to.
     *
     * @param strategy how long to wait before the second attempt, the third, and so on
     * @return a new resolution
     */
    public OutcomeResolution withBackoff(Backoff strategy) {
        return new OutcomeResolution(api, Objects.requireNonNull(strategy, "strategy"), settling, bound, scheduler);
    }

    /**
     * This resolution with another time for what was taken at the last moment to show.
     *
     * @param time zero or more; the exchange promises no longest time
     * @return a new resolution
     */
    public OutcomeResolution withSettling(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("the settling time must not be negative, but is " + time);
        }
        return new OutcomeResolution(api, backoff, time, bound, scheduler);
    }

    /**
     * This resolution with another bound.
     *
     * @param longest after this, the outcome is {@link Resolution.StillUnknown}
     * @return a new resolution
     */
    public OutcomeResolution withBound(Duration longest) {
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("the bound must be positive, not " + longest);
        }
        return new OutcomeResolution(api, backoff, settling, longest, scheduler);
    }

    /**
     * This resolution with another source of time.
     *
     * @param timer where waits and the bound are timed
     * @return a new resolution
     */
    public OutcomeResolution withScheduler(Scheduler timer) {
        return new OutcomeResolution(api, backoff, settling, bound, Objects.requireNonNull(timer, "timer"));
    }

    /**
     * Finds out what became of a request.
     *
     * <p>Cold: nothing is asked before subscription. Always ends within the bound, and never with an error of the exchange's: errors
     * while asking are retried, and the last one is in {@link Resolution.StillUnknown}. Cancelling ends the asking. The result comes
     * on the scheduler or wherever the API answers.
     *
     * @param unknown how the request ended
     * @return what became of it
     */
    public Mono<Resolution> resolve(OutcomeUnknownException unknown) {
        Question question = Question.about(unknown);
        return question == null
                ? Mono.just(new Resolution.StillUnknown("the request names nothing that can be asked for", null))
                : Mono.defer(() ->
                        new Inquiry(this, question, unknown.latestAcceptance().orElse(null)).resolution());
    }

    SpotApi api() {
        return api;
    }

    Backoff backoff() {
        return backoff;
    }

    Duration settling() {
        return settling;
    }

    Duration bound() {
        return bound;
    }

    Scheduler scheduler() {
        return scheduler;
    }
}
