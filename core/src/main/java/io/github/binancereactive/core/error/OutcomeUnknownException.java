/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

import io.github.binancereactive.core.endpoint.Call;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that changes something was sent, and whether the exchange carried it out is not known: no answer came, or the
 * answer itself said so (-1006, -1007, 5xx). It is never sent again by this library. Find out before doing anything else: {@code
 * SpotApi.resolve} does, by what this exception carries. It can't be a method of this exception, which would then have to know
 * the APIs that throw it.
 */
public non-sealed class OutcomeUnknownException extends BinanceException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String clientOrderId;
    private final @Nullable Instant latestAcceptance;
    private final transient @Nullable Call<?> call;

    /**
     * An unknown outcome of which only a name is known: nobody but the caller can find out what became of it.
     *
     * @param endpoint name of the endpoint
     * @param message why the outcome is unknown
     * @param clientOrderId what to ask for; null when the request carried none
     * @param cause what led to it
     */
    public OutcomeUnknownException(
            String endpoint, String message, @Nullable String clientOrderId, @Nullable Throwable cause) {
        super(endpoint, "outcome unknown, " + message, cause);
        this.clientOrderId = clientOrderId;
        this.latestAcceptance = null;
        this.call = null;
    }

    /**
     * An unknown outcome of a call.
     *
     * @param call what was asked for, as it was sent but for the parameters of the signature
     * @param message why the outcome is unknown
     * @param latestAcceptance the last moment, by the exchange's clock, at which the exchange takes the request: its timestamp plus
     *     its {@code recvWindow}; null when it isn't known
     * @param cause what led to it
     */
    public OutcomeUnknownException(
            Call<?> call, String message, @Nullable Instant latestAcceptance, @Nullable Throwable cause) {
        super(call.endpoint().name(), "outcome unknown, " + message, cause);
        this.clientOrderId = call.clientOrderId();
        this.latestAcceptance = latestAcceptance;
        this.call = call;
    }

    /**
     * The client order id that tells the outcome; see {@link Call#clientOrderId()}.
     *
     * @return empty when the request carried none
     */
    public Optional<String> clientOrderId() {
        return Optional.ofNullable(clientOrderId);
    }

    /**
     * What the request was about.
     *
     * @return empty when it has no symbol, or when that isn't known
     */
    public Optional<String> symbol() {
        return call().map(asked -> asked.parameters().get("symbol")).map(Object::toString);
    }

    /**
     * The last moment, by the exchange's clock, at which the exchange takes the request: later it refuses it, wherever it has been
     * meanwhile.
     *
     * @return empty when it isn't known; no request is taken for longer than a minute
     * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security">Timing security</a>
     */
    public Optional<Instant> latestAcceptance() {
        return Optional.ofNullable(latestAcceptance);
    }

    /**
     * What was asked for. Its parameters are the caller's own and not meant for logs.
     *
     * @return empty when it isn't known; not part of the serial form
     */
    public Optional<Call<?>> call() {
        return Optional.ofNullable(call);
    }
}
