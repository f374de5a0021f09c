/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.CancelAnswer;
import io.github.binancereactive.core.model.trade.CancelOutcome;
import io.github.binancereactive.core.model.trade.CanceledOrder;
import io.github.binancereactive.core.model.trade.CanceledOrderList;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.Fill;
import io.github.binancereactive.core.model.trade.OrderAck;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.model.trade.OrderFull;
import io.github.binancereactive.core.model.trade.OrderReport;
import io.github.binancereactive.core.model.trade.OrderResult;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.PegOffsetType;
import io.github.binancereactive.core.model.trade.PegPriceType;
import io.github.binancereactive.core.model.trade.PlacementOutcome;
import io.github.binancereactive.core.model.trade.Refusal;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import io.github.binancereactive.core.model.trade.WorkingFloor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Families of records that only their fields tell apart. */
class ShapesTest {

    private static final String ACK = "\"symbol\":\"BTCUSDT\",\"orderId\":28,\"orderListId\":-1,"
            + "\"clientOrderId\":\"6gCrw2kRUAF9CvJDGP16IP\",\"transactTime\":1507725176595";
    private static final String STATE = ",\"price\":\"0.10\",\"origQty\":\"10.0\",\"executedQty\":\"0.0\","
            + "\"origQuoteOrderQty\":\"0.0\",\"cummulativeQuoteQty\":\"0.0\",\"status\":\"EXPIRED\","
            + "\"timeInForce\":\"GTC\",\"type\":\"STOP_LOSS_LIMIT\",\"side\":\"SELL\",\"workingTime\":-1,"
            + "\"selfTradePreventionMode\":\"NONE\"";
    private static final String CONDITIONAL = ",\"icebergQty\":\"1.0\",\"preventedMatchId\":0,"
            + "\"preventedQuantity\":\"1.2\",\"stopPrice\":\"23500\",\"strategyId\":37463720,"
            + "\"strategyType\":1000000,\"trailingDelta\":10,\"trailingTime\":-1,\"usedSor\":true,"
            + "\"workingFloor\":\"SOR\",\"pegPriceType\":\"PRIMARY_PEG\",\"pegOffsetType\":\"PRICE_LEVEL\","
            + "\"pegOffsetValue\":5,\"peggedPrice\":\"87523.83710000\","
            + "\"expiryReason\":\"INSUFFICIENT_LIQUIDITY\"";

    private final List<String> unknown = new ArrayList<>();
    private final JsonCodec codec =
            JsonCodec.create().withUnknownFields((type, field) -> unknown.add(type + "." + field));

