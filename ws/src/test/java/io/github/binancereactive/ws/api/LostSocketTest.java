/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static io.github.binancereactive.ws.api.FakeRequest.RESULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.ws.session.SocketClose;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of requests when their socket breaks. */
class LostSocketTest extends WebSocketApiTestCase {

    private void lose() {
        exchange.connection().fail(SocketClose.lost(null));
    }

    private void reconnect() {
        pass(BACKOFF);
        assertThat(exchange.transport().open()).hasSize(1);
    }

    @Test
    void whatWasNotWrittenIsSentOnTheNextSocketOnce() {
        connected();
        exchange.connection().congest();
        List<Recorder<ServerTime>> asked = askTime(5);
        Recorder<TestOrder> placed = placeOrder("mine-1");
        lose();
        exchange.expectNoRequest();
        reconnect();
        List<FakeRequest> requests = exchange.expectRequests(6);
        assertThat(requests).extracting(FakeRequest::id).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        requests.subList(0, 5).forEach(request -> request.thenRespond(RESULT));
        requests.get(5).thenRespond(TestOrder.RESULT);
        asked.forEach(Recorder::value);
        placed.value();
        assertThat(statistics().repeated()).isZero();
        assertThat(statistics().written()).isEqualTo(6);
    }

    @Test
    void whatIsAskedWhileThereIsNoSocketWaits() {
        connected();
        lose();
        Recorder<ServerTime> asked = askTime();
        exchange.expectNoRequest();
        reconnect();
        exchange.expectRequest("time").thenRespond(RESULT);
        asked.value();
    }

    @Test
    void aQueryIsRepeatedOnceAndThenFails() {
        Recorder<ServerTime> asked = askTime();
        long id = exchange.expectRequest("time").id();
        lose();
        asked.assertNothing();
        reconnect();
        assertThat(exchange.expectRequest("time").id()).isEqualTo(id);
        assertThat(statistics().repeated()).isEqualTo(1);
        lose();
        asked.assertError(ConnectionLostException.class).hasMessageContaining("twice");
        reconnect();
        exchange.expectNoRequest();
    }

    @Test
    void aRepeatedQueryGetsItsAnswer() {
        Recorder<ServerTime> asked = askTime();
        exchange.expectRequest("time");
        lose();
        reconnect();
        exchange.expectRequest("time").thenRespond(RESULT);
        asked.value();
        assertThat(statistics().inFlight()).isZero();
    }

    @Test
    void repeatsAreSentInTheOrderOfTheRequests() {
        options = options.withMaxInFlight(8);
        for (int i = 0; i < 13; i++) {
            askTime();
            exchange.expectRequest("time").thenRespond(RESULT);
        }
        // Their ids run over the end of the table.
        askTime(8);
        exchange.expectRequests(8);
        lose();
        reconnect();
        assertThat(exchange.expectRequests(8)).extracting(FakeRequest::id).isSorted();
    }

    @Test
    void aRepeatDoesNotExtendTheDeadline() {
        Recorder<ServerTime> asked = askTime();
        exchange.expectRequest("time");
        pass(DEADLINE.minusSeconds(1));
        lose();
        reconnect();
        exchange.expectRequest("time");
        pass(BACKOFF.multipliedBy(4));
        asked.assertError(DeadlineExceededException.class);
    }

    @Test
    void theOutcomeOfAnOrderThatWasWrittenIsUnknown() {
        Recorder<TestOrder> placed = placeOrder("mine-1");
        exchange.expectRequest("order.place");
        lose();
        placed.assertError(OutcomeUnknownException.class);
        assertThat(((OutcomeUnknownException) placed.error()).clientOrderId()).contains("mine-1");
        reconnect();
        pass(DEADLINE);
        exchange.expectNoRequest();
        assertThat(exchange.received()).hasSize(1);
    }

