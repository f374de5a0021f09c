/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static io.github.binancereactive.ws.api.FakeRequest.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.ws.session.SessionEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Which answer reaches which request. */
class AnswersTest extends WebSocketApiTestCase {

    @Test
    void aRequestGetsItsAnswer() {
        Recorder<ServerTime> asked = askTime();
        FakeRequest request = exchange.expectRequest("time");
        assertThat(request.text()).isEqualTo("{\"id\":1,\"method\":\"time\"}");
        request.thenRespond(RESULT);
        assertThat(asked.value()).isEqualTo(SERVER_TIME);
        assertThat(statistics().answered()).isEqualTo(1);
    }

    @Test
    void parametersTravelWithTheRequest() {
        Recorder<TestOrder> placed = placeOrder("mine-1");
        FakeRequest request = exchange.expectRequest("order.place");
        assertThat(request.text())
                .isEqualTo("{\"id\":1,\"method\":\"order.place\","
                        + "\"params\":{\"symbol\":\"BTCUSDT\",\"newClientOrderId\":\"mine-1\"}}");
        request.thenRespond(TestOrder.RESULT);
        assertThat(placed.value().orderId()).isEqualTo(12569099453L);
    }

    @Test
    void anEndpointWithoutContentCompletesEmpty() {
        Recorder<Void> pinged = Recorder.of(client().exchange(Call.of(GeneralEndpoints.PING)));
        exchange.expectRequest("ping").thenRespond("{}");
        pinged.assertCompleted();
    }

    @Test
    void answersComeInAnyOrder() {
        List<Recorder<ServerTime>> asked = askTime(50);
        List<FakeRequest> requests = new ArrayList<>(exchange.expectRequests(50));
        Collections.reverse(requests);
        requests.forEach(request -> request.thenRespond("{\"serverTime\":" + request.id() + "}"));
        assertThat(asked)
                .extracting(each -> each.value().serverTime().toEpochMilli())
                .isEqualTo(idsFromOneTo(50));
        assertThat(statistics().inFlight()).isZero();
    }

    private static List<Long> idsFromOneTo(long last) {
        List<Long> ids = new ArrayList<>();
        for (long id = 1; id <= last; id++) {
            ids.add(id);
        }
        return ids;
    }

    @Test
    void theIdMayComeAfterTheResult() {
        Recorder<ServerTime> asked = askTime();
        exchange.expectRequest("time");
        exchange.send("{\"result\":" + RESULT + ",\"status\":200,\"id\":1}");
        assertThat(asked.value()).isEqualTo(SERVER_TIME);
    }

    @Test
    void aDuplicateIsCountedAndIgnored() {
        Recorder<ServerTime> asked = askTime();
        String answer = exchange.expectRequest("time").answer();
        exchange.send(answer, answer);
        exchange.send(answer);
        asked.value();
        assertThat(statistics().lateOrDuplicate()).isEqualTo(2);
        assertThat(statistics().answered()).isEqualTo(1);
    }

    @Test
    void anUnknownIdIsCountedAndIgnored() {
        Recorder<ServerTime> asked = askTime();
        FakeRequest request = exchange.expectRequest("time");
        exchange.send(
                "{\"id\":4711,\"status\":200,\"result\":" + RESULT + "}",
                "{\"id\":0,\"status\":200,\"result\":" + RESULT + "}",
                "{\"id\":-5,\"status\":200,\"result\":" + RESULT + "}");
        asked.assertNothing();
        assertThat(statistics().unknownIds()).isEqualTo(3);
        request.thenRespond(RESULT);
        asked.value();
    }

    @Test
    void anIdThatOnlySharesThePlaceInTheTableIsUnknown() {
        options = options.withMaxInFlight(1);
        Recorder<ServerTime> asked = askTime();
        exchange.expectRequest("time");
        exchange.send("{\"id\":33,\"status\":200,\"result\":" + RESULT + "}");
        asked.assertNothing();
        assertThat(statistics().unknownIds()).isEqualTo(1);
    }

    @Test
    void eventsThatNobodyAskedForAreCounted() {
        connected();
        exchange.send("{\"event\":{\"e\":\"outboundAccountPosition\",\"E\":1}}", "{\"e\":\"balanceUpdate\"}");
        assertThat(statistics().ignoredEvents()).isEqualTo(2);
    }

