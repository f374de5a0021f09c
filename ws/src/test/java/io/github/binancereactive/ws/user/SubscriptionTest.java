/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.model.user.UnknownUserDataEvent;
import io.github.binancereactive.core.model.user.UserDataEvent;
import io.github.binancereactive.ws.api.FakeRequest;
import io.github.binancereactive.ws.api.TestKey;
import io.github.binancereactive.ws.session.SocketClose;
import io.github.binancereactive.ws.user.UserDataSignal.Cause;
import io.github.binancereactive.ws.user.UserDataSignal.Gap;
import io.github.binancereactive.ws.user.UserDataSignal.Interrupted;
import io.github.binancereactive.ws.user.UserDataSignal.Subscribed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;

/** Who gets the events, and what the exchange is asked for that. */
class SubscriptionTest extends UserDataTestCase {

    private static final String TOO_MUCH = "{\"code\":-1003,\"msg\":\"Too much request weight used.\"}";

    private static final String REFUSED =
            "{\"code\":-2015,\"msg\":\"Invalid API-key, IP, or permissions for action.\"}";

    @Test
    void nothingHappensUntilSomebodyListens() {
        userData().events();
        assertThat(exchange.transport().connections()).isEmpty();
    }

    @Test
    void eventsComeAfterTheWordThatTheyDo() {
        Listener<UserDataSignal> listener = listen();
        deposit(1, 0, 1, 2, 3);
        assertThat(listener.values().get(0)).isInstanceOfSatisfying(Subscribed.class, subscribed -> {
            assertThat(subscribed.cause()).isEqualTo(Cause.WANTED);
            assertThat(subscribed.connection()).isEqualTo(1);
        });
        assertThat(listener.numbers()).containsExactly(1, 2, 3);
        FakeRequest asked = requests(BY_SIGNATURE).get(0);
        assertThat(asked.param("apiKey")).isEqualTo("key-a");
        assertThat(asked.param("signature")).isEqualTo(key.signature());
    }

    @Test
    void aKeyThatLogsOnSubscribesByThat() {
        options = options.withCredentials(TestKey.ed25519("key-b").credentials());
        Listener<UserDataSignal> listener = listen();
        deposit(1, 0, 1);
        assertThat(listener.numbers()).containsExactly(1);
        assertThat(requests(BY_LOGON)).hasSize(1);
        assertThat(requests(BY_SIGNATURE)).isEmpty();
    }

    @Test
    void withoutLogonAnEd25519KeySigns() {
        options =
                options.withCredentials(TestKey.ed25519("key-b").credentials()).withLogon(false);
        listen();
        assertThat(requests(BY_SIGNATURE)).hasSize(1);
        assertThat(requests(BY_LOGON)).isEmpty();
    }

    @Test
    void anRsaKeySigns() {
        options = options.withCredentials(TestKey.rsa("key-r").credentials());
        Listener<UserDataSignal> listener = listen();
        pass(Duration.ofMillis(1)); // until the sign scheduler gets to it
        deposit(1, 0, 1);
        assertThat(listener.numbers()).containsExactly(1);
    }

    @Test
    void aClientThatIsConnectedAlreadySubscribesOnThatConnection() {
        started(client().connect());
        Listener<UserDataSignal> listener = listen();
        deposit(1, 0, 1);
        assertThat(listener.numbers()).containsExactly(1);
        assertThat(exchange.transport().connections()).hasSize(1);
    }

    @Test
    void accountsAreToldApart() {
        List<Listener<UserDataEvent>> listeners = IntStream.range(0, 100)
                .mapToObj(i -> Listener.of(userData()
                        .account(TestKey.hmac("account-" + i).credentials())
                        .events()))
                .toList();
        for (int i = 0; i < 100; i++) {
            deposit(1, i, i, 1000 + i);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(listeners.get(i).numbers()).containsExactly(i, 1000 + i);
        }
        assertThat(exchange.transport().connections()).hasSize(1);
        assertThat(client().statistics().failed()).isZero();
    }

    @Test
    void aThousandAccountsWaitForTheirTurn() {
        holdBack(BY_SIGNATURE);
        IntStream.range(0, 1000)
                .forEach(i -> Listener.of(userData()
                        .account(TestKey.hmac("account-" + i).credentials())
                        .events()));
        assertThat(requests(BY_SIGNATURE)).hasSizeLessThan(64);
        for (int i = 0; i < 1000; i++) {
            give(held());
        }
        assertNoneHeld();
        assertThat(client().statistics().failed()).isZero();
    }

