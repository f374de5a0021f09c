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
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.core.model.general.Sor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementDecoderTest {

    private static final ResultType<List<Sor>> SORS = ResultType.listOf(Sor.class);
    private static final ResultType<List<Sor>> ONE_OR_MORE = ResultType.oneOrListOf(Sor.class);
    private static final String THREE = " [ {\"baseAsset\":\"ä€\\\"],[\",\"symbols\":[\"１２\",\"B\"]},"
            + "\n{\"x\":{\"y\":[[1,\"\\u00e4\\\\\"]]},\"baseAsset\":\"\",\"symbols\":[]} ,{\"baseAsset\":\"C\",\"symbols\":[]}\t] ";
    private static final String ONE = " {\"baseAsset\":\"[]\",\"symbols\":[\"A\",\"B\"]} ";

    private final JsonCodec codec = JsonCodec.create();
    private final List<Sor> elements = new ArrayList<>();

    @Test
    void anyTwoCutsYieldTheSameElements() {
        byte[] bytes = THREE.getBytes(UTF_8);
        List<Sor> whole = codec.decode(SORS, bytes, 0, bytes.length);
        for (int first = 0; first <= bytes.length; first++) {
            for (int second = first; second <= bytes.length; second++) {
                elements.clear();
                ElementDecoder decoder = codec.elements(SORS, elements::add);
                feed(decoder, bytes, 0, first);
                feed(decoder, bytes, first, second);
                feed(decoder, bytes, second, bytes.length);
                decoder.finish();
                assertThat(elements).hasSize(3).isEqualTo(whole);
            }
        }
    }

    @Test
    void anElementIsHandedOutWithTheCommaBehindIt() {
        byte[] bytes = "[{\"serverTime\":1},{\"serverTime\":2}]".getBytes(UTF_8);
        List<ServerTime> times = new ArrayList<>();
        ElementDecoder decoder = codec.elements(ResultType.listOf(ServerTime.class), times::add);
        int comma = new String(bytes, UTF_8).indexOf("},") + 1;

        feed(decoder, bytes, 0, comma);
        assertThat(times).isEmpty(); // "1}" could still be followed by what doesn't belong there
        feed(decoder, bytes, comma, comma + 1);
        assertThat(times).containsExactly(new ServerTime(Instant.ofEpochMilli(1)));
        feed(decoder, bytes, comma + 1, bytes.length);
        assertThat(times).hasSize(2);
        decoder.finish();
        assertThat(times).hasSize(2);
    }

    @Property
    void aSingleObjectInPlaceOfAListIsHandedOutAtTheEnd(@ForAll @IntRange(max = 60) int cut) {
        byte[] bytes = ONE.getBytes(UTF_8);
        List<Sor> found = new ArrayList<>();
        ElementDecoder decoder = codec.elements(ONE_OR_MORE, found::add);

        feed(decoder, bytes, 0, Math.min(cut, bytes.length));
        feed(decoder, bytes, Math.min(cut, bytes.length), bytes.length);
        assertThat(found).isEmpty();
        decoder.finish();

        assertThat(found).containsExactly(new Sor("[]", List.of("A", "B")));
    }

    @Property(tries = 3000)
    void anyDamageIsJudgedLikeInTheWhole(
            @ForAll @IntRange(max = 10_000) int position,
            @ForAll byte damage,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 40) Integer> sizes) {
        byte[] bytes = THREE.getBytes(UTF_8);
        bytes[position % bytes.length] = damage;

        assertThat(outcome(() -> streamed(bytes, sizes)))
                .isEqualTo(outcome(() -> String.valueOf(codec.<Object>decode(untyped(), bytes, 0, bytes.length))));
    }

    @Property
    void whatIsCutShortIsRefused(
            @ForAll @IntRange(max = 10_000) int cut, @ForAll @IntRange(min = 1, max = 40) int size) {
        byte[] bytes = THREE.strip().getBytes(UTF_8);
        byte[] head = Arrays.copyOf(bytes, cut % bytes.length);

        assertThatThrownBy(() -> streamed(head, List.of(size))).isInstanceOf(DecodingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "5", "[,]", "[null]", "[] []", "5 []", "{\"baseAsset\":\"A\",\"symbols\":[]}"})
    void refusesWhatIsNoList(String json) {
        byte[] bytes = json.getBytes(UTF_8);

        assertThatThrownBy(() -> streamed(bytes, List.of(3))).isInstanceOf(DecodingException.class);
        assertThat(elements).isEmpty();
    }

    @Test
    void whatCameBeforeADamagedElementIsHandedOut() {
        byte[] bytes = "[{\"baseAsset\":\"A\",\"symbols\":[]},{\"baseAsset\":5},".getBytes(UTF_8);
        ElementDecoder decoder = codec.elements(SORS, elements::add);

        assertThatThrownBy(() -> feed(decoder, bytes, 0, bytes.length))
                .isInstanceOf(DecodingException.class)
                .hasMessageStartingWith("element 1 of List<Sor>, Sor: ");
        assertThat(elements).hasSize(1);
    }

    @Test
    @SuppressWarnings("unchecked") // that is the mistake
    void refusesATypeThatIsNoList() {
        ResultType<?> type = GeneralEndpoints.TIME.result();

        assertThatThrownBy(() -> codec.elements((ResultType<List<Object>>) type, each -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ServerTime is no list");
    }

    private String streamed(byte[] bytes, List<Integer> sizes) {
        List<Sor> found = new ArrayList<>();
        ElementDecoder decoder = codec.elements(SORS, found::add);
        for (int i = 0, from = 0; from < bytes.length; i++) {
            int to = Math.min(bytes.length, from + sizes.get(i % sizes.size()));
            feed(decoder, bytes, from, to);
            from = to;
        }
        decoder.finish();
        return found.toString();
    }

    /** From an array that is overwritten afterwards: a decoder must not keep it. */
    private static void feed(ElementDecoder decoder, byte[] bytes, int from, int to) {
        byte[] own = Arrays.copyOfRange(bytes, from, to);
        decoder.feed(own, 0, own.length);
        Arrays.fill(own, (byte) '!');
    }

    private static String outcome(Decoding decoding) {
        try {
            return decoding.decode();
        } catch (DecodingException e) {
            return "refused";
        }
    }

    @SuppressWarnings("unchecked")
    private static ResultType<Object> untyped() {
        return (ResultType<Object>) (ResultType<?>) SORS;
    }

    private interface Decoding {
        String decode();
    }
}
