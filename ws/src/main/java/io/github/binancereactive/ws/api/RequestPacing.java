/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.codec.ErrorBody;
import io.github.binancereactive.core.codec.InboundFrame;
import io.github.binancereactive.core.error.ErrorCode;
import io.github.binancereactive.core.limit.BudgetOptions;
import io.github.binancereactive.core.limit.BudgetPolicy;
import io.github.binancereactive.core.limit.Cost;
import io.github.binancereactive.core.limit.Permit;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.limit.Usage;
import io.github.binancereactive.core.model.general.ExchangeInfo;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.ws.session.SocketClose;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps the requests of a client within the budget, and tells the budget what the exchange says. Any thread. */
final class RequestPacing {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int BANNED = 418;

    private final RequestBudget budget;
    private final BudgetPolicy policy;
    private final ServerClock clock;

    private RequestPacing(RequestBudget budget, BudgetPolicy policy, ServerClock clock) {
        this.budget = budget;
        this.policy = policy;
        this.clock = clock;
    }

    /** The pacing that options ask for; null when they refuse nothing, because then there is nothing to count. */
    static @Nullable RequestPacing of(WebSocketApiOptions options) {
        RequestBudget given = options.budget();
        if (given == RequestBudget.unlimited()) {
            return null;
        }
        ServerClock clock = options.serverClock();
        RequestBudget budget = given != null
                ? given
                : RequestBudget.local(
                        BudgetOptions.defaults().withClock(clock::now).withScheduler(options.scheduler()));
        return new RequestPacing(budget, options.budgetPolicy(), clock);
    }

    /** Admits a request as soon as the budget allows, or ends it. */
    void admit(PendingRequest<?> request) {
        Identity identity = request.terms().identity();
        Cost cost = Cost.of(request.call(), identity == null ? null : identity.account());
        BudgetClaim claim = request.claim();
        Permit permit = budget.tryAcquire(cost);
        if (permit != null) {
            claim.granted(permit);
        } else {
            claim.waitsAt(budget.acquire(cost, policy, request.endpoint().name(), claim));
        }
    }

    /** An answer has come, to a request that still waits or to none. */
    void answered(@Nullable PendingRequest<?> request, InboundFrame frame) {
        ErrorBody error = frame.error();
        if (error != null && error.code() == ErrorCode.TOO_MANY_ORDERS.code()) {
            Identity identity = request == null ? null : request.terms().identity();
            if (identity != null) {
                budget.closeOrders(identity.account(), error.retryAfter());
            }
        } else if (frame.status() == TOO_MANY_REQUESTS || frame.status() == BANNED) {
            budget.close(error == null ? null : error.retryAfter());
        }
        if (request != null) {
            request.counted(Usage.all(frame.rateLimits()));
        }
        if (frame.result() instanceof ExchangeInfo info) {
            budget.learn(info);
        }
    }

    /** An attempt to connect was refused. */
    void refused(SocketClose close) {
        if (close.kind() == SocketClose.Kind.REFUSED && (close.code() == TOO_MANY_REQUESTS || close.code() == BANNED)) {
            Duration retryAfter = close.retryAfter();
            Instant until = retryAfter == null ? null : clock.now().plus(retryAfter);
            budget.close(until);
        }
    }
}
