/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.model.general.ExchangeInfo;
import io.github.binancereactive.core.model.general.ExecutionRules;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.core.model.general.Sor;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkedDecoderTest {

    private static final String SYMBOL = "{\"symbol\":\"１２\\\"]},\",\"status\":\"TRADING\",\"baseAsset\":\"\\u00e4[{\","
            + "\"quoteAsset\":\"ä€\",\"defaultSelfTradePreventionMode\":\"NONE\",\"permissionSets\":[[\"A\",\"B\"],[]],"
            + "\"filters\":[{\"filterType\":\"MAX_POSITION\",\"maxPosition\":-1.5e-3}]}";

    private static final Map<ResultType<?>, List<String>> DOCUMENTS = Map.of(
            GeneralEndpoints.EXCHANGE_INFO.result(),
            List.of(
                    "{\"timezone\":\"UTC\",\"serverTime\":1,\"symbols\":[" + SYMBOL + "," + SYMBOL
                            + "],\"sors\":[{\"baseAsset\":" + "\"A\",\"symbols\":[\"B\"]}]}",
                    "{\"symbols\" :\n[ " + SYMBOL + " , " + SYMBOL
                            + "\n] , \"serverTime\":1,\"timezone\":\"sym\\\"bols\"} ",
                    "{\"x\":{\"symbols\":[1,2]},\"symbols\":[],\"serverTime\":1,\"timezone\":\"symbols\",\"symbols2\":[3]}",
                    "{\"timezone\":\"UTC\",\"serverTime\":1}",
                    "{\"timezone\":\"UTC\",\"serverTime\":1,\"symb\\u006fls\":[" + SYMBOL + "]}"),
            GeneralEndpoints.EXECUTION_RULES.result(),
            List.of(
                    "{\"symbolRules\":[{\"symbol\":\"A\",\"rules\":[{\"ruleType\":\"PRICE_RANGE\"}]},{\"symbol\":\"B\"}]}"),
            ResultType.listOf(ServerTime.class),
            List.of(
                    "[{\"serverTime\":1},{\"x\":[\"]\"],\"serverTime\":2}]",
                    " [ ] ",
                    "[{\"serverTime\":1}\t,{\"serverTime\":2} ]"),
            ResultType.of(Sor.class),
            List.of("{\"baseAsset\":\"A\",\"symbols\":[\"B\",\"C\"]}"));

    private final JsonCodec codec = JsonCodec.create();

    private Object chunked(ResultType<?> type, byte[] bytes, List<Integer> sizes) {
        ChunkedDecoder<?> decoder = codec.chunked(type);
        int offset = 0;
        for (int i = 0; offset < bytes.length; i++) {
            int length = sizes.isEmpty() ? bytes.length : Math.min(sizes.get(i % sizes.size()), bytes.length - offset);
            byte[] own = new byte[length + 2]; // overwritten below: a decoder must not keep it
            System.arraycopy(bytes, offset, own, 1, length);
            decoder.feed(own, 1, length);
            Arrays.fill(own, (byte) '!');
            offset += length;
        }
        return String.valueOf(decoder.finish());
    }

    private Object decoded(Decoding decoding) {
        try {
            return decoding.decode();
        } catch (DecodingException e) {
            return "refused";
        }
    }

    private interface Decoding {
        Object decode();
    }

    @Property(tries = 3000)
    void anyChunkingDecodesLikeTheWhole(
            @ForAll("documents") Document document,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 40) Integer> sizes) {
        byte[] bytes = document.json.getBytes(UTF_8);

        Object whole = String.valueOf(codec.<Object>decode(document.untyped(), bytes, 0, bytes.length));

        assertThat(chunked(document.type, bytes, sizes)).isEqualTo(whole);
    }

    @Property(tries = 6000)
    void anyDamageIsJudgedLikeInTheWhole(
            @ForAll("documents") Document document,
            @ForAll @IntRange(max = 10_000) int position,
            @ForAll("damages") byte damage,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 40) Integer> sizes) {
        byte[] bytes = document.json.getBytes(UTF_8);
        bytes[position % bytes.length] = damage;

        Object whole = decoded(() -> String.valueOf(codec.<Object>decode(document.untyped(), bytes, 0, bytes.length)));

        assertThat(decoded(() -> chunked(document.type, bytes, sizes))).isEqualTo(whole);
    }

    @Property
    void whatIsCutShortIsRefused(
            @ForAll("documents") Document document,
            @ForAll @IntRange(max = 10_000) int cut,
            @ForAll @IntRange(min = 1, max = 40) int size) {
        byte[] bytes = document.json.strip().getBytes(UTF_8);
        byte[] head = Arrays.copyOf(bytes, cut % bytes.length);

        assertThatThrownBy(() -> chunked(document.type, head, List.of(size))).isInstanceOf(DecodingException.class);
    }

    @Test
    void decodesElementsAsTheyArrive() {
        ChunkedDecoder<List<ServerTime>> decoder = codec.chunked(ResultType.listOf(ServerTime.class));
        byte[] head = "[{\"serverTime\":1},{\"serverTime\":true}".getBytes(UTF_8);

        decoder.feed(head, 0, head.length);

        assertThatThrownBy(() -> decoder.feed(new byte[] {','}, 0, 1))
                .isInstanceOf(DecodingException.class)
                .hasMessageStartingWith("element 1 of List<ServerTime>, ServerTime: expected a time at $.serverTime");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[,]",
                "[{\"serverTime\":1},]",
                "[,{\"serverTime\":1}]",
                "[null]",
                "[{\"serverTime\":1}}",
                "5 []",
                "[] []"
            })
    void refusesWhatIsNoList(String json) {
        byte[] bytes = json.getBytes(UTF_8);

        assertThatThrownBy(() -> chunked(ResultType.listOf(ServerTime.class), bytes, List.of(3)))
                .isInstanceOf(DecodingException.class);
    }

    @Test
    void refusesAnArrayThatIsThereTwice() {
        byte[] bytes = "{\"symbolRules\":[{\"symbol\":\"A\"}],\"symbolRules\":[]}".getBytes(UTF_8);

        assertThatThrownBy(() -> chunked(ResultType.of(ExecutionRules.class), bytes, List.of(8)))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("there twice");
    }

    @Test
    void putsTheResultTogether() {
        ChunkedDecoder<ExchangeInfo> decoder = codec.chunked(GeneralEndpoints.EXCHANGE_INFO.result());
        byte[] bytes = ("{\"symbols\":[" + SYMBOL + "],\"serverTime\":5,\"timezone\":\"UTC\"}").getBytes(UTF_8);

        decoder.feed(bytes, 0, bytes.length);
        ExchangeInfo info = decoder.finish();

        assertThat(info).isNotNull();
        assertThat(info.serverTime()).isEqualTo(Instant.ofEpochMilli(5));
        assertThat(info.symbols())
                .singleElement()
                .satisfies(symbol -> assertThat(symbol.quoteAsset()).isEqualTo("ä€"));
    }

    @Provide
    Arbitrary<Document> documents() {
        return Arbitraries.of(DOCUMENTS.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(json -> new Document(entry.getKey(), json)))
                .toList());
    }

    @Provide
    Arbitrary<Byte> damages() {
        return Arbitraries.of(
                (byte) '{',
                (byte) '}',
                (byte) '[',
                (byte) ']',
                (byte) '"',
                (byte) ',',
                (byte) ':',
                (byte) '\\',
                (byte) ' ',
                (byte) '0',
                (byte) 'x',
                (byte) 0xFF);
    }

    record Document(ResultType<?> type, String json) {

        @SuppressWarnings("unchecked")
        ResultType<Object> untyped() {
            return (ResultType<Object>) type;
        }
    }
}
