/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.model.account.Balance;
import io.github.binancereactive.core.model.user.AccountPosition;
import io.github.binancereactive.core.model.user.BalanceUpdate;
import io.github.binancereactive.core.model.user.UnknownUserDataEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserDataCodecTest {

    private final List<String> unknown = new ArrayList<>();
    private final JsonCodec codec =
            JsonCodec.create().withUnknownFields((type, field) -> unknown.add(type + "." + field));
    private final InboundFrame frame = new InboundFrame();

    private InboundFrame read(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        codec.envelopes().decode(bytes, 0, bytes.length, id -> null, frame);
        return frame;
    }

    @Test
    void anEventThatNobodyKnowsIsKeptAsItCame() {
        String event = "{\"e\":\"moonPhase\", \"E\":1728972148778,\"phase\":[1,{\"名\":null}]}";
        read("{\"subscriptionId\":7,\"event\":" + event + "}");

        assertThat(frame.userData())
                .isEqualTo(new UnknownUserDataEvent("moonPhase", Instant.ofEpochMilli(1728972148778L), event));
        assertThat(frame.subscriptionId()).isEqualTo(7);
        assertThat(new String(codec.encode(frame.userData()), UTF_8)).isEqualTo(event);
        assertThat(unknown).containsExactly("UserDataEvent.moonPhase");
    }

    @Test
    void anEventThatCannotBeReadIsKeptAsItCame() {
        String event = "{\"e\":\"balanceUpdate\",\"E\":\"late\",\"a\":\"BTC\",\"d\":{},\"T\":1}";

        assertThat(read("{\"subscriptionId\":0,\"event\":" + event + "}").userData())
                .isEqualTo(new UnknownUserDataEvent("balanceUpdate", null, event));
    }

    @Test
    void whatIsNoJsonIsNoEvent() {
        assertThatThrownBy(() -> read("{\"subscriptionId\":0,\"event\":{\"e\":\"balanceUpdate\",\"E\":}}"))
                .isInstanceOf(DecodingException.class);
    }

    @Test
    void theTypeMayComeLastAndTheSubscriptionToo() {
        read(
                "{\"event\":{\"E\":1573200697110,\"a\":\"BTC\",\"d\":\"-100.00\",\"T\":1573200697068123,\"e\":\"balanceUpdate\"},\"subscriptionId\":65534}");

        assertThat(frame.subscriptionId()).isEqualTo(65534);
        assertThat(frame.userData())
                .isEqualTo(new BalanceUpdate(
                        Instant.ofEpochMilli(1573200697110L),
                        "BTC",
                        new BigDecimal("-100.00"),
                        Instant.ofEpochSecond(1573200697, 68123000)));
    }

    @Test
    void balancesAreThoseOfTheAccount() {
        read("{\"subscriptionId\":0,\"event\":{\"e\":\"outboundAccountPosition\",\"E\":2,\"u\":1,"
                + "\"B\":[{\"a\":\"币安人生\",\"f\":\"1.50\",\"l\":\"0\"}]}}");

        assertThat(frame.userData())
                .isEqualTo(new AccountPosition(
                        Instant.ofEpochMilli(2),
                        Instant.ofEpochMilli(1),
                        List.of(new Balance("币安人生", new BigDecimal("1.50"), BigDecimal.ZERO))));
        assertThat(new String(codec.encode(frame.userData()), UTF_8)).contains("\"B\":[{\"a\":\"币安人生\",\"f\":\"1.50\"");
        assertThat(new String(codec.encode(new Balance("A", BigDecimal.ONE, BigDecimal.ZERO)), UTF_8))
                .isEqualTo("{\"asset\":\"A\",\"free\":\"1\",\"locked\":\"0\"}");
    }

    @Test
    void newFieldsAreReported() {
        read("{\"subscriptionId\":0,\"event\":{\"e\":\"eventStreamTerminated\",\"E\":2,\"why\":\"x\"}}");

        assertThat(unknown).containsExactly("EventStreamTerminated.why");
    }

    @Test
    void aFrameForgetsTheEventBefore() {
        read("{\"subscriptionId\":3,\"event\":{\"e\":\"eventStreamTerminated\",\"E\":2}}");
        read("{\"event\":{\"e\":\"serverShutdown\",\"E\":2}}");

        assertThat(frame.userData()).isNull();
        assertThat(frame.event()).isEqualTo("serverShutdown");
        assertThat(frame.subscriptionId()).isEqualTo(InboundFrame.NO_SUBSCRIPTION);
    }
}
