/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.endpoint.Parameter;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever arrives, a frame is read or refused; nothing else happens. */
class JsonEnvelopesFuzzTest {

    private static final JsonMapper JACKSON = new JsonMapper();
    private static final List<String> FRAMES = List.of(
            "{\"id\":1,\"status\":200,\"result\":{\"serverTime\":1656400526260},\"rateLimits\":[{\"rateLimitType\":\"ORDERS\","
                    + "\"interval\":\"DAY\",\"intervalNum\":1,\"limit\":6000,\"count\":70}]}",
            "{\"id\":2,\"status\":200,\"result\":{\"timezone\":\"UTC\",\"serverTime\":1,\"exchangeFilters\":[{\"filterType\":"
                    + "\"MAX_ASSET\",\"asset\":\"A\",\"limit\":\"1.0\"}],\"sors\":[{\"baseAsset\":\"\\u00e4\",\"symbols\":[]}]}}",
            "{\"id\":null,\"status\":418,\"error\":{\"code\":-1003,\"msg\":\"\\\"ä\",\"data\":{\"retryAfter\":1659146400000}}}",
            "{\"subscriptionId\":0,\"event\":{\"e\":\"serverShutdown\",\"E\":1}}",
            "{\"result\":{\"symbolRules\":[{\"symbol\":\"A\",\"rules\":[{\"ruleType\":\"X\",\"a\":[1.5e3]}]}]},\"id\":3}");

    private final EnvelopeCodec envelopes = JsonCodec.create().envelopes();

    private void readOrRefuse(byte[] bytes, int offset, int length) {
        try {
            envelopes.decode(
                    bytes,
                    offset,
                    length,
                    id -> id == 1
                            ? GeneralEndpoints.TIME.result()
                            : id == 2
                                    ? GeneralEndpoints.EXCHANGE_INFO.result()
                                    : id == 3 ? GeneralEndpoints.EXECUTION_RULES.result() : null,
                    new InboundFrame(true));
        } catch (DecodingException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Property
    void survivesRandomBytes(@ForAll byte[] bytes) {
        readOrRefuse(bytes, 0, bytes.length);
    }

    @Property(tries = 4000)
    void survivesDamage(
            @ForAll("frames") byte[] frame, @ForAll @Size(max = 6) List<@IntRange(max = 1 << 20) Integer> damages) {
        for (int damage : damages) {
            frame[damage % frame.length] = (byte) (damage / frame.length);
        }
        readOrRefuse(frame, 0, frame.length);
    }

    @Property
    void survivesCuts(@ForAll("frames") byte[] frame, @ForAll @IntRange(max = 1000) int cut) {
        int length = cut % (frame.length + 1);
        readOrRefuse(frame, 0, length);
        readOrRefuse(Arrays.copyOf(frame, length), 0, length); // without anything behind it
        readOrRefuse(frame, length, frame.length - length);
    }

    @Property
    void writesWhatJacksonReads(
            @ForAll long id, @ForAll("texts") String text, @ForAll List<@From("texts") String> texts) {
        Endpoint<Void> endpoint = Endpoint.webSocketOnly("m")
                .takes(Parameter.string("a"), Parameter.strings("b"))
                .returnsNothing();
        List<String> distinct = texts.stream().distinct().toList();
        FrameBuffer buffer = new FrameBuffer(1);

        envelopes.encode(id, Call.of(endpoint).with("a", text).with("b", distinct.isEmpty() ? null : distinct), buffer);

        JsonNode json = JACKSON.readTree(new String(buffer.array(), 0, buffer.length(), UTF_8));
        assertThat(json.get("id").asLong()).isEqualTo(id);
        assertThat(json.get("params").get("a").asString()).isEqualTo(text);
        for (int i = 0; i < distinct.size(); i++) {
            assertThat(json.get("params").get("b").get(i).asString()).isEqualTo(distinct.get(i));
        }
    }

    @Provide
    Arbitrary<byte[]> frames() {
        return Arbitraries.of(FRAMES).map(frame -> frame.getBytes(UTF_8));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .filter(text -> UTF_8.newEncoder().canEncode(text));
    }
}
