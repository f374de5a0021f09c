/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.api.AccountApi;
import io.github.binancereactive.core.codec.JsonCodec;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.model.account.Account;
import io.github.binancereactive.core.model.account.Order;
import io.github.binancereactive.ws.session.SocketClose;
import io.github.binancereactive.ws.user.UserDataSignal.NotReconciled;
import io.github.binancereactive.ws.user.UserDataSignal.Reconciled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** Answers that come at the moment when nobody wants them any more: they are ignored, and nothing is reported as dropped. */
class LateAnswersTest extends UserDataTestCase {

    private static final JsonCodec CODEC = JsonCodec.create();

    /** An answer that was on its way when its request was cancelled. */
    record Question(String method, CoreSubscriber<Object> asker) implements Subscription {

        void answer(Object answer) {
            asker.onNext(answer);
            asker.onComplete();
        }

        void refuse() {
            asker.onError(new RejectedException(method, 400, -1100, "Illegal."));
        }

        void interfere() {
            asker.onError(new TransientException(method, "busy", null, null));
        }

        void answer() {
            switch (method) {
                case "openOrders.status" -> answer(List.of());
                case "account.status" -> answer(account());
                default -> answer(order());
            }
        }

        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    }

    private final Queue<Question> questions = new ArrayDeque<>();

    private final AccountApi api = new AccountApi() {
        @Override
        public <R> Mono<R> exchange(Call<R> call) {
            return new Mono<>() {
                @Override
                @SuppressWarnings("unchecked")
                public void subscribe(CoreSubscriber<? super R> actual) {
                    Question question = new Question(call.endpoint().method(), (CoreSubscriber<Object>) actual);
                    questions.add(question);
                    actual.onSubscribe(question);
                }
            };
        }
    };

    static Stream<Consumer<Question>> answers() {
        return Stream.of(Question::answer, Question::refuse, Question::interfere);
    }

    static Stream<Arguments> answersAndPlaces() {
        return answers().flatMap(answer -> IntStream.range(0, 4).mapToObj(place -> Arguments.of(answer, place)));
    }

    private static Account account() {
        return decode(Reports.account(1), ResultType.of(Account.class));
    }

    private static Order order() {
        return decode(Reports.order(1, "FILLED", "10", 100), ResultType.of(Order.class));
    }

    private static <T> T decode(String json, ResultType<T> type) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return CODEC.decode(type, bytes, 0, bytes.length);
    }

    /** Does something between an answer and whoever takes it, or between two operators on its way there, once. */
    private final class Interposed<T> implements CoreSubscriber<T> {

        private final CoreSubscriber<? super T> actual;

        Interposed(CoreSubscriber<? super T> actual) {
            this.actual = actual;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            actual.onSubscribe(subscription);
        }

        @Override
        public void onNext(T value) {
            interfere();
            actual.onNext(value);
        }

        @Override
        public void onError(Throwable error) {
            interfere();
            actual.onError(error);
        }

        @Override
        public void onComplete() {
            actual.onComplete();
        }

        private void interfere() {
            if (passing-- > 0) {
                return;
            }
            Runnable now = interference;
            interference = () -> {};
            now.run();
        }
    }

    private Runnable interference = () -> {};
    private int passing; // so many places are passed before

    @BeforeEach
    void interpose() {
        Hooks.onLastOperator("interposed", Operators.lift((source, actual) -> new Interposed<>(actual)));
    }

    @AfterEach
    void interposeNoMore() {
        Hooks.resetOnLastOperator("interposed");
    }

    /** It has asked for open orders. */
    private Listener<UserDataSignal> listener() {
        client().use(UserDataHub.class, connections -> new UserDataHub(connections, credentials -> api));
        return Listener.of(userData().withReconciliation().signals());
    }

    /** It knows two open orders, and asks what has become of them. */
    private Listener<UserDataSignal> reconciling() {
        Listener<UserDataSignal> listener = listener();
        questions.remove().answer();
        for (int order = 1; order <= 2; order++) {
            exchange.send(frame(0, Reports.json("NEW", "NEW", order, 10 + order, "0", order)));
        }
        loseConnection();
        return listener;
    }

    private void loseConnection() {
        exchange.connection().fail(SocketClose.lost(null));
        pass(BACKOFF);
    }

    private void everybodyLeaves(Listener<UserDataSignal> listener) {
        listener.cancel();
        pass(GRACE);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void openOrdersWhenEverybodyHasLeft(Consumer<Question> end) {
        everybodyLeaves(listener());
        end.accept(questions.remove());
        assertThat(questions).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void openOrdersJustWhenEverybodyLeaves(Consumer<Question> end) {
        Listener<UserDataSignal> listener = listener();
        interference = () -> everybodyLeaves(listener);
        end.accept(questions.remove());
        assertThat(questions).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("answersAndPlaces")
    void theLastOfAllJustWhenEverybodyLeaves(Consumer<Question> end, int place) {
        Listener<UserDataSignal> listener = reconciling();
        questions.remove().answer();
        questions.remove().answer();
        questions.remove().answer();
        passing = place;
        interference = () -> everybodyLeaves(listener);
        end.accept(questions.remove());
        everybodyLeaves(listener);
        assertThat(client().statistics().inFlight()).isZero();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whatIsAskedFirstWhenEverybodyHasLeft(Consumer<Question> end) {
        everybodyLeaves(reconciling());
        assertThat(questions).hasSize(2);
        end.accept(questions.remove());
        end.accept(questions.remove());
        assertThat(questions).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void theLastOfThemWhenEverybodyHasLeft(Consumer<Question> end) {
        Listener<UserDataSignal> listener = reconciling();
        questions.remove().answer();
        everybodyLeaves(listener);
        end.accept(questions.remove());
        assertThat(questions).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void ordersWhenEverybodyHasLeft(Consumer<Question> end) {
        Listener<UserDataSignal> listener = reconciling();
        questions.remove().answer();
        questions.remove().answer();
        everybodyLeaves(listener);
        assertThat(questions).hasSize(2);
        end.accept(questions.remove());
        end.accept(questions.remove());
        assertThat(questions).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void thoseOfTheGapBeforeWhenThereIsAnother(Consumer<Question> end) {
        Listener<UserDataSignal> listener = reconciling();
        Question first = questions.remove();
        Question second = questions.remove();
        loseConnection();
        end.accept(first);
        end.accept(second);
        assertThat(questions).hasSize(2);
        questions.remove().answer();
        questions.remove().answer();
        questions.remove().answer();
        questions.remove().answer();
        assertThat(listener.kinds()).endsWith(Reconciled.class);
        assertThat(listener.kinds()).filteredOn(Reconciled.class::equals).hasSize(1);
    }

    @Test
    void bothFailAndItIsToldOnce() {
        Listener<UserDataSignal> listener = reconciling();
        Question first = questions.remove();
        Question second = questions.remove();
        first.refuse();
        second.refuse();
        assertThat(listener.kinds()).endsWith(NotReconciled.class);
        assertThat(listener.kinds()).filteredOn(NotReconciled.class::equals).hasSize(1);
    }

    @Test
    void bothOrdersFailAndItIsToldOnce() {
        Listener<UserDataSignal> listener = reconciling();
        questions.remove().answer();
        questions.remove().answer();
        Question first = questions.remove();
        Question second = questions.remove();
        first.refuse();
        second.refuse();
        assertThat(listener.kinds()).endsWith(NotReconciled.class);
        assertThat(listener.kinds()).filteredOn(NotReconciled.class::equals).hasSize(1);
    }
}
