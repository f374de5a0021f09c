/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.auth.SignatureAlgorithm;
import io.github.binancereactive.core.auth.Signer;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.SessionEndpoints;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.model.session.UserDataSubscription;
import io.github.binancereactive.core.time.TimestampUnit;
import io.github.binancereactive.ws.session.SocketClose;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What a request carries when its endpoint needs a key and the session isn't logged on. */
class SigningTest extends WebSocketApiTestCase {

    private final TestKey key = TestKey.hmac("key-a");

    SigningTest() {
        options = options.withCredentials(key.credentials());
    }

    @Test
    void carriesKeyTimestampAndSignature() {
        pass(Duration.ofMillis(1234));
        Recorder<TestOrder> placed = placeSigned("mine-1");
        FakeRequest request = exchange.expectRequest("order.place");
        assertThat(request.paramNames())
                .containsExactly("apiKey", "newClientOrderId", "signature", "symbol", "timestamp");
        assertThat(request.param("apiKey")).isEqualTo("key-a");
        assertThat(request.param("timestamp")).isEqualTo("1234");
        assertThat(request.param("signature")).isEqualTo(key.signature());
        assertThat(key.payloads())
                .containsExactly("apiKey=key-a&newClientOrderId=mine-1&symbol=BTCUSDT&timestamp=1234");
        request.thenRespond(TestOrder.RESULT);
        placed.value();
    }

    @Test
    void aPublicRequestCarriesNothing() {
        askTime();
        assertThat(exchange.expectRequest("time").text()).isEqualTo("{\"id\":1,\"method\":\"time\"}");
        assertThat(key.payloads()).isEmpty();
    }

    @Test
    void theTimestampIsThatOfTheWriteAndEachRepeatHasItsOwn() {
        connected();
        exchange.connection().congest();
        query();
        pass(Duration.ofSeconds(2));
        assertThat(key.payloads()).isEmpty();
        exchange.connection().relieve();
        assertThat(exchange.expectRequest("order.status").param("timestamp")).isEqualTo("2000");
        pass(Duration.ofSeconds(1));
        exchange.connection().fail(SocketClose.lost(null));
        pass(BACKOFF);
        assertThat(exchange.expectRequest("order.status").param("timestamp")).isEqualTo("3250");
    }

    @Test
    void timestampsMayBeMicroseconds() {
        options = options.withTimeUnit(TimestampUnit.MICROSECOND);
        pass(Duration.ofNanos(1_234_567_890));
        query();
        assertThat(exchange.expectRequest("order.status").param("timestamp")).isEqualTo("1234567");
    }

    @Test
    void theWindowOfTheOptionsIsADefault() {
        options = options.withRecvWindow(Duration.ofMillis(1500));
        placeSigned("mine-1");
        assertThat(exchange.expectRequest("order.place").text()).contains("\"recvWindow\":1500");
        Recorder.of(client().exchange(TestOrder.placeSigned("mine-2").with("recvWindow", new BigDecimal("100"))));
        assertThat(exchange.expectRequest("order.place").param("recvWindow")).isEqualTo("100");
    }

    @Test
    void theWindowMayHaveMicroseconds() {
        options = options.withRecvWindow(Duration.ofNanos(1_500_250_000));
        placeSigned("mine-1");
        assertThat(exchange.expectRequest("order.place").text()).contains("\"recvWindow\":\"1500.250\"");
    }

    @Test
    void anEndpointThatTakesNoWindowGetsNone() {
        options = options.withRecvWindow(Duration.ofMillis(1500));
        query();
        assertThat(exchange.expectRequest("order.status").paramNames())
                .containsExactly("apiKey", "signature", "timestamp");
    }

