/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.error.ErrorCode;
import io.github.binancereactive.core.error.Failure;
import io.github.binancereactive.core.limit.AccountKey;
import io.github.binancereactive.core.limit.Permit;
import io.github.binancereactive.core.model.general.ExchangeInfo;
import io.github.binancereactive.rest.Transport.Departure;
import io.netty.buffer.ByteBuf;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;

/**
 * One attempt at a request: waits for its place in the budget, is signed, sent, and settles what it took from the budget. To
 * be subscribed to once. Each attempt is a cost of its own, since the exchange counts each that it gets.
 */
final class Attempt<T> implements Departure<T> {

    private final RestRequest<?> request;
    private final URI host;
    private final RestExchange<T> exchange;
    private final RestContext context;

    private int round;
    private @Nullable Validity validity;
    private volatile @Nullable Permit permit;
    private volatile boolean left;
    private volatile @Nullable AnswerHead limited;

    Attempt(RestRequest<?> request, URI host, RestExchange<T> exchange, RestContext context) {
        this.request = request;
        this.host = host;
        this.exchange = exchange;
        this.context = context;
    }

    /** The answer. Cancelling gives up the place in the budget, or closes the connection. */
    Flux<T> answer() {
        return context.acquire(request).flatMapMany(this::admitted);
    }

    /** Which synchronisation of the clock the timestamp came from. */
    int round() {
        return round;
    }

    /** Until when the exchange takes what was sent; null when it isn't signed. */
    @Nullable Validity validity() {
        return validity;
    }

    private Flux<T> admitted(Permit granted) {
        permit = granted;
        Flux<T> sending = Flux.defer(this::send);
        RequestSecurity security = context.security();
        if (request.signed() && security != null && security.slow() && Schedulers.isInNonBlockingThread()) {
            // The subscriber's own thread may take its time over a signature. A thread of Reactor's must not, one of
            // the
            // parallel scheduler neither: the JDK reads random numbers of the operating system meanwhile.
            sending = sending.subscribeOn(Schedulers.boundedElastic(), false);
        }
        return sending.doOnNext(this::learn).doOnError(this::failed).doOnCancel(this::abandoned);
    }

    private Flux<T> send() {
        round = context.clockSync().round();
        Target target = request.target(host, context.security());
        validity = target.validity();
        return context.transport().send(request, target, this);
    }

    @Override
    public void on(Connection connection) {
        exchange.on(connection);
    }

    @Override
    public boolean leave() {
        // Said before it is true: what is cancelled just now had better count as sent.
        left = true;
        return exchange.leave();
    }

    @Override
    public CoreSubscriber<ByteBuf> arrive(AnswerHead head, CoreSubscriber<? super T> actual) {
        if (head.isLimit()) {
            // Whoever waits must find the gate closed before there is room again, and the body says which gate.
            limited = head;
        } else {
            settle(head);
        }
        return exchange.arrive(head, actual);
    }

    private void learn(T answer) {
        if (answer instanceof ExchangeInfo info) {
            context.budget().learn(info);
        }
    }

    private void failed(Throwable error) {
        if (error instanceof BadAnswer answer && answer.failure() != null) {
            heed(answer.failure());
        }
        end(left && !Failover.neverLeft(error));
    }

    private void abandoned() {
        end(left);
    }

    /** The exchange wants to hear nothing for a while, or no orders of this account. */
    private void heed(Failure failure) {
        AccountKey account = context.accountOf(request);
        if (failure.code() == ErrorCode.TOO_MANY_ORDERS.code() && account != null) {
            context.budget().closeOrders(account, failure.retryAfter());
            unlimit();
        } else if (failure.code() == ErrorCode.TOO_MANY_REQUESTS.code()) {
            close(failure.retryAfter());
        }
    }

    private void end(boolean sent) {
        AnswerHead head = limited;
        if (head != null) {
            close(head.retryAfter());
        }
        Permit taken = permit;
        if (taken == null) {
            return;
        }
        // Without effect after an answer.
        if (sent) {
            taken.lost();
        } else {
            taken.notSent();
        }
    }

    private void close(@Nullable Instant until) {
        context.budget().close(until);
        unlimit();
    }

    private void unlimit() {
        AnswerHead head = limited;
        limited = null;
        if (head != null) {
            settle(head);
        }
    }

    private void settle(AnswerHead head) {
        Permit taken = permit;
        if (taken != null) {
            taken.answered(head.usage());
        }
    }
}
