/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.error.RejectedException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * How a call ended: what a caller can compare.
 *
 * @param values what came, in its order
 * @param error how it ended; null when it completed
 */
record Reply(List<Object> values, @Nullable Failure error) {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    static Reply to(WireCall call, SpotApi api, WireCall.Ids ids) {
        return Flux.<Object>from(call.call().apply(api, ids))
                .collectList()
                .map(values -> new Reply(values, null))
                .onErrorResume(
                        BinanceException.class,
                        error -> Flux.just(new Reply(List.of(), Failure.of(error)))
                                .next())
                .block(PATIENCE);
    }

    /** The one value of a call that gives one. */
    <T> T only(Class<T> type) {
        if (values.size() != 1) {
            throw new AssertionError("not one value: " + this);
        }
        return type.cast(values.get(0));
    }

    /** What the exchange said to a call that it refused. */
    Refusal refusal() {
        if (error == null || error.refusal() == null) {
            throw new AssertionError("no refusal: " + this);
        }
        return error.refusal();
    }

    /**
     * What an exception tells.
     *
     * @param type its class
     * @param message its message
     * @param endpoint of which endpoint it tells
     * @param refusal what the exchange said; null when it is no refusal
     */
    record Failure(
            Class<?> type,
            String message,
            String endpoint,
            @Nullable Refusal refusal) {

        static Failure of(BinanceException error) {
            return new Failure(
                    error.getClass(),
                    String.valueOf(error.getMessage()),
                    error.endpoint(),
                    error instanceof RejectedException rejected ? Refusal.of(rejected) : null);
        }
    }

    /**
     * What the exchange said.
     *
     * @param status the HTTP status, or the frame's
     * @param code the exchange's code
     * @param text the exchange's words
     * @param reason what they mean
     * @param filter the filter that failed; null for none
     * @param detail what came with it; null for nothing
     */
    record Refusal(
            int status,
            int code,
            String text,
            Object reason,
            @Nullable String filter,
            @Nullable Object detail) {

        static Refusal of(RejectedException rejected) {
            return new Refusal(
                    rejected.status(),
                    rejected.code(),
                    rejected.reason(),
                    rejected.rejectionReason(),
                    rejected.failedFilter().orElse(null),
                    rejected.detail(Object.class).orElse(null));
        }
    }
}