    @Test
    void withoutCredentialsTheCallIsRefusedAtOnce() {
        options = options.withCredentials(null);
        assertThatThrownBy(() -> client().exchange(TestOrder.placeSigned("mine-1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("order.place");
        exchange.expectNoRequest();
    }

    @Test
    void aViewSignsWithAKeyOfItsOwnOverTheSameConnection() {
        TestKey other = TestKey.hmac("key-b");
        BinanceWebSocketApiClient view = client().as(other.credentials());
        Recorder<TestOrder> theirs = Recorder.of(view.exchange(TestOrder.placeSigned("theirs")));
        Recorder<TestOrder> mine = placeSigned("mine");
        FakeRequest first = exchange.expectRequest("order.place");
        FakeRequest second = exchange.expectRequest("order.place");
        assertThat(first.param("apiKey")).isEqualTo("key-b");
        assertThat(first.param("signature")).isEqualTo(other.signature());
        assertThat(second.param("apiKey")).isEqualTo("key-a");
        assertThat(exchange.transport().connections()).hasSize(1);
        first.thenRespond(TestOrder.RESULT);
        second.thenRespond(TestOrder.RESULT);
        theirs.value();
        mine.value();
        assertThat(view.statistics()).isEqualTo(client().statistics());
    }

    @Test
    void aViewNeedsNoCredentialsOfTheClient() {
        options = options.withCredentials(null);
        Recorder.of(client().as(key.credentials()).exchange(TestOrder.placeSigned("mine")));
        assertThat(exchange.expectRequest("order.place").param("apiKey")).isEqualTo("key-a");
        Recorder.of(client().as(key.credentials()).time());
        assertThat(exchange.expectRequest("time").paramNames()).isEmpty();
    }

    /** Signed while the network lags: before it was queued, elsewhere, and not by the loop that writes. */
    @Test
    void anRsaKeySignsBeforeTheRequestIsQueued() {
        TestKey slow = TestKey.rsa("key-r");
        options = options.withCredentials(slow.credentials());
        connected();
        exchange.connection().congest();
        Recorder<TestOrder> placed = placeSigned("mine-1");
        assertThat(slow.payloads()).hasSize(1);
        exchange.connection().relieve();
        FakeRequest request = exchange.expectRequest("order.place");
        assertThat(request.param("signature")).isEqualTo(slow.signature());
        assertThat(slow.payloads()).hasSize(1);
        request.thenRespond(TestOrder.RESULT);
        placed.value();
    }

    @Test
    void anRsaRequestThatIsCancelledIsNotWritten() {
        options = options.withCredentials(TestKey.rsa("key-r").credentials());
        connected();
        exchange.connection().congest();
        placeSigned("mine-1").cancel();
        exchange.connection().relieve();
        exchange.expectNoRequest();
    }

    @Test
    void anRsaRequestIsSignedAnewForTheNextSocket() {
        TestKey slow = TestKey.rsa("key-r");
        options = options.withCredentials(slow.credentials());
        query();
        exchange.expectRequest("order.status");
        exchange.connection().fail(SocketClose.lost(null));
        pass(BACKOFF);
        assertThat(exchange.expectRequest("order.status").param("timestamp")).isEqualTo("250");
        assertThat(slow.payloads()).hasSize(2);
    }

    @Test
    void rsaRequestsAreWrittenInTheOrderInWhichTheyWereMade() {
        options = options.withCredentials(TestKey.rsa("key-r").credentials());
        for (int i = 0; i < 20; i++) {
            placeSigned("mine-" + i);
        }
        assertThat(exchange.expectRequests(20)).extracting(FakeRequest::id).isSorted();
    }

    @Test
    void withoutAnybodyToSignAnRsaRequestEnds() {
        Scheduler ended = Schedulers.newSingle("ended");
        ended.dispose();
        options = options.withCredentials(TestKey.rsa("key-r").credentials()).withSignScheduler(ended);
        connected();
        placeSigned("mine-1").assertError(TransientException.class);
        exchange.expectNoRequest();
    }

    @Test
    void aSignerThatFailsEndsItsRequestOnly() {
        Signer broken = new Signer() {
            @Override
            public SignatureAlgorithm algorithm() {
                return SignatureAlgorithm.HMAC_SHA256;
            }

            @Override
            public String sign(byte[] payload) {
                throw new IllegalStateException("the security module is away");
            }
        };
        Recorder<TestOrder> placed =
                Recorder.of(client().as(Credentials.of("key", broken)).exchange(TestOrder.placeSigned("mine-1")));
        placed.assertError(ProtocolException.class);
        query();
        exchange.expectRequest("order.status");
    }

    @Test
    void subscribingBySignatureIsSigned() {
        Recorder<UserDataSubscription> subscribed =
                Recorder.of(client().exchange(Call.of(SessionEndpoints.SUBSCRIBE_SIGNATURE)));
        FakeRequest request = exchange.expectRequest("userDataStream.subscribe.signature");
        assertThat(request.paramNames()).containsExactly("apiKey", "signature", "timestamp");
        request.thenRespond("{\"subscriptionId\":3}");
        assertThat(subscribed.value().subscriptionId()).isEqualTo(3);
    }

    @Test
    void aKeyThatCanNotLogOnDoesNot() {
        connected();
        exchange.expectNoRequest();
        assertThatThrownBy(() -> client().logon(key.credentials()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Ed25519");
    }
}
