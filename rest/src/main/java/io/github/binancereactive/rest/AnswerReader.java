/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.codec.DecodingException;
import io.github.binancereactive.core.codec.ErrorBody;
import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.error.Failure;
import io.github.binancereactive.core.model.trade.PartialOutcome;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;

/**
 * Reads the body of one answer. A small one is collected and decoded where it arrives, on the event loop; as soon as it
 * proves to be large, its pieces go to a {@link PieceDecoder} elsewhere, so that the loop never works on it for long.
 *
 * <p>Signals of the body come on the event loop, and all fields but {@code large} and {@code cancelled} are confined to it.
 * The subscriber behind this one has unbounded demand. Cancelling before the end closes the connection.
 */
final class AnswerReader<R> implements CoreSubscriber<ByteBuf>, Subscription {

    /** Up to here decoding takes well under a millisecond, less than it would cost to hand the answer over. */
    static final int SMALL = 64 << 10;

    private final AnswerHead head;
    private final ResultType<R> type;
    private final @Nullable ResultType<?> detail;
    private final RestConfig config;
    private final Subscriber<? super R> actual;
    private final WholeBody body = new WholeBody();

    private @Nullable Subscription upstream;
    private long received;
    private boolean bounded;
    private boolean done;
    private volatile @Nullable PieceDecoder<R> large;
    private volatile boolean cancelled;

    AnswerReader(
            AnswerHead head,
            ResultType<R> type,
            @Nullable ResultType<?> detail,
            RestConfig config,
            Subscriber<? super R> actual) {
        this.detail = detail;
        this.head = head;
        this.type = type;
        this.config = config;
        this.actual = actual;
    }

    @Override
    public void onSubscribe(Subscription s) {
        upstream = s;
        actual.onSubscribe(this);
        String refusal = head.refusal(config.maxBodySize());
        if (refusal != null) {
            stop(BadAnswer.unreadable(refusal, null));
        } else {
            bounded = head.length() < 0 || head.length() > SMALL;
            s.request(bounded ? PieceDecoder.PREFETCH : Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(ByteBuf piece) {
        if (done) {
            return;
        }
        received += piece.readableBytes();
        PieceDecoder<R> decoder = large;
        if (decoder != null && received <= config.maxBodySize()) {
            decoder.offer(piece.retain());
        } else if (received <= Math.min(SMALL, config.maxBodySize())) {
            body.append(piece);
            if (bounded) {
                // However small the pieces are, the demand must not run dry before the body is large.
                subscription().request(1);
            }
        } else {
            grow(piece);
        }
    }

    @Override
    public void onComplete() {
        if (done) {
            return;
        }
        done = true;
        PieceDecoder<R> decoder = large;
        if (decoder != null) {
            decoder.complete();
        } else if (head.isSuccess()) {
            decode();
        } else {
            fail(failure());
        }
    }

    @SuppressWarnings("unchecked") // what a refusal carries of an outcome is what its endpoint answers
    private void fail(Failure failure) {
        PartialOutcome outcome = failure.partialOutcome();
        if (outcome == null) {
            actual.onError(BadAnswer.failed(failure));
        } else {
            actual.onNext((R) outcome);
            actual.onComplete();
        }
    }

    @Override
    public void onError(Throwable error) {
        if (done) {
            return;
        }
        done = true;
        Throwable cause = head.isSuccess() ? error : BadAnswer.cutShort(failureByStatus(), error);
        PieceDecoder<R> decoder = large;
        if (decoder != null) {
            decoder.fail(cause);
        } else {
            actual.onError(cause);
        }
    }

    @Override
    public void request(long n) {
        // The demand of the one subscriber behind this is unbounded.
    }

    @Override
    public void cancel() {
        cancelled = true;
        Subscription s = upstream;
        if (s != null) {
            s.cancel();
        }
        PieceDecoder<R> decoder = large;
        if (decoder != null) {
            decoder.cancel();
        }
    }

    /** A piece with which the body is no longer small. */
    private void grow(ByteBuf piece) {
        if (!head.isSuccess()) {
            // No error of the exchange is as long as that; the status says enough.
            stop(BadAnswer.failed(failureByStatus()));
        } else if (received > config.maxBodySize()) {
            stop(BadAnswer.unreadable(AnswerHead.tooLarge(config.maxBodySize()), null));
        } else {
            PieceDecoder<R> decoder =
                    new PieceDecoder<>(config.codec().chunked(type), config.decodeScheduler(), subscription(), actual);
            large = decoder;
            decoder.offer(body.release());
            decoder.offer(piece.retain());
            if (cancelled) {
                // cancel() may have looked for the decoder before it was there.
                decoder.cancel();
            }
        }
    }

    private void stop(BadAnswer why) {
        done = true;
        subscription().cancel();
        PieceDecoder<R> decoder = large;
        if (decoder != null) {
            decoder.fail(why);
        } else {
            actual.onError(why);
        }
    }

    private void decode() {
        if (body.length() == 0 && !type.isNothing()) {
            actual.onError(BadAnswer.unreadable("the answer is empty", null));
            return;
        }
        R answer;
        try {
            answer = body.length() == 0 ? null : config.codec().decode(type, body.bytes(), 0, body.length());
        } catch (Throwable e) {
            actual.onError(undecodable(e));
            return;
        }
        if (answer != null) {
            actual.onNext(answer);
        }
        actual.onComplete();
    }

    /** Whatever a decoder throws, even an error such as a stack overflow: the request has to end. */
    static BadAnswer undecodable(Throwable e) {
        Exceptions.throwIfJvmFatal(e);
        return e instanceof DecodingException
                ? BadAnswer.unreadable("the answer could not be decoded", e)
                : BadAnswer.unreadable("the decoder failed with " + e.getClass().getSimpleName(), null);
    }

    private Failure failure() {
        ErrorBody error = head.json() ? errorBody() : null;
        if (error == null) {
            return failureByStatus();
        }
        return new Failure(
                head.status(),
                error.code(),
                error.message(),
                head.retryAfter() != null ? head.retryAfter() : error.retryAfter(),
                error.detail());
    }

    private @Nullable ErrorBody errorBody() {
        try {
            return config.codec().decodeError(body.bytes(), 0, body.length(), detail);
        } catch (Throwable e) {
            Exceptions.throwIfJvmFatal(e);
            return null;
        }
    }

    private Failure failureByStatus() {
        return new Failure(head.status(), 0, "", head.retryAfter());
    }

    private Subscription subscription() {
        Subscription s = upstream;
        if (s == null) {
            throw new IllegalStateException("not subscribed");
        }
        return s;
    }
}
