/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import static io.github.binancereactive.core.api.ScriptedExchange.START;
import static io.github.binancereactive.core.api.ScriptedExchange.list;
import static io.github.binancereactive.core.api.ScriptedExchange.none;
import static io.github.binancereactive.core.api.ScriptedExchange.order;
import static io.github.binancereactive.core.api.UnknownRequests.place;
import static io.github.binancereactive.core.api.UnknownRequests.placeList;
import static io.github.binancereactive.core.api.UnknownRequests.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Catalogue;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.Parameter;
import io.github.binancereactive.core.endpoint.SecurityType;
import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.RateLimitedException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.model.account.Order;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.core.time.Backoff;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** What became of an order, in virtual time: the request's last moment is five seconds after the start. */
class OutcomeResolutionTest {

    private static final String QUESTION = "order.status?symbol=A&origClientOrderId=mine";
    private static final Instant LATEST = START.plusSeconds(5);
    private static final Duration DECISIVE = Duration.ofSeconds(15);

    private final ScriptedExchange exchange = new ScriptedExchange();
    private final AtomicReference<@Nullable Resolution> result = new AtomicReference<>();
    private final AtomicReference<Duration> told = new AtomicReference<>(Duration.ZERO);

    private OutcomeResolution resolution() {
        return OutcomeResolution.over(exchange).withScheduler(exchange.time);
    }

    private Disposable begin(OutcomeResolution resolution, OutcomeUnknownException unknown) {
        return resolution.resolve(unknown).subscribe(what -> {
            result.set(what);
            told.set(exchange.elapsed());
        });
    }

    private @Nullable Resolution resolve(OutcomeUnknownException unknown) {
        begin(resolution(), unknown);
        exchange.time.advanceTimeBy(Duration.ofMinutes(3));
        return result.get();
    }

    @Test
    void asksNothingBeforeSubscription() {
        resolution().resolve(unknown(place(), LATEST));

        assertThat(exchange.asked).isEmpty();
    }

    @Test
    void anOrderThatIsThereWasPlaced() {
        Order order = order("FILLED", "1", START);
        exchange.answer(QUESTION, () -> Mono.just(order));

        assertThat(resolve(unknown(place(), LATEST))).isEqualTo(new Resolution.Placed(order));
        assertThat(told.get()).isZero();
        assertThat(exchange.asked).containsExactly(QUESTION);
    }

    @Test
    void anOrderThatIsNotThereYetMayStillCome() {
        Order order = order("NEW", "1", START.plusSeconds(5));
        exchange.answer(QUESTION, () -> exchange.elapsed().compareTo(DECISIVE) < 0 ? none(-2013) : Mono.just(order));

        assertThat(resolve(unknown(place(), LATEST))).isEqualTo(new Resolution.Placed(order));
        assertThat(told.get()).isBetween(DECISIVE, DECISIVE.plusMillis(10));
    }

    @Test
    void thatThereIsNoneCountsOnceThereCanBeNone() {
        assertThat(resolve(unknown(place(), LATEST))).isEqualTo(new Resolution.NeverPlaced());
        assertThat(told.get()).isBetween(DECISIVE, DECISIVE.plusMillis(10));
        // 0, 0.2, 0.6, 1.4, 3, 6.2, 11.2 s and the decisive one
        assertThat(exchange.asked).hasSize(8);
    }