    @Test
    void withoutAKeyItFails() {
        options = options.withCredentials(null);
        assertThat(listen().error()).isInstanceOf(IllegalStateException.class);
    }

    // --- sharing ---

    @Test
    void subscribersShareOneSubscription() {
        Listener<UserDataSignal> first = listen();
        Listener<UserDataSignal> second =
                Listener.of(BinanceUserDataStream.of(client()).signals());
        deposit(1, 0, 1);
        assertThat(first.numbers()).containsExactly(1);
        assertThat(second.numbers()).containsExactly(1);
        assertThat(second.values().get(0)).isInstanceOf(Subscribed.class);
        assertThat(requests(BY_SIGNATURE)).hasSize(1);
        assertThat(userData().statistics().subscribers()).isEqualTo(2);
    }

    @Test
    void theLastOneLeavingEndsItAfterAGrace() {
        Listener<UserDataSignal> first = listen();
        Listener<UserDataSignal> second = listen();
        first.cancel();
        pass(GRACE.multipliedBy(2));
        assertThat(requests(UNSUBSCRIBE)).isEmpty();
        second.cancel();
        pass(GRACE.minusMillis(1));
        assertThat(requests(UNSUBSCRIBE)).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(requests(UNSUBSCRIBE)).hasSize(1);
        assertThat(requests(UNSUBSCRIBE).get(0).param("subscriptionId")).isEqualTo("0");
        deposit(1, 0, 9);
        assertThat(userData().statistics().subscribers()).isZero();
        assertThat(userData().statistics().unclaimed()).isEqualTo(1);
    }

    @Test
    void whoComesWithinTheGraceFindsItStillThere() {
        listen().cancel();
        pass(GRACE.minusMillis(1));
        Listener<UserDataSignal> next = listen();
        pass(GRACE.multipliedBy(5));
        deposit(1, 0, 1);
        assertThat(next.numbers()).containsExactly(1);
        assertThat(requests(BY_SIGNATURE)).hasSize(1);
        assertThat(requests(UNSUBSCRIBE)).isEmpty();
    }

    @Test
    void whoComesAfterwardsSubscribesAnew() {
        listen().cancel();
        pass(GRACE);
        Listener<UserDataSignal> next = listen();
        deposit(1, 0, 1);
        deposit(1, 1, 2);
        assertThat(next.numbers()).containsExactly(2);
        assertThat(next.kinds()).containsExactly(Subscribed.class);
    }

    // --- races ---

    @Test
    void cancelledWhileSubscribingItIsUndoneOnceItsNumberIsKnown() {
        holdBack(BY_SIGNATURE);
        listen().cancel();
        pass(GRACE);
        assertThat(requests(UNSUBSCRIBE)).isEmpty();
        give(held());
        assertThat(requests(UNSUBSCRIBE)).hasSize(1);
    }

    @Test
    void wantedAgainWhileSubscribingItIsAskedForOnce() {
        holdBack(BY_SIGNATURE);
        listen().cancel();
        pass(GRACE);
        Listener<UserDataSignal> next = listen();
        give(held());
        assertNoneHeld();
        deposit(1, 0, 1);
        assertThat(next.numbers()).containsExactly(1);
        assertThat(requests(UNSUBSCRIBE)).isEmpty();
    }

    @Test
    void eventsThatComeBeforeTheAnswerAreNotLost() {
        holdBack(BY_SIGNATURE);
        Listener<UserDataSignal> listener = listen();
        deposit(1, 0, 1, 2);
        FakeRequest request = held();
        exchange.connection()
                .send(
                        frame(0, balance(3)),
                        request.answer(result(request)),
                        frame(0, balance(4)),
                        frame(7, balance(9)));
        assertThat(listener.numbers()).containsExactly(1, 2, 3, 4);
        assertThat(userData().statistics().unclaimed()).isEqualTo(1);
    }

