/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.binancereactive.core.codec.JsonCodec;
import io.github.binancereactive.core.endpoint.AccountEndpoints;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.endpoint.QueryString;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.model.account.Order;
import io.github.binancereactive.core.model.account.OrderList;
import io.github.binancereactive.core.model.general.ServerTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** An exchange in virtual time that answers as a test says, by what is asked. Its clock may differ from ours. */
final class ScriptedExchange implements SpotApi {

    static final Instant START = Instant.parse("2026-07-21T12:00:00Z");

    final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    final List<String> asked = new ArrayList<>();

    private final Map<String, Supplier<Mono<?>>> answers = new HashMap<>();
    private Supplier<Mono<?>> timeAnswer = () -> Mono.just(new ServerTime(now()));

    /** The exchange's clock. */
    Instant now() {
        return START.plusMillis(time.now(TimeUnit.MILLISECONDS));
    }

    /** How long the test has run. */
    Duration elapsed() {
        return Duration.ofMillis(time.now(TimeUnit.MILLISECONDS));
    }

    /** What to answer to a question such as {@code order.status?symbol=A&orderId=1}, anew each time. */
    ScriptedExchange answer(String question, Supplier<Mono<?>> answer) {
        answers.put(question, answer);
        return this;
    }

    ScriptedExchange answerTime(Supplier<Mono<?>> answer) {
        timeAnswer = answer;
        return this;
    }

    @Override
    @SuppressWarnings("unchecked") // the script answers what the endpoint answers
    public <R> Mono<R> exchange(Call<R> call) {
        return Mono.defer(() -> {
            if (call.endpoint() == GeneralEndpoints.TIME) {
                return (Mono<R>) timeAnswer.get();
            }
            String question = call.endpoint().name() + "?" + QueryString.of(call.complete());
            asked.add(question);
            return (Mono<R>) answers.getOrDefault(question, () -> none(-2013)).get();
        });
    }

    static Mono<?> none(int code) {
        return Mono.error(() -> new RejectedException("order.status", 400, code, "Order does not exist."));
    }

    static Order order(String status, String origQty, Instant placed) {
        return decode(AccountEndpoints.ORDER, """
                {"symbol":"A","orderId":1,"orderListId":-1,"clientOrderId":"mine","price":"1","origQty":"%s",
                "executedQty":"0","cummulativeQuoteQty":"0","status":"%s","timeInForce":"GTC","type":"LIMIT","side":"BUY",
                "time":%d,"updateTime":%3$d,"isWorking":true,"selfTradePreventionMode":"NONE"}""".formatted(origQty, status, placed.toEpochMilli()));
    }

    static OrderList list(String status, Instant changed) {
        return decode(AccountEndpoints.ORDER_LIST, """
                {"orderListId":5,"contingencyType":"OCO","listStatusType":"EXEC_STARTED","listOrderStatus":"%s",
                "listClientOrderId":"list","transactionTime":%d,"symbol":"A","orders":[
                {"symbol":"A","orderId":1,"clientOrderId":"a"},{"symbol":"A","orderId":2,"clientOrderId":"b"}]}""".formatted(status, changed.toEpochMilli()));
    }

    private static <R> R decode(Endpoint<R> endpoint, String json) {
        byte[] bytes = json.getBytes(UTF_8);
        return Objects.requireNonNull(JsonCodec.create().decode(endpoint.result(), bytes, 0, bytes.length));
    }
}