    @Test
    void onlyWhatTheNetworkTookIsInDoubt() {
        connected();
        Recorder<TestOrder> written = placeOrder("mine-1");
        exchange.expectRequest("order.place");
        exchange.connection().congest();
        Recorder<TestOrder> unwritten = placeOrder("mine-2");
        lose();
        written.assertError(OutcomeUnknownException.class);
        unwritten.assertNothing();
        reconnect();
        exchange.expectRequest("order.place").thenRespond(TestOrder.RESULT);
        unwritten.value();
    }

    @Test
    void anAnswerReadBeforeTheLossCounts() {
        Recorder<TestOrder> placed = placeOrder("mine-1");
        String answer = exchange.expectRequest("order.place").answer(TestOrder.RESULT);
        exchange.connection().execute(() -> {
            exchange.send(answer);
            lose();
        });
        placed.value();
    }

    @Test
    void aRequestFromWithinTheErrorOfALossGoesToTheNextSocket() {
        Recorder<ServerTime> asked =
                Recorder.of(order("mine-1").then(time()).onErrorResume(OutcomeUnknownException.class, e -> time()));
        exchange.expectRequest("order.place");
        lose();
        reconnect();
        exchange.expectRequest("time").thenRespond(RESULT);
        asked.value();
    }

    @Test
    void aCongestedNetworkKeepsRequestsUnwritten() {
        connected();
        exchange.connection().congest();
        Recorder<ServerTime> asked = askTime();
        assertThat(exchange.connection().texts()).isEmpty();
        assertThat(statistics().written()).isZero();
        exchange.connection().relieve();
        exchange.expectRequest("time").thenRespond(RESULT);
        asked.value();
    }

    @Test
    void anOrderThatACongestedNetworkNeverTookWasNotSent() {
        connected();
        exchange.connection().congest();
        Recorder<TestOrder> placed = placeOrder("mine-1");
        pass(DEADLINE.plusMillis(100));
        placed.assertError(DeadlineExceededException.class);
        exchange.connection().relieve();
        exchange.expectNoRequest();
    }

    @Test
    void reconnectingForLongKeepsWhatIsWithinItsDeadline() {
        connected();
        exchange.transport().refuseAll();
        lose();
        Recorder<ServerTime> early = askTime();
        pass(DEADLINE.minusSeconds(2));
        Recorder<ServerTime> late = askTime();
        pass(BACKOFF.multipliedBy(12));
        early.assertError(DeadlineExceededException.class);
        exchange.accept();
        reconnect();
        exchange.expectRequest("time").thenRespond(RESULT);
        late.value();
    }

    /** As when there is no memory for a buffer: without it the socket would look alive and never write again. */
    @Test
    void aSocketThatCanNotWriteIsReplaced() {
        connected();
        exchange.connection().failWrites(new AssertionError("no memory"));
        Recorder<ServerTime> asked = askTime();
        Recorder<TestOrder> placed = placeOrder("mine-1");
        reconnect();
        // The first was on its way to the wire, the other not.
        List<FakeRequest> requests = exchange.expectRequests(2);
        requests.get(0).thenRespond(RESULT);
        requests.get(1).thenRespond(TestOrder.RESULT);
        asked.value();
        placed.value();
        assertThat(statistics().repeated()).isEqualTo(1);
    }

    @Test
    void requestsGivenUpWhileTheNetworkLagsAreNotKept() {
        connected();
        exchange.connection().congest();
        Recorder<ServerTime> first = askTime();
        for (int i = 0; i < 20_000; i++) {
            askTime().cancel();
        }
        Recorder<ServerTime> last = askTime();
        assertThat(client().session().active().owed()).isLessThan(2000);
        exchange.connection().relieve();
        List<FakeRequest> requests = exchange.expectRequests(2);
        assertThat(requests).extracting(FakeRequest::id).isSorted();
        requests.forEach(request -> request.thenRespond(RESULT));
        first.value();
        last.value();
        assertThat(client().session().active().owed()).isZero();
    }
}
