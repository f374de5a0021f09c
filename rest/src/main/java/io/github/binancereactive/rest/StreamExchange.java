/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;

/**
 * A subscription to a request whose answer is handed over element by element. The demand belongs to it and outlives
 * attempts; whoever reads the body of the attempt under way takes from it.
 *
 * <p>Elements come from the reader; an error can come from anywhere at the same moment. So all signals pass through
 * Reactor's serializing subscriber.
 */
final class StreamExchange<E> extends RestExchange<E> implements Subscription {

    private final RestRequest<List<E>> request;
    private final RestConfig config;
    private final CoreSubscriber<? super E> actual;
    private final CoreSubscriber<? super E> serial;
    private final Demand demand = new Demand();

    private volatile @Nullable ElementReader<E> reader;
    private volatile boolean begun;

    StreamExchange(RestRequest<List<E>> request, RestContext context, CoreSubscriber<? super E> actual) {
        super(request, context);
        this.request = request;
        this.config = context.config();
        this.actual = actual;
        this.serial = Operators.serialize(actual);
    }

    @Override
    void subscribe() {
        serial.onSubscribe(this);
    }

    @Override
    CoreSubscriber<?> actual() {
        return actual;
    }

    @Override
    CoreSubscriber<ByteBuf> arrive(AnswerHead head, CoreSubscriber<? super E> target) {
        if (!head.isSuccess() || head.refusal(config.maxBodySize()) != null) {
            return new AnswerReader<>(head, request.result(), null, config, refused(target));
        }
        ElementReader<E> next = new ElementReader<>(request.result(), config, demand, target);
        reader = next;
        return next;
    }

    @SuppressWarnings("unchecked") // from an answer that is no success comes an error and nothing else
    private CoreSubscriber<? super List<E>> refused(CoreSubscriber<? super E> target) {
        return (CoreSubscriber<? super List<E>>) (CoreSubscriber<?>) target;
    }

    @Override
    void beginAnew() {
        reader = null;
    }

    @Override
    boolean begun() {
        return begun;
    }

    @Override
    public void onNext(E element) {
        if (!ended()) {
            begun = true;
            serial.onNext(element);
        }
    }

    @Override
    void deliverEnd() {
        serial.onComplete();
    }

    @Override
    void deliverError(Throwable error) {
        serial.onError(error);
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            abort(Exceptions.nullOrNegativeRequestException(n));
            return;
        }
        demand.add(n);
        ElementReader<E> current = reader;
        if (current != null) {
            current.wake();
        }
    }

    @Override
    public void cancel() {
        cancelled();
    }

    /** While the answer moves on, and once all of it has come, there is nothing to be late. */
    @Override
    void onDeadline() {
        ElementReader<E> current = reader;
        if (current == null || ended()) {
            expire();
        } else if (current.hasMoved()) {
            goOn();
        } else if (!current.hasAll()) {
            expire();
        }
    }

    private void goOn() {
        try {
            startDeadline();
        } catch (RejectedExecutionException e) {
            // Whoever owns the event loops has shut them down.
            close();
        }
    }

    @Override
    boolean waitsForSubscriber() {
        ElementReader<E> current = reader;
        return current != null && current.isHeld();
    }
}
