/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.trade.CancelReplaceAnswer;
import io.github.binancereactive.core.model.trade.CancelReplaceResult;
import io.github.binancereactive.core.model.trade.Refusal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refusal carries beside its code: the same on both wires. */
class ErrorDetailTest {

    private static final ResultType<?> DETAIL = Objects.requireNonNull(TradingEndpoints.CANCEL_REPLACE.errorDetail());
    private static final String NOT_TRIED = "{\"cancelResult\":\"FAILURE\",\"newOrderResult\":\"NOT_ATTEMPTED\","
            + "\"cancelResponse\":{\"code\":-2011,\"msg\":\"Unknown order sent.\"},\"newOrderResponse\":null}";
    private static final CancelReplaceAnswer DECODED = new CancelReplaceAnswer(
            CancelReplaceResult.FAILURE,
            CancelReplaceResult.NOT_ATTEMPTED,
            new Refusal(-2011, "Unknown order sent."),
            null);

    private final JsonCodec codec = JsonCodec.create();

    private static String error(String data) {
        return "{\"code\":-2022,\"msg\":\"Order cancel-replace failed.\"" + data + "}";
    }

    private @Nullable ErrorBody rest(String json, @Nullable ResultType<?> detail) {
        byte[] bytes = ("  " + json + "  ").getBytes(UTF_8);
        return codec.decodeError(bytes, 1, bytes.length - 2, detail);
    }

    private @Nullable ErrorBody webSocket(String json, @Nullable ResultType<?> detail) {
        byte[] bytes = ("{\"id\":9,\"status\":400,\"error\":" + json + ",\"rateLimits\":[]}").getBytes(UTF_8);
        InboundFrame frame = new InboundFrame();
        codec.envelopes()
                .decode(
                        bytes,
                        0,
                        bytes.length,
                        new EnvelopeCodec.Expectations() {
                            @Override
                            public ResultType<?> resultOf(long id) {
                                return TradingEndpoints.CANCEL_REPLACE.result();
                            }

                            @Override
                            public @Nullable ResultType<?> detailOf(long id) {
                                return id == 9 ? detail : null;
                            }
                        },
                        frame);
        assertThat(frame.id()).isEqualTo(9);
        assertThat(frame.status()).isEqualTo(400);
        return frame.error();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"data\":" + NOT_TRIED,
                ",\"data\" :  " + NOT_TRIED + " , \"new\":[{}]",
            })
    void isRead(String data) {
        ErrorBody expected = new ErrorBody(-2022, "Order cancel-replace failed.", null, DECODED);

        assertThat(rest(error(data), DETAIL)).isEqualTo(expected);
        assertThat(webSocket(error(data), DETAIL)).isEqualTo(expected);
    }

    @Test
    void isSkippedWhereNobodyWantsIt() {
        ErrorBody expected = new ErrorBody(-2022, "Order cancel-replace failed.", null);

        assertThat(rest(error(",\"data\":" + NOT_TRIED), null)).isEqualTo(expected);
        assertThat(webSocket(error(",\"data\":" + NOT_TRIED), null)).isEqualTo(expected);
    }

    /** The code says enough by itself, and must not get lost. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"data\":null",
                ",\"data\":[1,2]",
                ",\"data\":\"x\"",
                ",\"data\":{\"cancelResult\":7}",
                ",\"data\":{\"cancelResult\":\"FAILURE\",\"cancelResponse\":{\"msg\":\"no code\"}}",
            })
    void whatCantBeUnderstoodIsNoDetail(String data) {
        ErrorBody expected = new ErrorBody(-2022, "Order cancel-replace failed.", null);

        assertThat(rest(error(data), DETAIL)).isEqualTo(expected);
        assertThat(webSocket(error(data), DETAIL)).isEqualTo(expected);
    }

    @Test
    void aLimitIsNoDetail() {
        String data = ",\"data\":{\"serverTime\":1659142907531,\"retryAfter\":1659146400000}";
        ErrorBody expected = new ErrorBody(-2022, "Order cancel-replace failed.", Instant.ofEpochMilli(1659146400000L));

        assertThat(rest(error(data), DETAIL)).isEqualTo(expected);
        assertThat(webSocket(error(data), DETAIL)).isEqualTo(expected);
    }
}