    @Test
    void anErrorWithoutIdEndsTheOnlyQueryOutstanding() {
        Recorder<ServerTime> asked = askTime();
        exchange.expectRequest("time");
        exchange.send("{\"id\":null,\"status\":400,\"error\":{\"code\":-1135,\"msg\":\"Invalid JSON\"}}");
        asked.assertError(RejectedException.class).hasMessageContaining("-1135");
        assertThat(statistics().uncorrelatedErrors()).isEqualTo(1);
        assertThat(statistics().inFlight()).isZero();
    }

    @Test
    void anErrorWithoutIdEndsNoneOfSeveral() {
        List<Recorder<ServerTime>> asked = askTime(2);
        exchange.send("{\"id\":null,\"status\":400,\"error\":{\"code\":-1135,\"msg\":\"Invalid JSON\"}}");
        asked.forEach(Recorder::assertNothing);
        exchange.expectRequests(2).forEach(request -> request.thenRespond(RESULT));
        asked.forEach(Recorder::value);
    }

    @Test
    void anErrorWithoutIdAndWithoutRequestIsNoticed() {
        connected();
        Recorder<SessionEvent> notice = Recorder.of(client().events()
                .filter(event -> event.type() == SessionEvent.Type.NOTICE)
                .next());
        exchange.send("{\"id\":null,\"status\":401,\"error\":{\"code\":-2015,\"msg\":\"Invalid API-key\"}}");
        assertThat(notice.value().reason()).contains("401", "-2015").doesNotContain("API-key");
        assertThat(statistics().uncorrelatedErrors()).isEqualTo(1);
    }

    @Test
    void aCallThatTheWebSocketApiDoesNotHaveFailsAtOnce() {
        Endpoint<ServerTime> restOnly = Endpoint.get("/api/v3/other").returns(ServerTime.class);
        assertThatThrownBy(() -> client().exchange(Call.of(restOnly)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not offered over the WebSocket API");
    }

    @Test
    void eachSubscriberHasARequestOfItsOwn() {
        Mono<ServerTime> mono = time();
        exchange.expectNoRequest();
        Recorder<ServerTime> first = Recorder.of(mono);
        Recorder<ServerTime> second = Recorder.of(mono);
        List<FakeRequest> requests = exchange.expectRequests(2);
        assertThat(requests).extracting(FakeRequest::id).containsExactly(1L, 2L);
        requests.get(1).thenRespond("{\"serverTime\":2}");
        requests.get(0).thenRespond("{\"serverTime\":1}");
        assertThat(first.value().serverTime()).hasToString("1970-01-01T00:00:00.001Z");
        assertThat(second.value().serverTime()).hasToString("1970-01-01T00:00:00.002Z");
    }

    @Test
    void eachSubscriberHasAnExceptionOfItsOwn() {
        Mono<ServerTime> mono = time();
        Recorder<ServerTime> first = Recorder.of(mono);
        Recorder<ServerTime> second = Recorder.of(mono);
        exchange.expectRequests(2)
                .forEach(request -> request.thenFail(400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}"));
        assertThat(first.error()).isNotSameAs(second.error());
    }

    @Test
    void aSuccessWithoutResultIsNoSuccess() {
        Recorder<ServerTime> asked = askTime();
        exchange.expectRequest("time");
        exchange.send("{\"id\":1,\"status\":200}");
        asked.assertError(ProtocolException.class);
        assertThat(statistics().undecodable()).isEqualTo(1);
    }

    @Test
    void anAnswerWithoutStatusIsNoRefusal() {
        Recorder<ServerTime> asked = askTime();
        exchange.expectRequest("time");
        exchange.send("{\"id\":1,\"result\":" + RESULT + "}");
        asked.assertError(ProtocolException.class);
    }

    /** It may be about a key that was revoked; the order itself is answered or runs into its deadline. */
    @Test
    void anErrorWithoutIdDoesNotPassForTheRefusalOfAnOrder() {
        Recorder<TestOrder> placed = placeOrder("mine-1");
        FakeRequest request = exchange.expectRequest("order.place");
        exchange.send("{\"id\":null,\"status\":401,\"error\":{\"code\":-2015,\"msg\":\"Invalid API-key\"}}");
        placed.assertNothing();
        request.thenRespond(TestOrder.RESULT);
        placed.value();
    }
}
