/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.error.ErrorCode;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.RejectedException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What to ask the exchange for, to know what became of one request. Immutable. */
interface Question {

    /**
     * When it is asked.
     *
     * @param over whether the request can't be carried out any more, and what it did has had the time to show
     * @param since what was placed before this can't have been placed by the request; null when that isn't known
     */
    record Moment(boolean over, @Nullable Instant since) {

        boolean mayBe(Instant placed) {
            return since == null || !placed.isBefore(since);
        }

        /** An answer that is certain only when nothing more can happen. */
        Mono<Resolution> whenOver(Resolution resolution) {
            return over ? Mono.just(resolution) : Mono.empty();
        }
    }

    /** That an order list doesn't exist: the exchange sends this code and doesn't document it. */
    int NO_SUCH_ORDER_LIST = -2018;

    /** That there is no such thing. What was archived ended months ago, and can't be what is asked for. */
    Set<Integer> NONE = Set.of(ErrorCode.NO_SUCH_ORDER.code(), ErrorCode.ORDER_ARCHIVED.code(), NO_SUCH_ORDER_LIST);

    /** The certain answer; empty while there is none. */
    Mono<Resolution> ask(AccountApi api, Moment moment);

    /** Null when the request names nothing that can be asked for. */
    static @Nullable Question about(OutcomeUnknownException unknown) {
        Call<?> call = unknown.call().orElse(null);
        String method = call == null ? null : call.endpoint().method();
        if (call == null || method == null) {
            return null;
        }
        return switch (method) {
            case "order.cancel" -> CancelQuestion.about(call);
            case "orderList.cancel" -> ListCancelQuestion.about(call);
            case "order.amend.keepPriority" -> AmendQuestion.about(call);
            default ->
                method.startsWith("orderList.place")
                        ? ListPlacementQuestion.about(call)
                        : PlacementQuestion.about(call);
        };
    }

    /** What is there; empty when there is no such thing. */
    static <T> Mono<T> find(Mono<T> query) {
        return query.onErrorResume(
                error -> error instanceof RejectedException refusal && NONE.contains(refusal.code()),
                none -> Mono.empty());
    }

    static @Nullable String text(Call<?> call, String parameter) {
        return call.parameters().get(parameter) instanceof String given ? given : null;
    }

    static @Nullable Long number(Call<?> call, String parameter) {
        return call.parameters().get(parameter) instanceof Long given ? given : null;
    }
}
