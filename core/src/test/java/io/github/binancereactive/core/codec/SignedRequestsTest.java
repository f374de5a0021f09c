/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.auth.CanonicalForm;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.auth.SignatureAlgorithm;
import io.github.binancereactive.core.auth.Signer;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.HttpVerb;
import io.github.binancereactive.core.endpoint.Parameter;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a signed request says, and that exactly this was signed. */
class SignedRequestsTest {

    private static final JsonMapper JACKSON = new JsonMapper();
    private static final long NOW = 1645423376532L;

    private static final Endpoint<Void> PLACE = Endpoint.rest(HttpVerb.POST, "/order")
            .ws("order.place")
            .takes(
                    Parameter.string("symbol"),
                    Parameter.decimal("price"),
                    Parameter.number("icebergs"),
                    Parameter.bool("truth"),
                    Parameter.strings("list"),
                    Parameter.decimal("recvWindow"))
            .returnsNothing();

    private final EnvelopeCodec envelopes = JsonCodec.create().envelopes();

    /** Shows what it was given instead of signing it. */
    private static final class Witness implements Signer {
        private byte[] payload = {};

        @Override
        public SignatureAlgorithm algorithm() {
            return SignatureAlgorithm.ED25519;
        }

        @Override
        public String sign(byte[] given) {
            payload = given;
            return "signed/+=";
        }
    }

    private String encode(Call<?> call, @Nullable Object recvWindow, @Nullable Credentials credentials) {
        FrameBuffer target = new FrameBuffer(16);
        envelopes.encode(7, call, new RequestStamp(NOW, recvWindow, credentials), target);
        return new String(target.array(), 0, target.length(), UTF_8);
    }

    @Example
    void carriesKeyTimestampAndSignature() {
        Call<Void> call = Call.of(PLACE).with("symbol", "BTCUSDT").with("price", new BigDecimal("1E+2"));
        Witness witness = new Witness();
        assertThat(encode(call, 5000L, Credentials.of("the-key", witness)))
                .isEqualTo("{\"id\":7,\"method\":\"order.place\",\"params\":{\"symbol\":\"BTCUSDT\",\"price\":\"100\","
                        + "\"recvWindow\":5000,\"timestamp\":1645423376532,\"apiKey\":\"the-key\","
                        + "\"signature\":\"signed/+=\"}}");
        assertThat(new String(witness.payload, UTF_8))
                .isEqualTo("apiKey=the-key&price=100&recvWindow=5000&symbol=BTCUSDT&timestamp=1645423376532");
    }

    @Example
    void signsAsTheDocumentedExampleDoes() {
        Credentials credentials = Credentials.hmac("key", "secret");
        String frame = encode(Call.of(PLACE).with("symbol", "１２３４５６"), null, credentials);
        String expected = credentials.signer().sign("apiKey=key&symbol=１２３４５６&timestamp=" + NOW);
        assertThat(frame).contains("\"signature\":\"" + expected + "\"");
    }

    @Example
    void aLoggedOnSessionNeedsTheTimestampOnly() {
        assertThat(encode(Call.of(PLACE), null, null))
                .isEqualTo("{\"id\":7,\"method\":\"order.place\",\"params\":{\"timestamp\":1645423376532}}");
    }

    @Example
    void theWindowOfTheCallComesFirst() {
        Call<Void> call = Call.of(PLACE).with("recvWindow", new BigDecimal("100.5"));
        assertThat(encode(call, 5000L, null))
                .contains("\"recvWindow\":\"100.5\"")
                .doesNotContain("5000");
    }

    @Example
    void anyNumberOfParametersIsSigned() {
        Parameter[] many = IntStream.range(0, 40)
                .mapToObj(i -> Parameter.number("p" + (i * 7) % 40))
                .toArray(Parameter[]::new);
        Call<Void> call = Call.of(
                Endpoint.rest(HttpVerb.POST, "/many").ws("many").takes(many).returnsNothing());
        for (Parameter each : many) {
            call = call.with(each.name(), 1L);
        }
        assertSignsItsCanonicalForm(call, null);
    }

    @Property
    void signsItsCanonicalForm(@ForAll("calls") Call<Void> call, @ForAll boolean window) {
        assertSignsItsCanonicalForm(call, window ? (Object) new BigDecimal("5000.125") : null);
    }

    private void assertSignsItsCanonicalForm(Call<?> call, @Nullable Object recvWindow) {
        Witness witness = new Witness();
        JsonNode params = JACKSON.readTree(encode(call, recvWindow, Credentials.of("k", witness)))
                .get("params");
        Map<String, Object> all = new LinkedHashMap<>(call.parameters());
        if (recvWindow != null) {
            all.putIfAbsent("recvWindow", recvWindow);
        }
        all.put("timestamp", NOW);
        all.put("apiKey", "k");
        assertThat(witness.payload).isEqualTo(CanonicalForm.webSocket(all));
        all.put("signature", "signed/+=");
        assertThat(params.propertyNames()).containsExactlyInAnyOrderElementsOf(all.keySet());
        all.forEach((name, value) -> assertThat(text(params.get(name))).isEqualTo(text(value)));
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.asString() : node.toString();
    }

    private static String text(Object value) {
        return value instanceof BigDecimal decimal
                ? decimal.toPlainString()
                : value instanceof List<?> ? JACKSON.writeValueAsString(value) : value.toString();
    }

    @Provide
    Arbitrary<Call<Void>> calls() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('\u0001', '\n', '"', '\\', 'ä', '１')
                .ofMinLength(1)
                .ofMaxLength(12);
        Arbitrary<List<String>> lists = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('"', '\\', '１')
                .ofMinLength(1)
                .ofMaxLength(4)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(3);
        Arbitrary<BigDecimal> decimals = Arbitraries.bigDecimals().ofScale(8);
        return Combinators.combine(
                        texts.injectNull(0.2),
                        decimals.injectNull(0.2),
                        Arbitraries.longs().injectNull(0.2),
                        Arbitraries.of(true, false).injectNull(0.2),
                        lists.injectNull(0.2),
                        decimals.injectNull(0.5))
                .as(SignedRequestsTest::call);
    }

    private static Call<Void> call(@Nullable Object... values) {
        Map<String, Object> given = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                given.put(PLACE.parameters().get(i).name(), value);
            }
        }
        return Call.of(PLACE).withAll(given);
    }
}
