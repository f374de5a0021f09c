/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;

/** A subscription to a request whose answer is handed over as a whole. */
final class MonoExchange<R> extends RestExchange<R> {

    private final RestRequest<R> request;
    private final RestConfig config;
    private final Delivery delivery;

    private @Nullable R answer; // of the attempt under way

    MonoExchange(RestRequest<R> request, RestContext context, CoreSubscriber<? super R> actual) {
        super(request, context);
        this.request = request;
        this.config = context.config();
        this.delivery = new Delivery(actual);
    }

    @Override
    void subscribe() {
        delivery.actual().onSubscribe(delivery);
    }

    @Override
    CoreSubscriber<?> actual() {
        return delivery.actual();
    }

    @Override
    CoreSubscriber<ByteBuf> arrive(AnswerHead head, CoreSubscriber<? super R> reader) {
        return new AnswerReader<>(head, request.result(), request.errorDetail(), config, reader);
    }

    @Override
    boolean begun() {
        return false;
    }

    @Override
    public void onNext(R value) {
        answer = value;
    }

    @Override
    void deliverEnd() {
        delivery.deliver(answer);
    }

    @Override
    void deliverError(Throwable error) {
        delivery.deliverError(error);
    }

    private final class Delivery extends MonoDelivery<R> {

        Delivery(CoreSubscriber<? super R> actual) {
            super(actual);
        }

        @Override
        void onCancel() {
            cancelled();
        }
    }
}
