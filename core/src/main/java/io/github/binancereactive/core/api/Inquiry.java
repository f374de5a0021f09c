/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.model.general.ServerTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One search for an outcome. Its attempts come one after the other, each of them after the signals of the one before: that is all
 * the confinement that its fields need. Only the end by the bound can come in between, and it reads {@code lastError} alone.
 */
final class Inquiry {

    /** The longest {@code recvWindow}, and a second for a timestamp that is ahead. */
    private static final Duration LONGEST_VALIDITY = Duration.ofSeconds(61);

    private static final Duration CLOCK_TICK = Duration.ofMillis(1);

    private final OutcomeResolution settings;
    private final Question question;
    private final boolean latestKnown;
    private @Nullable Instant latest;
    private Duration offset = Duration.ZERO; // of the exchange's clock to the scheduler's
    private @Nullable Instant retryAfter;
    private volatile @Nullable Throwable lastError;

    Inquiry(OutcomeResolution settings, Question question, @Nullable Instant latestAcceptance) {
        this.settings = settings;
        this.question = question;
        this.latest = latestAcceptance;
        this.latestKnown = latestAcceptance != null;
    }

    Mono<Resolution> resolution() {
        return Mono.defer(this::attempt)
                .repeatWhenEmpty(this::waits)
                .timeout(settings.bound(), Mono.fromSupplier(this::bounded), settings.scheduler());
    }

    /** Empty when the answer isn't certain. */
    private Mono<Resolution> attempt() {
        retryAfter = null;
        return settings.api().time().flatMap(this::ask).onErrorResume(BinanceException.class, this::failed);
    }

    private Mono<Resolution> ask(ServerTime time) {
        Instant now = time.serverTime();
        offset = Duration.between(local(), now);
        Instant end = latest;
        if (end == null) {
            end = now.plus(LONGEST_VALIDITY);
            latest = end;
        }
        // Before the order is asked for: an answer to a question from before the end would prove nothing.
        boolean over = now.isAfter(end.plus(settings.settling()));
        return question.ask(
                settings.api(), new Question.Moment(over, latestKnown ? end.minus(LONGEST_VALIDITY) : null));
    }

    private Mono<Resolution> failed(BinanceException error) {
        lastError = error;
        if (error instanceof ClientClosedException) {
            return Mono.just(new Resolution.StillUnknown("the client was closed", error));
        }
        if (error instanceof TransientException passing) {
            retryAfter = passing.retryAfter().orElse(null);
        }
        return Mono.empty();
    }

    private Flux<?> waits(Flux<Long> attempts) {
        return attempts.concatMap(attempt -> Mono.delay(pause(attempt), settings.scheduler()));
    }

    private Duration pause(long attempt) {
        Duration pause = settings.backoff().before((int) Math.min(attempt + 1, Integer.MAX_VALUE));
        Instant now = local().plus(offset);
        Instant decisive = latest;
        if (decisive != null) {
            Duration rest = Duration.between(now, decisive.plus(settings.settling()));
            pause = rest.isNegative() || rest.compareTo(pause) >= 0 ? pause : rest.plus(CLOCK_TICK);
        }
        Instant open = retryAfter;
        Duration closed = open == null ? Duration.ZERO : Duration.between(now, open);
        return closed.compareTo(pause) > 0 ? closed : pause;
    }

    private Resolution bounded() {
        return new Resolution.StillUnknown("no certain answer within " + settings.bound(), lastError);
    }

    private Instant local() {
        return Instant.ofEpochMilli(settings.scheduler().now(TimeUnit.MILLISECONDS));
    }
}
