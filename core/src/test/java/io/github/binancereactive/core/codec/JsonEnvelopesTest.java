/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.endpoint.Parameter;
import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.model.general.ExecutionRules;
import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import io.github.binancereactive.core.model.general.RateLimitUsage;
import io.github.binancereactive.core.model.general.ServerTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEnvelopesTest {

    private static final ServerTime TIME = new ServerTime(Instant.ofEpochMilli(1656400526260L));
    private static final String LIMITS = ",\"rateLimits\":[{\"rateLimitType\":\"REQUEST_WEIGHT\",\"count\":70}]";

    private static final Map<Long, ResultType<?>> WAITING = Map.of(
            1L, ResultType.nothing(),
            2L, GeneralEndpoints.TIME.result(),
            3L, GeneralEndpoints.EXECUTION_RULES.result(),
            4L, ResultType.listOf(ServerTime.class));

    private final List<String> unknown = new ArrayList<>();
    private final EnvelopeCodec envelopes = JsonCodec.create()
            .withUnknownFields((type, field) -> unknown.add(type + "." + field))
            .envelopes();
    private final InboundFrame frame = new InboundFrame();

    private InboundFrame read(String json) {
        return read(json, frame);
    }

    private InboundFrame read(String json, InboundFrame target) {
        byte[] bytes = ("{\"" + json + "}").getBytes(UTF_8); // a part of a larger array
        envelopes.decode(bytes, 2, bytes.length - 3, WAITING::get, target);
        return target;
    }

    private String written(long id, Call<?> call) {
        FrameBuffer buffer = new FrameBuffer(1);
        envelopes.encode(id, call, buffer);
        return new String(buffer.array(), 0, buffer.length(), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":2,\"status\":200,\"result\":{\"serverTime\":1656400526260}}",
                "{\"id\":2,\"status\":200,\"result\":{\"serverTime\":1656400526260}" + LIMITS + "}",
                "{\"result\":{\"serverTime\":1656400526260}" + LIMITS + ",\"status\":200,\"id\":2}",
                " {\n\"status\" : 200 ,\t\"result\" : { \"serverTime\" : 1656400526260 } , \"id\" : 2 } \r\n",
                "{\"\\u0069d\":2,\"new\":{\"a\":[{}]},\"status\":200,\"result\":{\"serverTime\":1656400526260000}}",
            })
    void readsAnswersInAnyOrder(String json) {
        read(json);

        assertThat(frame.isAnswer()).isTrue();
        assertThat(frame.id()).isEqualTo(2);
        assertThat(frame.status()).isEqualTo(200);
        assertThat(frame.result()).isEqualTo(TIME);
        assertThat(frame.error()).isNull();
        assertThat(frame.event()).isNull();
        assertThat(unknown).isEmpty();
    }

    @Test
    void readsResultsOfAllKinds() {
        assertThat(read("{\"id\":1,\"status\":200,\"result\":{\"x\":[1,{}]}" + LIMITS + "}")
                        .result())
                .isNull();
        assertThat(read("{\"id\":3,\"status\":200,\"result\":{\"symbolRules\":[]}" + LIMITS + "}")
                        .result())
                .isEqualTo(new ExecutionRules(List.of()));
        assertThat(read("{\"id\":4,\"result\" : [{\"serverTime\":1656400526260}] ,\"status\":200}")
                        .result())
                .isEqualTo(List.of(TIME));
        assertThat(frame.status()).isEqualTo(200);
    }

    @Test
    void reportsUnknownFieldsOfTheResult() {
        read("{\"id\":2,\"result\":{\"new\":{},\"serverTime\":1656400526260}}");

        assertThat(frame.result()).isEqualTo(TIME);
        assertThat(unknown).containsExactly("ServerTime.new");
    }

    @Test
    void skipsResultsThatNobodyWaitsFor() {
        read("{\"id\":99,\"status\":200,\"result\":{\"serverTime\":[\"whatever\"]}}");

        assertThat(frame.id()).isEqualTo(99);
        assertThat(frame.result()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "\"2\"", "\"a\\\"}b\"", "2.0", "2e0", "12345678901234567890", "[2]", "{\"id\":2}", "true"
            })
    void anIdThatIsNotOursIsStillAnAnswer(String id) {
        read("{\"id\":" + id + ",\"status\":200,\"result\":{\"serverTime\":1}}");

        assertThat(frame.isAnswer()).isTrue();
        assertThat(frame.id()).isEqualTo(InboundFrame.NO_ID);
        assertThat(frame.result()).isNull();
    }

    @Test
    void readsErrors() {
        read("{\"id\":2,\"status\":418,\"error\":{\"code\":-1003,\"msg\":\"banned \\u2026\",\"data\":{\"serverTime\":1,"
                + "\"retryAfter\":1659146400000}}" + LIMITS + "}");

        assertThat(frame.status()).isEqualTo(418);
        assertThat(frame.error())
                .isEqualTo(new ErrorBody(-1003, "banned \u2026", Instant.ofEpochMilli(1659146400000L)));
        assertThat(frame.result()).isNull();
    }

    @Test
    void readsErrorsOfNoRequest() {
        read("{\"id\":null,\"status\":401,\"error\":{\"code\":-2015,\"msg\":\"revoked\"}}");

        assertThat(frame.isAnswer()).isTrue();
        assertThat(frame.error()).isEqualTo(new ErrorBody(-2015, "revoked", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":{\"e\":\"serverShutdown\",\"E\":1770123456789}}",
                "{\"event\":{\"E\":1770123456789,\"e\":\"serverShutdown\"},\"subscriptionId\":null}",
                "{\"e\":\"serverShutdown\",\"E\":1}",
                "{\"e\":\"server\\u0053hutdown\"}",
            })
    void readsEvents(String json) {
        read(json);

        assertThat(frame.isAnswer()).isFalse();
        assertThat(frame.event()).isEqualTo("serverShutdown");
    }

    @Test
    void readsEventsOfSubscriptions() {
        assertThat(read("{\"subscriptionId\":0,\"event\":{\"e\":\"outboundAccountPosition\",\"B\":[{\"e\":\"no\"}]}}")
                        .event())
                .isEqualTo("outboundAccountPosition");
    }

    @Test
    void aFrameLeavesNothingToTheNext() {
        read(
                "{\"id\":2,\"status\":400,\"error\":{\"code\":-1,\"msg\":\"a\"},\"e\":\"x\",\"result\":{\"serverTime\":5}}");
        read("{}");

        assertThat(frame.isAnswer()).isFalse();
        assertThat(frame.id()).isEqualTo(InboundFrame.NO_ID);
        assertThat(frame.status()).isZero();
        assertThat(frame.result()).isNull();
        assertThat(frame.error()).isNull();
        assertThat(frame.event()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{\"id\":2",
                "{\"id\":2,\"status\":\"200\"}",
                "{\"id\":2,\"result\":{\"serverTime\":",
                "{\"id\":2,\"result\":{}}",
                "{\"id\":2,\"result\":null}",
                "{\"id\":3,\"result\":{\"symbolRules\":[5]}}",
                "{\"id\":3,\"result\":{\"symbolRules\":[]}",
                "{\"id\":3,\"result\":5}",
                "{\"id\":2,\"status\":99999999999}",
                "{\"id\":2,\"error\":{\"code\":\"x\"}}",
                "{\"id\":2}}",
                "{\"id\":2}{\"id\":2}",
                "<html>",
                "{\"id\":2,}",
            })
    void refusesWhatIsNoFrame(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(DecodingException.class)
                .hasNoCause();
    }

    @Test
    void theIdIsKnownWhenTheResultCannotBeRead() {
        assertThatThrownBy(() -> read("{\"id\":3,\"status\":200,\"result\":{\"symbolRules\":7}}"))
                .isInstanceOf(DecodingException.class);
        assertThat(frame.id()).isEqualTo(3);
        assertThat(frame.status()).isEqualTo(200);
    }

    @Test
    void writesRequestsWithoutParameters() {
        assertThat(written(0, Call.of(GeneralEndpoints.TIME))).isEqualTo("{\"id\":0,\"method\":\"time\"}");
        assertThat(written(Long.MAX_VALUE, Call.of(GeneralEndpoints.PING)))
                .isEqualTo("{\"id\":9223372036854775807,\"method\":\"ping\"}");
    }

    @Test
    void writesParametersOfAllKinds() {
        Endpoint<Void> endpoint = Endpoint.webSocketOnly("test.all")
                .takes(
                        Parameter.string("symbol"),
                        Parameter.strings("symbols"),
                        Parameter.number("limit"),
                        Parameter.decimal("price"),
                        Parameter.bool("flag"),
                        Parameter.oneOf("side", "BUY"))
                .returnsNothing();
        Call<Void> call = Call.of(endpoint)
                .with("symbol", "１２\"\\\n\u007f")
                .with("symbols", List.of("A", "ä"))
                .with("limit", -9_007_199_254_740_993L)
                .with("price", new BigDecimal("1E-8"))
                .with("flag", false)
                .with("side", "BUY");

        assertThat(written(10, call))
                .isEqualTo("{\"id\":10,\"method\":\"test.all\",\"params\":{\"symbol\":\"１２\\\"\\\\\\u000a\u007f\","
                        + "\"symbols\":[\"A\",\"ä\"],\"limit\":-9007199254740993,\"price\":\"0.00000001\",\"flag\":false,"
                        + "\"side\":\"BUY\"}}");
    }

    @Test
    void refusesCallsThatTheWebSocketApiDoesNotHave() {
        Endpoint<Void> restOnly = Endpoint.get("/api/v3/x").returnsNothing();

        assertThatThrownBy(() -> written(1, Call.of(restOnly)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GET /api/v3/x is not in the WebSocket API");
    }

    private static final String USED = "\"rateLimits\":[{\"rateLimitType\":\"ORDERS\",\"interval\":\"SECOND\","
            + "\"intervalNum\":10,\"limit\":50,\"count\":12},{\"count\":321,\"limit\":6000,\"new\":[1],\"intervalNum\":1,"
            + "\"interval\":\"MINUTE\",\"rateLimitType\":\"REQUEST_WEIGHT\"}]";

    @Test
    void readsRateLimitsForThoseWhoWantThem() {
        read("{\"id\":1,\"status\":200," + USED + "}");
        assertThat(frame.rateLimits()).isEmpty();

        InboundFrame keeping = new InboundFrame(true);
        read("{\"id\":1,\"status\":200," + USED + "}", keeping);
        List<RateLimitUsage> first = keeping.rateLimits();
        assertThat(first)
                .containsExactly(
                        new RateLimitUsage(new RateLimit(RateLimitType.ORDERS, RateLimitInterval.SECOND, 10, 50), 12),
                        new RateLimitUsage(
                                new RateLimit(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.MINUTE, 1, 6000), 321));

        read("{" + USED.replace("6000", "5000") + ",\"id\":1,\"status\":400}", keeping);
        assertThat(keeping.rateLimits().get(0).limit()).isSameAs(first.get(0).limit());
        assertThat(keeping.rateLimits().get(1).limit().limit()).isEqualTo(5000);
        assertThat(first.get(1).limit().limit()).isEqualTo(6000);

        read("{\"id\":1,\"status\":200}", keeping);
        assertThat(keeping.rateLimits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "[1,null,[],\"a\"]",
                "[{}]",
                "[{\"intervalNum\":1,\"limit\":-1,\"count\":1}]",
                "[{\"intervalNum\":1.5,\"limit\":{},\"count\":\"1\"}]",
            })
    void rateLimitsThatMakeNoSenseSpoilNoAnswer(String rateLimits) {
        InboundFrame keeping = new InboundFrame(true);
        read("{\"rateLimits\":" + rateLimits + ",\"id\":2,\"result\":{\"serverTime\":1656400526260}}", keeping);
        assertThat(keeping.result()).isEqualTo(TIME);
        assertThat(keeping.rateLimits()).isEmpty();
    }

    @Test
    void limitsOfTomorrowAreUnknown() {
        InboundFrame keeping = new InboundFrame(true);
        read(
                "{\"id\":1,\"rateLimits\":[{\"rateLimitType\":\"NEW\",\"interval\":null,\"intervalNum\":1,\"limit\":1,"
                        + "\"count\":99999999999}]}",
                keeping);
        assertThat(keeping.rateLimits())
                .containsExactly(new RateLimitUsage(
                        new RateLimit(RateLimitType.UNKNOWN, RateLimitInterval.UNKNOWN, 1, 1), Integer.MAX_VALUE));
    }
}