    private <R> R read(Class<R> family, String json) {
        byte[] bytes = json.getBytes(UTF_8);
        return Objects.requireNonNull(codec.decode(ResultType.of(family), bytes, 0, bytes.length));
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    @Test
    void anAckHasNoMore() {
        assertThat(read(OrderAnswer.class, "{" + ACK + "}"))
                .isEqualTo(new OrderAck(
                        "BTCUSDT", 28, -1, "6gCrw2kRUAF9CvJDGP16IP", Instant.ofEpochMilli(1507725176595L)));
        assertThat(unknown).isEmpty();
    }

    @Test
    void aResultHasAStatusAndAllConditionalFields() {
        OrderAnswer answer = read(OrderAnswer.class, "{" + ACK + STATE + CONDITIONAL + "}");

        assertThat(answer)
                .isEqualTo(new OrderResult(
                        "BTCUSDT",
                        28,
                        -1,
                        "6gCrw2kRUAF9CvJDGP16IP",
                        Instant.ofEpochMilli(1507725176595L),
                        decimal("0.10"),
                        decimal("10.0"),
                        decimal("0.0"),
                        decimal("0.0"),
                        decimal("0.0"),
                        OrderStatus.EXPIRED,
                        TimeInForce.GTC,
                        OrderType.STOP_LOSS_LIMIT,
                        Side.SELL,
                        null,
                        SelfTradePreventionMode.NONE,
                        decimal("1.0"),
                        decimal("23500"),
                        10L,
                        null,
                        37463720L,
                        1000000,
                        0L,
                        decimal("1.2"),
                        true,
                        WorkingFloor.SOR,
                        PegPriceType.PRIMARY_PEG,
                        PegOffsetType.PRICE_LEVEL,
                        5,
                        decimal("87523.83710000"),
                        ExpiryReason.INSUFFICIENT_LIQUIDITY));
        assertThat(unknown).isEmpty();
    }

    /** Even if there are none, and wherever they stand. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{" + ACK + STATE + ",\"fills\":[]}",
                "{\"fills\":[]," + ACK + STATE + "}",
                "{\"fills\":[{\"price\":\"4000\",\"qty\":\"1.0\",\"commission\":\"4.0\","
                        + "\"commissionAsset\":\"USDT\",\"tradeId\":56}]," + ACK + STATE + CONDITIONAL + "}"
            })
    void aFullAnswerHasFills(String json) {
        OrderAnswer answer = read(OrderAnswer.class, json);

        assertThat(answer).isInstanceOfSatisfying(OrderFull.class, full -> {
            assertThat(full.clientOrderId()).isEqualTo("6gCrw2kRUAF9CvJDGP16IP");
            assertThat(full.workingTime()).isNull();
            if (!full.fills().isEmpty()) {
                assertThat(full.fills())
                        .containsExactly(
                                new Fill(decimal("4000"), decimal("1.0"), decimal("4.0"), "USDT", 56, null, null));
                assertThat(full.expiryReason()).isEqualTo(ExpiryReason.INSUFFICIENT_LIQUIDITY);
            }
        });
        assertThat(answer).isInstanceOf(OrderReport.class);
        assertThat(unknown).isEmpty();
    }

    @Test
    void whatIsUnknownIsReportedAndSkipped() {
        OrderAnswer answer = read(OrderAnswer.class, "{\"new\":{\"status\":[1,{}]}," + ACK + ",\"fills2\":[{}]}");

        assertThat(answer).isInstanceOf(OrderAck.class);
        assertThat(unknown).containsExactly("OrderAnswer.new", "OrderAnswer.fills2");
    }

    @Test
    void aFieldThatIsNullIsNotThere() {
        assertThat(read(OrderAnswer.class, "{" + ACK + ",\"status\":null,\"fills\":null}"))
                .isInstanceOf(OrderAck.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"fills\":[]}", "{\"symbol\":\"BTCUSDT\"}", "[]", "7", "{\"orderId\":\"x\"}"})
    void whatLacksItsPartsIsNoAnswer(String json) {
        assertThatThrownBy(() -> read(OrderAnswer.class, json)).isInstanceOf(DecodingException.class);
    }

    @Test
    void aFieldThatIsThereTwiceIsNoAnswer() {
        assertThatThrownBy(() -> read(OrderAnswer.class, "{" + ACK + ",\"orderId\":29}"))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("there twice");
    }

    @Test
    void fieldsMayComeInAnyOrder() {
        OrderAnswer answer = read(
                OrderAnswer.class,
                "{\"transactTime\":1507725176595,\"clientOrderId\":\"mine\",\"orderListId\":-1,\"orderId\":28,"
                        + "\"symbol\":\"BTCUSDT\"}");

        assertThat(answer).isInstanceOf(OrderAck.class);
        assertThat(answer.orderId()).isEqualTo(28);
        assertThat(answer.clientOrderId()).isEqualTo("mine");
    }

    @Test
    void cancellations() {
        String canceled = "{\"origClientOrderId\":\"mine\"," + ACK + STATE + "}";
        String list = "{\"orderListId\":7,\"contingencyType\":\"OCO\",\"listStatusType\":\"ALL_DONE\","
                + "\"listOrderStatus\":\"ALL_DONE\",\"listClientOrderId\":\"list\","
                + "\"transactionTime\":1574040868128,\"symbol\":\"LTCBTC\",\"orders\":[{\"symbol\":\"LTCBTC\","
                + "\"orderId\":2,\"clientOrderId\":\"a\"}],\"orderReports\":["
                + canceled.replace(",\"workingTime\":-1", "") + "]}";

        assertThat(read(CancelAnswer.class, canceled)).isInstanceOf(CanceledOrder.class);
        assertThat(unknown).containsExactly("CancelAnswer.workingTime"); // an order that is gone has none
        unknown.clear();
        assertThat(read(CancelAnswer.class, list)).isInstanceOfSatisfying(CanceledOrderList.class, answer -> {
            assertThat(answer.orderListId()).isEqualTo(7);
            assertThat(answer.orders()).hasSize(1);
            assertThat(answer.orderReports())
                    .singleElement()
                    .satisfies(report -> assertThat(report.origClientOrderId()).isEqualTo("mine"));
        });
        assertThat(unknown).isEmpty();
    }

    @Test
    void refusalsOfHalves() {
        String refusal = "{\"code\":-2011,\"msg\":\"Unknown order sent.\"}";

        assertThat(read(CancelOutcome.class, refusal)).isEqualTo(new Refusal(-2011, "Unknown order sent."));
        assertThat(read(PlacementOutcome.class, refusal)).isEqualTo(new Refusal(-2011, "Unknown order sent."));
        assertThat(read(PlacementOutcome.class, "{" + ACK + "}")).isInstanceOf(OrderAck.class);
    }

    /** As smart order routing answers over the WebSocket API. */
    @Test
    void oneInAnArray() {
        ResultType<OrderAnswer> type = ResultType.oneOrInListOf(OrderAnswer.class);
        byte[] wrapped = ("[{" + ACK + "}]").getBytes(UTF_8);
        byte[] plain = ("{" + ACK + "}").getBytes(UTF_8);

        assertThat(codec.decode(type, wrapped, 0, wrapped.length))
                .isEqualTo(codec.decode(type, plain, 0, plain.length))
                .isInstanceOf(OrderAck.class);
        for (String other :
                List.of("[]", "[null]", "[{" + ACK + "},{" + ACK + "}]", "[[{" + ACK + "}]]", "[{" + ACK + "}")) {
            byte[] bytes = other.getBytes(UTF_8);
            assertThatThrownBy(() -> codec.decode(type, bytes, 0, bytes.length))
                    .as(other)
                    .isInstanceOf(DecodingException.class);
        }
    }

    sealed interface Figure {}

    record Circle(int radius) implements Figure {}

    record Square(int side) implements Figure {}

    @Test
    void fitsNone() {
        Shapes shapes = new Shapes(
                Figure.class,
                List.of(new Shapes.Variant(Circle.class, "radius"), new Shapes.Variant(Square.class, "side")));
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new SimpleModule()
                        .addDeserializer(
                                Object.class, new ShapesDeserializer(shapes, (type, field) -> unknown.add(field))))
                .build();

        assertThat(mapper.readValue("{\"side\":3}", Object.class)).isEqualTo(new Square(3));
        assertThat(mapper.readValue("{\"side\":3,\"radius\":4}", Object.class)).isEqualTo(new Circle(4));
        assertThatThrownBy(() -> mapper.readValue("{\"edge\":3}", Object.class))
                .hasMessageContaining("fits none of Figure");
        assertThat(unknown).containsExactly("edge");
    }
}