    @Test
    void settlesForAsLongAsItIsTold() {
        begin(resolution().withSettling(Duration.ZERO), unknown(place(), LATEST));
        exchange.time.advanceTimeBy(Duration.ofSeconds(6));

        assertThat(result.get()).isEqualTo(new Resolution.NeverPlaced());
        assertThat(told.get()).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5_010));
    }

    @Test
    void goesByTheExchangesClock() {
        exchange.answerTime(() -> Mono.just(new ServerTime(exchange.now().minusSeconds(20))));

        assertThat(resolve(unknown(place(), LATEST))).isEqualTo(new Resolution.NeverPlaced());
        assertThat(told.get()).isBetween(DECISIVE.plusSeconds(20), DECISIVE.plusMillis(20_010));
    }

    @Test
    void asksForTheTimeBeforeItAsksForTheOrder() {
        // the answer to the question takes so long that it is over when it comes, but was not when it was asked
        Order order = order("NEW", "1", START.plusSeconds(5));
        exchange.answer(
                QUESTION,
                () -> exchange.asked.size() == 1
                        ? none(-2013).delaySubscription(Duration.ofSeconds(16), exchange.time)
                        : Mono.just(order));

        assertThat(resolve(unknown(place(), LATEST))).isEqualTo(new Resolution.Placed(order));
    }

    @Test
    void takesTheLongestValidityWhenItIsNotKnown() {
        assertThat(resolve(unknown(place(), null))).isEqualTo(new Resolution.NeverPlaced());
        assertThat(told.get()).isBetween(Duration.ofSeconds(71), Duration.ofMillis(71_010));
    }

    @Test
    void anOlderOrderOfTheSameNameIsAnother() {
        exchange.answer(QUESTION, () -> Mono.just(order("FILLED", "1", LATEST.minusSeconds(62))));

        assertThat(resolve(unknown(place(), LATEST))).isEqualTo(new Resolution.NeverPlaced());
    }

    @Test
    void anArchivedOrderIsAnother() {
        exchange.answer(QUESTION, () -> none(-2026));

        assertThat(resolve(unknown(place(), LATEST))).isEqualTo(new Resolution.NeverPlaced());
    }

    @Test
    void asksAgainAfterErrors() {
        Order order = order("NEW", "1", START);
        exchange.answer(QUESTION, () -> switch (exchange.asked.size()) {
            case 1 -> Mono.error(new TransientException("order.status", "lost", null, null));
            case 2 -> Mono.error(new RejectedException("order.status", 401, -2015, "Invalid API-key"));
            case 3 ->
                Mono.error(new RateLimitedException(
                        "order.status", false, -1003, exchange.now().plusSeconds(40)));
            default -> Mono.just(order);
        });

        assertThat(resolve(unknown(place(), LATEST))).isEqualTo(new Resolution.Placed(order));
        assertThat(exchange.asked).hasSize(4);
        assertThat(told.get()).isEqualTo(Duration.ofMillis(40_600));
    }

    @Test
    void anErrorProvesNothingHoweverLate() {
        TransientException lost = new TransientException("time", "lost", null, null);
        exchange.answerTime(() -> Mono.error(lost));

        assertThat(resolve(unknown(place(), LATEST)))
                .isEqualTo(new Resolution.StillUnknown("no certain answer within PT2M", lost));
        assertThat(told.get()).isEqualTo(Duration.ofMinutes(2));
        assertThat(exchange.asked).isEmpty();
    }

    @Test
    void endsAtTheBoundThoughNoAnswerComes() {
        AtomicBoolean canceled = new AtomicBoolean();
        exchange.answer(QUESTION, () -> Mono.never().doOnCancel(() -> canceled.set(true)));
        begin(resolution().withBound(Duration.ofSeconds(7)), unknown(place(), LATEST));

        exchange.time.advanceTimeBy(Duration.ofMillis(6_999));
        assertThat(result.get()).isNull();
        exchange.time.advanceTimeBy(Duration.ofMillis(1));

        assertThat(result.get()).isEqualTo(new Resolution.StillUnknown("no certain answer within PT7S", null));
        assertThat(canceled).isTrue();
    }

    @Test
    void endsWithTheClient() {
        ClientClosedException closed = new ClientClosedException("order.status", null);
        exchange.answer(QUESTION, () -> Mono.error(closed));

        assertThat(resolve(unknown(place(), LATEST)))
                .isEqualTo(new Resolution.StillUnknown("the client was closed", closed));
        assertThat(told.get()).isZero();
    }

    @Test
    void asksNoMoreOnceCanceled() {
        Disposable asking = begin(resolution(), unknown(place(), LATEST));
        exchange.time.advanceTimeBy(Duration.ofSeconds(1));
        int before = exchange.asked.size();

        asking.dispose();
        exchange.time.advanceTimeBy(Duration.ofMinutes(1));

        assertThat(exchange.asked).hasSize(before);
        assertThat(result.get()).isNull();
    }

    @Test
    void waitsAsTheBackoffSays() {
        begin(resolution().withBackoff(Backoff.fixed(Duration.ofSeconds(4))), unknown(place(), LATEST));
        exchange.time.advanceTimeBy(Duration.ofSeconds(16));

        // at 0, 4, 8, 12 and just after 15 s
        assertThat(exchange.asked).hasSize(5);
        assertThat(result.get()).isEqualTo(new Resolution.NeverPlaced());
    }

    @Test
    void asksForAnOrderListByItsName() {
        String question = "orderList.status?origClientOrderId=list";
        exchange.answer(question, () -> Mono.just(list("EXECUTING", START)));

        assertThat(resolve(unknown(placeList(), LATEST)))
                .isEqualTo(new Resolution.ListPlaced(list("EXECUTING", START)));
        assertThat(exchange.asked).containsExactly(question);
    }

    @Test
    void knowsTheCodeForAListThatDoesNotExist() {
        exchange.answer("orderList.status?origClientOrderId=list", () -> none(-2018));

        assertThat(resolve(unknown(placeList(), LATEST))).isEqualTo(new Resolution.NeverPlaced());
        assertThat(told.get()).isBetween(DECISIVE, DECISIVE.plusMillis(10));
    }

    @Test
    void cannotAskForWhatHasNoName() {
        Resolution nothing = new Resolution.StillUnknown("the request names nothing that can be asked for", null);

        assertThat(resolve(new OutcomeUnknownException("order.place", "lost", "mine", null)))
                .isEqualTo(nothing);
        assertThat(resolve(unknown(UnknownRequests.cancelAll(), LATEST))).isEqualTo(nothing);
        assertThat(resolve(unknown(UnknownRequests.placeUnnamed(), LATEST))).isEqualTo(nothing);
        assertThat(exchange.asked).isEmpty();
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> resolution().withSettling(Duration.ofMillis(-1)))
                .hasMessage("the settling time must not be negative, but is PT-0.001S");
        assertThatThrownBy(() -> resolution().withBound(Duration.ZERO))
                .hasMessage("the bound must be positive, not PT0S");
    }

    /** A new endpoint that changes something has to say what to ask for, or be named here. */
    @TestFactory
    Stream<DynamicTest> knowsWhatToAskForWhicheverRequestItWas() {
        return Catalogue.endpoints().stream()
                .filter(endpoint -> endpoint.security() == SecurityType.TRADE && !endpoint.repeatable())
                .map(endpoint -> dynamicTest(endpoint.name(), () -> {
                    Question question = Question.about(unknown(complete(endpoint), LATEST));

                    assertThat(question == null).isEqualTo(endpoint.name().equals("openOrders.cancelAll"));
                }));
    }

    private static Call<?> complete(Endpoint<?> endpoint) {
        AtomicInteger ids = new AtomicInteger();
        Call<?> call = Call.of(endpoint).identified(() -> "id" + ids.incrementAndGet());
        for (Parameter parameter : endpoint.parameters()) {
            switch (parameter.name()) {
                case "symbol" -> call = call.with("symbol", "A");
                case "orderId", "orderListId" -> call = call.with(parameter.name(), 1);
                case "newQty" -> call = call.with("newQty", BigDecimal.ONE);
                default -> {}
            }
        }
        return call;
    }
}
