/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.core.auth.CanonicalForm;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.codec.EnvelopeCodec;
import io.github.binancereactive.core.codec.FrameBuffer;
import io.github.binancereactive.core.codec.JsonCodec;
import io.github.binancereactive.core.codec.RequestStamp;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.QueryString;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.request.ClientOrderIds;
import io.github.binancereactive.core.request.NewOrder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order that benchmarks place, its bytes on either wire for those that send what was signed before, and its answer. */
public final class SampleOrder {

    /** That it was taken, as the exchange answers a limit order on either wire. */
    public static final String ANSWER = "{\"symbol\":\"BTCUSDT\",\"orderId\":12569099453,\"orderListId\":-1,"
            + "\"clientOrderId\":\"4d96324ff9d44481926157ec08158a40\",\"transactTime\":1700000000123,"
            + "\"price\":\"23416.10000000\",\"origQty\":\"0.00847000\",\"executedQty\":\"0.00000000\","
            + "\"origQuoteOrderQty\":\"0.000000\",\"cummulativeQuoteQty\":\"0.00000000\",\"status\":\"NEW\","
            + "\"timeInForce\":\"GTC\",\"type\":\"LIMIT\",\"side\":\"SELL\",\"workingTime\":1700000000123,"
            + "\"fills\":[],\"selfTradePreventionMode\":\"NONE\"}";

    private static final long ID = 1_234_567;
    private static final long TIMESTAMP = 1_700_000_000_123L;

    private SampleOrder() {}

    /**
     * A limit order, as most are.
     *
     * @return the order, without an id
     */
    public static NewOrder limit() {
        return NewOrder.limit("BTCUSDT", Side.SELL, new BigDecimal("0.00847"), new BigDecimal("23416.10"));
    }

    /**
     * The call that places it.
     *
     * @return with an id as clients give them
     */
    public static Call<OrderAnswer> call() {
        return limit().call().identified(ClientOrderIds.create());
    }

    /**
     * What a request carries at some time.
     *
     * @param credentials who signs; null when the log-on stands for it
     * @return the stamp
     */
    public static RequestStamp stamp(@Nullable Credentials credentials) {
        return new RequestStamp(TIMESTAMP, null, credentials);
    }

    /**
     * The text of a request over the WebSocket API.
     *
     * @param credentials who signs; null when the log-on stands for it
     * @return such as {@code {"id":1234567,"method":"order.place",...}}
     */
    public static String frame(@Nullable Credentials credentials) {
        EnvelopeCodec codec = JsonCodec.create().envelopes();
        FrameBuffer target = new FrameBuffer(512);
        codec.encode(ID, call(), stamp(credentials), target);
        return new String(target.array(), 0, target.length(), StandardCharsets.US_ASCII);
    }

    /**
     * The parameters of a request over REST.
     *
     * @param credentials who signs
     * @return a query string, signature included
     */
    public static String query(Credentials credentials) {
        Map<String, Object> parameters = new LinkedHashMap<>(call().parameters());
        parameters.put("timestamp", TIMESTAMP);
        String query = QueryString.of(parameters);
        String signature = credentials.signer().sign(CanonicalForm.rest(query, ""));
        return query + '&' + QueryString.of(Map.of("signature", signature));
    }

    /**
     * What the WebSocket API reports of the limits with the answer.
     *
     * @param limit how much fits into each window
     * @return a JSON array
     */
    public static String rateLimits(int limit) {
        return "[{\"rateLimitType\":\"ORDERS\",\"interval\":\"SECOND\",\"intervalNum\":10,\"limit\":" + limit
                + ",\"count\":12},{\"rateLimitType\":\"ORDERS\",\"interval\":\"DAY\",\"intervalNum\":1,\"limit\":"
                + limit
                + ",\"count\":4043},{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\",\"intervalNum\":1,\"limit\":"
                + limit + ",\"count\":321}]";
    }
}
