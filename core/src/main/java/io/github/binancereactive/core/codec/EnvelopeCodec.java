/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.ResultType;
import org.jspecify.annotations.Nullable;

/**
 * The frames of the WebSocket API: requests out, answers and events in. Stateless and safe for any number of threads;
 * never blocks.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/request-format">Request format</a>
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/response-format">Response format</a>
 */
public interface EnvelopeCodec {

    /**
     * Appends a request frame.
     *
     * @param id what the answer will carry
     * @param call a call of an endpoint that the WebSocket API has
     * @param target where to append it
     */
    void encode(long id, Call<?> call, FrameBuffer target);

    /**
     * Appends a request frame that the exchange asks to be stamped, and signed unless the session is logged on.
     *
     * @param id what the answer will carry
     * @param call a call of an endpoint that the WebSocket API has
     * @param stamp what it carries beside its parameters
     * @param target where to append it; its content is undefined when this throws
     */
    void encode(long id, Call<?> call, RequestStamp stamp, FrameBuffer target);

    /**
     * Reads an inbound frame in one pass: as soon as the id is read, it asks what the result should be and decodes the
     * result in place.
     *
     * @param source holds the frame; not kept and not changed
     * @param offset where it begins
     * @param length how many bytes it has
     * @param expectations tells which type the result of a request has
     * @param target is cleared first, then filled
     * @throws DecodingException when this is no frame of the WebSocket API; {@code target} holds what was read before, so
     *     the id may be known
     */
    void decode(byte[] source, int offset, int length, Expectations expectations, InboundFrame target);

    /** What results are waited for. */
    @FunctionalInterface
    interface Expectations {

        /**
         * The type of the result of a request.
         *
         * @param id id of the request
         * @return null when nobody waits for it; the result is then skipped
         */
        @Nullable ResultType<?> resultOf(long id);

        /**
         * The type of what the refusal of a request carries beside its code.
         *
         * @param id id of the request
         * @return null when it carries nothing else
         */
        default @Nullable ResultType<?> detailOf(long id) {
            return null;
        }
    }
}