    @Test
    void eventsThatAreTooManyBeforeTheAnswerLeaveNoHole() {
        Listener<UserDataSignal> listener = listen();
        exchange.connection(1).fail(SocketClose.lost(null));
        holdBack(BY_SIGNATURE);
        pass(BACKOFF);
        for (int i = 1; i <= 9000; i++) {
            deposit(2, 0, i);
        }
        give(held());
        deposit(2, 0, 9001, 9002);
        assertThat(listener.numbers()).as("those that the gap doesn't span").containsExactly(9001, 9002);
        assertThat(listener.kinds()).containsExactly(Subscribed.class, Interrupted.class, Gap.class, Subscribed.class);
        assertThat(userData().statistics().unclaimed()).isEqualTo(9000);
    }

    @Test
    void disposedWhileSubscribingItCompletes() {
        holdBack(BY_SIGNATURE);
        Listener<UserDataSignal> listener = listen();
        client().dispose();
        assertThat(listener.isComplete()).isTrue();
        assertThat(listen().isComplete()).isTrue();
    }

    @Test
    void aSessionThatEndsForGoodIsAnError() {
        exchange.transport().onConnect(connection -> connection.fail(SocketClose.refused(401, null)));
        Listener<UserDataSignal> listener = listen();
        assertThat(listener.error()).isInstanceOf(ClientClosedException.class);
    }

    // --- refusals ---

    @Test
    void aRefusedKeyIsAnErrorForItsSubscribersAlone() {
        holdBack(BY_SIGNATURE);
        Listener<UserDataSignal> refused = listen();
        Listener<UserDataSignal> other = Listener.of(
                userData().account(TestKey.hmac("key-c").credentials()).signals());
        held().thenFail(401, REFUSED);
        give(held());
        deposit(1, 0, 1);
        assertThat(refused.error()).isInstanceOf(RejectedException.class);
        assertThat(other.numbers()).containsExactly(1);
        holdNothing();
        Listener<UserDataSignal> again = listen();
        deposit(1, 1, 2);
        assertThat(again.numbers()).containsExactly(2);
    }

    @Test
    void eachSubscriberIsRefusedWithAnExceptionOfItsOwn() {
        holdBack(BY_SIGNATURE);
        Listener<UserDataSignal> first = listen();
        Listener<UserDataSignal> second = listen();
        held().thenFail(401, REFUSED);
        assertThat(first.error())
                .isInstanceOf(RejectedException.class)
                .hasMessage(second.error().getMessage())
                .isNotSameAs(second.error());
    }

    @Test
    void whatMayWorkLaterIsTriedAgain() {
        holdBack(BY_SIGNATURE);
        Listener<UserDataSignal> listener = listen();
        held().thenFail(429, TOO_MUCH);
        assertNoneHeld();
        pass(Duration.ofSeconds(1));
        give(held());
        deposit(1, 0, 1);
        assertThat(listener.numbers()).containsExactly(1);
        assertThat(listener.error()).isNull();
    }

    @Test
    void aLogonThatDoesNotCountAnyMoreIsMadeUpForByASignature() {
        options = options.withCredentials(TestKey.ed25519("key-b").credentials());
        holdBack(BY_LOGON);
        Listener<UserDataSignal> listener = listen();
        held().thenFail(401, REFUSED);
        deposit(1, 0, 1);
        assertThat(requests(BY_SIGNATURE)).hasSize(1);
        assertThat(listener.numbers()).containsExactly(1);
    }

    @Test
    void anAnswerThatDoesNotComeCostsTheConnection() {
        holdBack(BY_SIGNATURE);
        Listener<UserDataSignal> listener = listen();
        held();
        pass(Duration.ofSeconds(5)); // the connection doesn't wait for it any longer
        holdNothing();
        pass(Duration.ofSeconds(5)); // nor does the request
        assertThat(exchange.transport().connections()).hasSize(2);
        deposit(2, 0, 1);
        assertThat(listener.numbers()).containsExactly(1);
    }

    @Test
    void aConnectionThatHasHadItsNumberOfSubscriptionsIsReplaced() {
        holdBack(BY_SIGNATURE);
        Listener<UserDataSignal> listener = listen();
        held().thenFail(400, "{\"code\":-2042,\"msg\":\"Maximum subscription ID reached for this connection.\"}");
        FakeRequest again = held();
        assertThat(again.connection()).isSameAs(exchange.connection(2));
        give(again);
        deposit(2, 0, 1);
        assertThat(listener.numbers()).containsExactly(1);
    }

