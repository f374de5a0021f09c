/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static io.github.binancereactive.ws.api.FakeRequest.RESULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.codec.EnvelopeCodec;
import io.github.binancereactive.core.codec.FrameBuffer;
import io.github.binancereactive.core.codec.InboundFrame;
import io.github.binancereactive.core.codec.RequestStamp;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.ws.session.SessionEvent;
import org.junit.jupiter.api.Test;

/** Frames that can't be read, and requests that can't be written. */
class UnreadableFramesTest extends WebSocketApiTestCase {

    @Test
    void anAnswerWhoseResultIsUnreadableEndsItsQuery() {
        Recorder<ServerTime> asked = askTime();
        exchange.expectRequest("time").thenRespond("{\"serverTime\":\"noon\"}");
        asked.assertError(ProtocolException.class);
        assertThat(asked.error()).hasMessageNotContaining("noon");
        assertThat(statistics().undecodable()).isEqualTo(1);
    }

    @Test
    void theOutcomeOfAnOrderWithAnUnreadableAnswerIsUnknown() {
        Recorder<TestOrder> placed = placeOrder("mine-1");
        exchange.expectRequest("order.place").thenRespond("[1,2");
        placed.assertError(OutcomeUnknownException.class).hasCauseInstanceOf(ProtocolException.class);
        assertThat(((OutcomeUnknownException) placed.error()).clientOrderId()).contains("mine-1");
    }

    @Test
    void aFrameThatNamesNoRequestIsNoticed() {
        Recorder<ServerTime> asked = askTime();
        Recorder<SessionEvent> notice = Recorder.of(client().events()
                .filter(event -> event.type() == SessionEvent.Type.NOTICE)
                .next());
        exchange.send("<html>Bad Gateway</html>");
        asked.assertNothing();
        assertThat(notice.value().cause()).isNotNull();
        exchange.send("", "[]", "{\"id\":4711,\"status\":200,\"result\":");
        assertThat(statistics().undecodable()).isEqualTo(4);
        exchange.expectRequest("time").thenRespond(RESULT);
        asked.value();
    }

    @Test
    void aBinaryFrameIsNotReadable() {
        connected();
        exchange.connection().sendBinary(new byte[] {1, 2, 3});
        assertThat(statistics().undecodable()).isEqualTo(1);
    }

    @Test
    void aRequestThatCanNotBeEncodedFailsAloneAndIsNotSent() {
        connected();
        options = options.withCodec(new FailingCodec(options.codec(), true));
        BinanceWebSocketApiClient other = BinanceWebSocketApiClient.create(options);
        Recorder<TestOrder> placed = Recorder.of(other.exchange(TestOrder.place("mine-1")));
        placed.assertError(ProtocolException.class);
        Recorder<ServerTime> asked = Recorder.of(other.exchange(Call.of(GeneralEndpoints.TIME)));
        exchange.expectRequest("time");
        exchange.expectNoRequest();
        asked.assertNothing();
        other.dispose();
        assertThat(other.statistics().inFlight()).isZero();
        assertThat(other.statistics().written()).as("encoded, not written").isEqualTo(1);
    }

    @Test
    void anAnswerThatNamesAnotherRequestsIdIsNotTheOthersFault() {
        Recorder<ServerTime> asked = askTime();
        pass(DEADLINE.plusMillis(100));
        asked.assertError(DeadlineExceededException.class);
        exchange.expectRequest("time").thenRespond("{\"serverTime\":\"noon\"}");
        // Nobody waits for it, so nobody reads it.
        assertThat(statistics().lateOrDuplicate()).isEqualTo(1);
    }

    @Test
    void aCodecThatFailsUnexpectedlyEndsItsRequest() {
        options = options.withCodec(new FailingCodec(options.codec(), false));
        Recorder<ServerTime> asked = askTime();
        exchange.expectRequest("time").thenRespond(RESULT);
        asked.assertError(ProtocolException.class);
        assertThat(statistics().undecodable()).isEqualTo(1);
    }

    /** Throws what no codec should throw. */
    private record FailingCodec(EnvelopeCodec codec, boolean encoding) implements EnvelopeCodec {

        @Override
        public void encode(long id, Call<?> call, FrameBuffer target) {
            codec.encode(id, call, target);
            if (encoding && call.endpoint() == TestOrder.PLACE) {
                throw new IllegalStateException("can't encode");
            }
        }

        @Override
        public void encode(long id, Call<?> call, RequestStamp stamp, FrameBuffer target) {
            codec.encode(id, call, stamp, target);
            if (encoding && call.endpoint() == TestOrder.PLACE) {
                throw new IllegalStateException("can't encode");
            }
        }

        @Override
        public void decode(byte[] source, int offset, int length, Expectations expectations, InboundFrame target) {
            codec.decode(source, offset, length, expectations, target);
            if (!encoding) {
                throw new IllegalStateException("can't decode");
            }
        }
    }
}
