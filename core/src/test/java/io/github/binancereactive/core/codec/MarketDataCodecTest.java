/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.model.market.AggTrade;
import io.github.binancereactive.core.model.market.AveragePrice;
import io.github.binancereactive.core.model.market.ReferencePrice;
import io.github.binancereactive.core.model.market.ReferencePriceCalculation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is peculiar to market data. */
class MarketDataCodecTest {

    private static final String REFUSAL = "{\"code\":-2043,\"msg\":\"no such price\"}";

    private final List<String> unknown = new ArrayList<>();
    private final JsonCodec codec =
            JsonCodec.create().withUnknownFields((type, field) -> unknown.add(type + "." + field));

    private <R> R decode(Class<R> type, String json) {
        byte[] bytes = json.getBytes(UTF_8);
        return Objects.requireNonNull(codec.decode(ResultType.of(type), bytes, 0, bytes.length));
    }

    private InboundFrame frame(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        InboundFrame frame = new InboundFrame();
        codec.envelopes().decode(bytes, 0, bytes.length, id -> ResultType.of(ReferencePrice.class), frame);
        return frame;
    }

    @Test
    void abbreviatedNamesDifferByCase() {
        String json = "{\"a\":1,\"p\":\"2.0\",\"q\":\"3\",\"f\":4,\"l\":5,\"T\":6,\"m\":true,\"M\":false}";

        AggTrade trade = decode(AggTrade.class, json);

        assertThat(trade)
                .isEqualTo(new AggTrade(
                        1, new BigDecimal("2.0"), new BigDecimal("3"), 4, 5, Instant.ofEpochMilli(6), true, false));
        assertThat(new String(codec.encode(trade), UTF_8)).isEqualTo(json);
        assertThat(unknown).isEmpty();
    }

    @Test
    void namesOfComponentsAreNoNamesOfTheWire() {
        decode(AggTrade.class, "{\"a\":1,\"p\":\"2\",\"q\":\"3\",\"T\":6,\"price\":\"9\",\"aggTradeId\":9}");

        assertThat(unknown).containsExactly("AggTrade.price", "AggTrade.aggTradeId");
        assertThatThrownBy(() -> decode(AggTrade.class, "{\"a\":1,\"price\":\"2\"}"))
                .hasMessageStartingWith("AggTrade: 'p' is missing at $");
    }

    @Test
    void waysOfCalculationAreToldApartWhereverTheirTypeStands() {
        assertThat(
                        decode(
                                ReferencePriceCalculation.class,
                                "{\"bucketCount\":10,\"symbol\":\"A\",\"bucketWidthMs\":5,\"calculationType\":\"ARITHMETIC_MEAN\"}"))
                .isEqualTo(new ReferencePriceCalculation.ArithmeticMean("A", 10, 5));
        assertThat(decode(
                        ReferencePriceCalculation.class,
                        "{\"calculationType\":\"EXTERNAL\",\"symbol\":\"A\",\"externalCalculationId\":42}"))
                .isEqualTo(new ReferencePriceCalculation.External("A", 42));
        assertThat(unknown).isEmpty();
    }

    @Test
    void anUnknownWayOfCalculationIsKeptWhole() {
        String json = "{\"calculationType\":\"MEDIAN\",\"symbol\":\"A\",\"of\":[1,null]}";

        ReferencePriceCalculation calculation = decode(ReferencePriceCalculation.class, json);

        assertThat(calculation).isInstanceOf(ReferencePriceCalculation.UnknownCalculation.class);
        assertThat(calculation.calculationType()).isEqualTo("MEDIAN");
        assertThat(calculation.symbol()).isEqualTo("A");
        assertThat(unknown).containsExactly("ReferencePriceCalculation.MEDIAN");
        assertThat(new String(codec.encode(calculation), UTF_8)).isEqualTo(json);
        assertThat(decode(ReferencePriceCalculation.class, "{\"calculationType\":\"NEW\"}")
                        .symbol())
                .isEmpty();
    }

    @Test
    void aReferencePriceMayBeNone() {
        assertThat(decode(ReferencePrice.class, "{\"symbol\":\"A\",\"referencePrice\":null,\"timestamp\":5}"))
                .isEqualTo(new ReferencePrice("A", null, Instant.ofEpochMilli(5)));
    }

    @Test
    void whatNeverWasTradedHasStandIns() {
        String json = "{\"mins\":5,\"price\":\"0.00000000\",\"closeTime\":-1}";

        AveragePrice average = decode(AveragePrice.class, json);

        assertThat(average).isEqualTo(new AveragePrice(5, new BigDecimal("0.00000000"), Instant.ofEpochMilli(-1)));
        assertThat(new String(codec.encode(average), UTF_8)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":7,\"status\":200,\"result\":" + REFUSAL + "}",
                "{\"id\":7,\"result\": " + REFUSAL + " ,\"status\":200}",
                "{\"status\":200,\"result\":" + REFUSAL + ",\"x\":[{}],\"id\":7}",
                "{\"id\":7,\"status\":400,\"error\":" + REFUSAL + "}"
            })
    void aRefusalInPlaceOfAResultIsARefusal(String json) {
        InboundFrame frame = frame(json);

        assertThat(frame.id()).isEqualTo(7);
        assertThat(frame.status()).isEqualTo(400);
        assertThat(frame.result()).isNull();
        assertThat(frame.error()).isEqualTo(new ErrorBody(-2043, "no such price", null));
    }

    @Test
    void aFrameThatContradictsItselfStaysAsItIs() {
        InboundFrame frame = frame("{\"id\":7,\"status\":200,\"error\":" + REFUSAL + "}");

        assertThat(frame.status()).isEqualTo(200); // whether an order was placed, it doesn't say
        assertThat(frame.result()).isNull();
    }

    @Test
    void aRefusalIsForgottenWithItsFrame() {
        InboundFrame frame = frame("{\"id\":7,\"status\":200,\"result\":" + REFUSAL + "}");

        frame.clear();
        frame.status(200);

        assertThat(frame.status()).isEqualTo(200);
        assertThat(frame.error()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"msg\":\"no code\"}",
                "{\"code\":0,\"msg\":\"no error\"}",
                "{\"code\":200,\"msg\":\"no error either\"}",
                "{\"code\":\"-2043\"}",
                "[]",
                "5",
                "{\"symbol\":5}"
            })
    void aResultThatIsNeitherSaysWhatIsWrongWithIt(String result) {
        assertThatThrownBy(() -> frame("{\"id\":7,\"status\":200,\"result\":" + result + "}"))
                .isInstanceOf(DecodingException.class)
                .hasMessageStartingWith("ReferencePrice: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":-2043,", "{\"code\":-2043", "{\"code\":-2043,\"msg\":\"a", "{\"code\":-2043]"})
    void aRefusalThatIsCutShortIsNone(String result) {
        assertThatThrownBy(() -> frame("{\"id\":7,\"status\":200,\"result\":" + result))
                .isInstanceOf(DecodingException.class)
                .hasMessageStartingWith("ReferencePrice: ");
    }
}
