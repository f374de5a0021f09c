/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.codec.DecodingException;
import io.github.binancereactive.core.codec.EnvelopeCodec;
import io.github.binancereactive.core.codec.ErrorBody;
import io.github.binancereactive.core.codec.InboundFrame;
import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.error.ErrorCode;
import io.github.binancereactive.core.error.Failure;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.model.trade.PartialOutcome;
import io.github.binancereactive.core.model.user.UserDataEvent;
import io.github.binancereactive.ws.session.SessionSocket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings answers to the requests they belong to, and everything else that the exchange sends to where it belongs. Any thread. */
final class Answers implements EnvelopeCodec.Expectations {

    private static final String SERVER_SHUTDOWN = "serverShutdown";

    private final RequestCorrelator correlator;
    private final PendingTable table;
    private final RequestCounters counters;
    private final @Nullable RequestPacing pacing;

    Answers(
            RequestCorrelator correlator,
            PendingTable table,
            RequestCounters counters,
            @Nullable RequestPacing pacing) {
        this.correlator = correlator;
        this.table = table;
        this.counters = counters;
        this.pacing = pacing;
    }

    /** A frame to read into, which keeps what somebody wants to know. */
    InboundFrame newFrame() {
        return new InboundFrame(pacing != null);
    }

    @Override
    public @Nullable ResultType<?> resultOf(long id) {
        PendingRequest<?> request = table.find(id);
        return request == null ? null : request.endpoint().result();
    }

    @Override
    public @Nullable ResultType<?> detailOf(long id) {
        PendingRequest<?> request = table.find(id);
        return request == null ? null : request.endpoint().errorDetail();
    }

    void received(SessionSocket socket, InboundFrame frame) {
        if (!frame.isAnswer()) {
            event(socket, frame);
        } else if (frame.id() == InboundFrame.NO_ID) {
            uncorrelated(socket, frame);
        } else {
            answered(socket, frame);
        }
    }

    private void answered(SessionSocket socket, InboundFrame frame) {
        PendingRequest<?> request = table.find(frame.id());
        if (pacing != null) {
            pacing.answered(request, frame);
        }
        String missing = request == null ? null : missing(request, frame);
        if (missing != null) {
            garbled(socket, frame.id(), new DecodingException("an answer without " + missing, null));
            return;
        }
        if (request != null && settle(request, socket, frame)) {
            counters.answered.increment();
        } else if (table.wasIssued(frame.id())) {
            counters.lateOrDuplicate.increment();
        } else {
            counters.unknownIds.increment();
        }
    }

    /** Ends a request by its answer, or has it sent again. Says whether the answer was still waited for. */
    private boolean settle(PendingRequest<?> request, SessionSocket socket, InboundFrame frame) {
        if (frame.status() == 200) {
            correlator.logon().succeeded(request.terms(), socket);
            return request.answer(frame.result());
        }
        Failure failure = failure(frame);
        if (failure.code() == ErrorCode.INVALID_TIMESTAMP.code() && request.takeBack()) {
            correlator.retime(request, exception(request, failure));
            return true;
        }
        PartialOutcome outcome = failure.partialOutcome();
        return outcome == null ? request.fail(exception(request, failure)) : request.answer(outcome);
    }

    /** What makes this no answer: without status it is neither a success nor a refusal. */
    private static @Nullable String missing(PendingRequest<?> request, InboundFrame frame) {
        if (frame.status() == 0) {
            return "status";
        }
        boolean needsResult =
                frame.status() == 200 && !request.endpoint().result().isNothing();
        return needsResult && frame.result() == null ? "result" : null;
    }

    private void event(SessionSocket socket, InboundFrame frame) {
        UserDataEvent event = frame.userData();
        if (SERVER_SHUTDOWN.equals(frame.event())) {
            correlator.session().rotate(socket, SERVER_SHUTDOWN);
        } else if (event == null || !correlator.uses().onEvent(socket, frame.subscriptionId(), event)) {
            counters.ignoredEvents.increment();
        }
    }

    // --- errors that name no request ---

    /** The session was revoked, or a request could not even be parsed. */
    private void uncorrelated(SessionSocket socket, InboundFrame frame) {
        counters.uncorrelatedErrors.increment();
        if (pacing != null) {
            pacing.answered(null, frame);
        }
        ErrorBody error = frame.error();
        if (error != null
                && error.code() == ErrorCode.REJECTED_MBX_KEY.code()
                && correlator.logon().revoked(socket)) {
            revoked(socket, frame.status(), error);
            return;
        }
        String reason =
                "an answer without id, status " + frame.status() + (error == null ? "" : ", code " + error.code());
        correlator.session().notice(socket, reason, null);
        endTheOnlyQuery(socket, frame);
    }

    /**
     * What relied on the log-on and only reads ends with the error: its answer may never come, and if it does, no harm is done.
     * Orders have their deadlines: one of them may have been carried out before.
     */
    private void revoked(SessionSocket socket, int status, ErrorBody error) {
        correlator
                .session()
                .notice(
                        socket,
                        "the log-on was revoked, status " + status + ", code " + error.code(),
                        new RejectedException("session.logon", status, error.code(), error.message()));
        Failure failure = new Failure(status, error.code(), error.message(), null);
        table.select(request -> request.isWrittenTo(socket) && request.reliesOnLogon()).stream()
                .filter(request -> request.endpoint().repeatable())
                .forEach(request -> request.fail(exception(request, failure)));
        correlator.uses().onRevoked(socket);
    }

    /**
     * With one query outstanding on this socket it is most likely that query's, and if not, no harm is done. An order is never
     * refused by a guess: the error may be about a key, or answer a request that was given up. It has its deadline.
     */
    private void endTheOnlyQuery(SessionSocket socket, InboundFrame frame) {
        List<PendingRequest<?>> candidates = table.select(request -> request.isWrittenTo(socket));
        if (candidates.size() != 1 || !candidates.get(0).endpoint().repeatable()) {
            return;
        }
        PendingRequest<?> only = candidates.get(0);
        if (only.terms().ours()) {
            // Nor is a key given up by a guess.
            only.fail(new TransientException(only.endpoint().name(), "an error without id came", null, null));
        } else {
            only.fail(exception(only, failure(frame)));
        }
    }

    private static Failure failure(InboundFrame frame) {
        ErrorBody error = frame.error();
        return error == null
                ? new Failure(frame.status(), 0, "", null)
                : new Failure(frame.status(), error.code(), error.message(), error.retryAfter(), error.detail());
    }

    private static BinanceException exception(PendingRequest<?> request, Failure failure) {
        return failure.toException(request.call(), request.latestAcceptance());
    }

    /** A frame that is none of the API's; its id may have been read before that showed. */
    void garbled(SessionSocket socket, long id, RuntimeException cause) {
        counters.undecodable.increment();
        PendingRequest<?> request = id == InboundFrame.NO_ID ? null : table.find(id);
        if (request != null) {
            request.undecodable(cause);
        } else {
            correlator.session().notice(socket, "a frame that is not of the WebSocket API", cause);
        }
    }
}