    @Test
    void anAccountThatAnotherKeyHasSubscribedToIsRefused() {
        holdBack(BY_SIGNATURE);
        Listener<UserDataSignal> listener = listen();
        held().thenFail(400, "{\"code\":-2035,\"msg\":\"User Data Stream subscription already active.\"}");
        assertThat(listener.error()).isInstanceOf(RejectedException.class);
        assertThat(exchange.transport().connections()).hasSize(1);
    }

    // --- slow and bad subscribers ---

    @Test
    void whoTakesNothingFailsAloneAndKeepsWhatFits() {
        Listener<UserDataSignal> slow = Listener.of(userData().withBuffer(3).signals(), 0);
        Listener<UserDataSignal> other = listen();
        deposit(1, 0, 1, 2, 3, 4);
        assertThat(other.numbers()).containsExactly(1, 2, 3, 4);
        assertThat(slow.error()).isNull();
        slow.request(100);
        assertThat(slow.numbers()).containsExactly(1, 2);
        assertThat(Exceptions.isOverflow(slow.error())).isTrue();
        assertThat(userData().statistics().dropped()).isEqualTo(1);
        assertThat(userData().statistics().subscribers()).isEqualTo(1);
    }

    @Test
    void whenTheLastOneOverflowsTheSubscriptionEnds() {
        Listener.of(userData().withBuffer(1).signals(), 0);
        deposit(1, 0, 1);
        pass(GRACE);
        assertThat(requests(UNSUBSCRIBE)).hasSize(1);
    }

    @Test
    void oneAtATimeIsFine() {
        Listener<UserDataSignal> listener = Listener.of(userData().signals(), 1);
        deposit(1, 0, 1, 2);
        assertThat(listener.values()).hasSize(1);
        listener.request(1);
        assertThat(listener.numbers()).containsExactly(1);
        listener.request(1);
        assertThat(listener.numbers()).containsExactly(1, 2);
    }

    @Test
    void anErrorInASubscriberIsItsOwn() {
        List<Throwable> errors = new ArrayList<>();
        userData()
                .events()
                .doOnNext(event -> {
                    throw new IllegalStateException("mine");
                })
                .subscribe(event -> {}, errors::add);
        Listener<UserDataSignal> other = listen();
        deposit(1, 0, 1, 2);
        assertThat(other.numbers()).containsExactly(1, 2);
        assertThat(errors).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(userData().statistics().subscribers()).isEqualTo(1);
    }

    @Test
    void aSubscriberMaySubscribeAndCancelWithinASignal() {
        List<Integer> seen = new ArrayList<>();
        Listener<Integer> nested = Listener.of(userData()
                .events()
                .take(1)
                .flatMap(event -> userData().events().take(1))
                .map(event -> 1)
                .doOnNext(seen::add));
        deposit(1, 0, 1);
        deposit(1, 0, 2);
        assertThat(seen).hasSize(1);
        assertThat(nested.isComplete()).isTrue();
    }

    @Test
    void whatNobodyKnowsIsHandedOn() {
        Listener<UserDataEvent> listener = Listener.of(userData().events());
        exchange.send(frame(0, "{\"e\":\"moonPhase\",\"E\":1}"));
        assertThat(listener.values()).singleElement().isInstanceOf(UnknownUserDataEvent.class);
    }

    @Test
    void anEventOfMoreThan64KiBKeepsItsPlace() {
        Listener<UserDataEvent> listener = Listener.of(userData().events());
        String large = "{\"e\":\"moonPhase\",\"E\":1,\"x\":\"" + "y".repeat(100_000) + "\"}";
        exchange.send(frame(0, large), frame(0, balance(1)));
        assertThat(listener.values()).hasSize(2);
        assertThat(listener.values().get(0)).isInstanceOf(UnknownUserDataEvent.class);
    }

    @Test
    void canBeSubscribedToAgainAfterAnError() {
        Flux<UserDataSignal> small = userData().withBuffer(1).signals();
        Listener<UserDataSignal> slow = Listener.of(small, 0);
        deposit(1, 0, 1);
        slow.request(5);
        assertThat(slow.error()).isNotNull();
        Listener<UserDataSignal> again = Listener.of(small);
        deposit(1, 0, 2);
        assertThat(again.numbers()).containsExactly(2);
    }

    @Test
    void noKeyIsShown() {
        listen();
        assertThat(userData().account(TestKey.hmac("secret-key").credentials()).toString())
                .doesNotContain("key");
    }
}
