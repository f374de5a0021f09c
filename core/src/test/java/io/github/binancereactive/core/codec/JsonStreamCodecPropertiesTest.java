/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.binancereactive.core.codec.DrawnEvents.Drawn;
import io.github.binancereactive.core.stream.MarketStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever the exchange could say is understood, however it is written; whatever else arrives is refused and no more. */
class JsonStreamCodecPropertiesTest {

    private static final JsonMapper JACKSON = new JsonMapper();

    private final HeardFrames heard = new HeardFrames(DrawnEvents.STREAMS.toArray(MarketStream<?>[]::new));

    @Provide
    Arbitrary<Drawn> events() {
        return DrawnEvents.any();
    }

    private byte[] frame(Drawn drawn) {
        return ("{\"stream\":\"" + drawn.stream() + "\",\"data\":" + json(drawn) + "}").getBytes(UTF_8);
    }

    private String json(Drawn drawn) {
        return new String(heard.codec.encode(drawn.event()), UTF_8);
    }

    private void decode(byte[] frame, int length) {
        heard.events.clear();
        heard.codec.decode(frame, 0, length, heard);
    }

    @Property
    void whatIsEncodedIsDecoded(@ForAll("events") Drawn drawn) {
        byte[] frame = frame(drawn);

        decode(frame, frame.length);

        assertThat(heard.events).containsExactly(drawn.event());
        assertThat(heard.unknown).isEmpty();
    }

    @Property
    void microsecondsAreDecodedToTheSame(@ForAll("events") Drawn drawn) {
        byte[] encoded = heard.codec.inMicroseconds().encode(drawn.event());

        assertThat(heard.event(drawn.stream(), new String(encoded, UTF_8))).isEqualTo(drawn.event());
    }

    @Property
    void orderSpacesEscapesAndNewFieldsDoNotMatter(@ForAll("events") Drawn drawn, @ForAll Random random) {
        byte[] frame = new RearrangedJson(random).write(JACKSON.readTree(frame(drawn)));

        decode(frame, frame.length);

        assertThat(heard.events).containsExactly(drawn.event());
    }

    /** But for the reference price, which may be. */
    @Property(tries = 200)
    void noFieldMayBeMissingOrNull(@ForAll("events") Drawn drawn) {
        ObjectNode whole = (ObjectNode) JACKSON.readTree(json(drawn));
        for (String name : names(whole)) {
            boolean optional = name.equals("r") && drawn.stream().name().endsWith("@referencePrice");
            assertRefused(drawn.stream(), without(whole, name), optional ? null : name);
            assertRefused(drawn.stream(), whole.deepCopy().putNull(name), optional ? null : "");
        }
        if (whole.get("k") instanceof ObjectNode kline) {
            for (String name : names(kline)) {
                assertRefused(drawn.stream(), whole.deepCopy().set("k", without(kline, name)), name);
                assertRefused(
                        drawn.stream(),
                        whole.deepCopy().set("k", kline.deepCopy().putNull(name)),
                        "");
            }
        }
    }

    private static List<String> names(ObjectNode json) {
        return new ArrayList<>(json.propertyNames());
    }

    private static ObjectNode without(ObjectNode json, String name) {
        ObjectNode copy = json.deepCopy();
        copy.remove(name);
        return copy;
    }

    private void assertRefused(MarketStream<?> stream, JsonNode data, @Nullable String name) {
        if (name == null) {
            heard.event(stream, data.toString());
            return;
        }
        assertThatExceptionOfType(DecodingException.class)
                .as("%s", data)
                .isThrownBy(() -> heard.event(stream, data.toString()))
                .withMessageContaining(name.isEmpty() ? "" : "'" + name + "' is missing");
    }

    @Property(tries = 200)
    void everyCutShows(@ForAll("events") Drawn drawn) {
        byte[] frame = frame(drawn);
        for (int length = 0; length < frame.length; length++) {
            int cut = length;
            assertThatExceptionOfType(DecodingException.class)
                    .as("%d bytes", cut)
                    .isThrownBy(() -> decode(frame, cut));
        }
    }

    @Property
    void damageIsSurvived(
            @ForAll("events") Drawn drawn,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1 << 20) Integer> damages) {
        byte[] frame = frame(drawn);
        for (int damage : damages) {
            frame[damage % frame.length] = (byte) (damage / frame.length);
        }
        readOrRefuse(frame);
    }

    @Property(tries = 100)
    void damageOfEachByteIsSurvived(@ForAll("events") Drawn drawn, @ForAll byte other) {
        byte[] frame = frame(drawn);
        for (int i = 0; i < frame.length; i++) {
            byte before = frame[i];
            frame[i] = other;
            readOrRefuse(frame);
            frame[i] = before;
        }
    }

    @Property
    void randomBytesAreSurvived(@ForAll byte[] bytes) {
        readOrRefuse(bytes);
    }

    private void readOrRefuse(byte[] frame) {
        try {
            decode(frame, frame.length);
        } catch (DecodingException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Property
    void requestsSayWhatJacksonReads(@ForAll long id, @ForAll @Size(min = 1, max = 5) List<String> names) {
        List<String> streams = names.stream()
                .filter(name -> UTF_8.newEncoder().canEncode(name))
                .toList();
        if (streams.isEmpty()) {
            return;
        }
        FrameBuffer target = new FrameBuffer(1);
        heard.codec.subscribe(id, streams, target);

        JsonNode json = JACKSON.readTree(new String(target.array(), 0, target.length(), UTF_8));

        assertThat(json.get("id").asLong()).isEqualTo(id);
        assertThat(json.get("params").valueStream().map(JsonNode::asString)).isEqualTo(streams);
    }
}
