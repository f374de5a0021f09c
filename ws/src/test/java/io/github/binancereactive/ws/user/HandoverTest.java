/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.user.EventStreamTerminated;
import io.github.binancereactive.ws.api.FakeRequest;
import io.github.binancereactive.ws.api.TestKey;
import io.github.binancereactive.ws.session.SocketClose;
import io.github.binancereactive.ws.user.UserDataSignal.Cause;
import io.github.binancereactive.ws.user.UserDataSignal.Event;
import io.github.binancereactive.ws.user.UserDataSignal.Gap;
import io.github.binancereactive.ws.user.UserDataSignal.Interrupted;
import io.github.binancereactive.ws.user.UserDataSignal.Subscribed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the events when connections are replaced, lost, or forget about them. */
class HandoverTest extends UserDataTestCase {

    private static final String REVOKED =
            "{\"id\":null,\"status\":401,\"error\":{\"code\":-2015,\"msg\":\"Invalid API-key, IP, or permissions for action.\"}}";
    private static final String TOO_MUCH = "{\"code\":-1003,\"msg\":\"Too much request weight used.\"}";

    private static Subscribed subscribed(UserDataSignal signal, Cause cause, long connection) {
        assertThat(signal).isInstanceOfSatisfying(Subscribed.class, told -> {
            assertThat(told.cause()).isEqualTo(cause);
            assertThat(told.connection()).isEqualTo(connection);
        });
        return (Subscribed) signal;
    }

    // --- planned ---

    @Test
    void aRotationLosesNothingAndRepeatsNothing() {
        Listener<UserDataSignal> listener = listen();
        answerPings(1);
        deposit(1, 0, 1, 2);
        rotate();
        assertThat(requests(BY_SIGNATURE)).hasSize(2);
        assertThat(exchange.connection(1).isOpen()).isTrue();
        deposit(2, 0, 3, 4);
        deposit(1, 0, 3);
        assertThat(listener.numbers()).containsExactly(1, 2, 3);
        deposit(1, 0, 4, 5);
        deposit(2, 0, 5);
        assertThat(listener.numbers()).containsExactly(1, 2, 3, 4, 5);
        deposit(2, 0, 6);
        pass(OVERLAP);
        assertThat(listener.numbers()).containsExactly(1, 2, 3, 4, 5, 6);
        deposit(2, 0, 7);
        assertThat(listener.numbers()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(listener.others()).hasSize(2);
        subscribed(listener.others().get(1), Cause.ROTATED, 2);
        assertThat(exchange.transport().open()).containsExactly(exchange.connection(2));
        assertThat(userData().statistics().duplicates()).isEqualTo(3);
        assertThat(userData().statistics().gaps()).isZero();
    }

    @Test
    void theOldConnectionStaysUntilItsPongIsThere() {
        Listener<UserDataSignal> listener = listen();
        rotate();
        pass(OVERLAP.multipliedBy(3));
        assertThat(exchange.connection(1).isOpen()).isTrue();
        deposit(1, 0, 1);
        deposit(2, 0, 1, 2);
        assertThat(listener.numbers()).containsExactly(1);
        pass(Duration.ofSeconds(15));
        assertThat(exchange.connection(1).isOpen()).isFalse();
        assertThat(listener.numbers()).containsExactly(1, 2);
        assertThat(userData().statistics().gaps()).isZero();
    }

    @Test
    void whatTheOldConnectionBroughtBeforeItWentIsNotRepeated() {
        Listener<UserDataSignal> listener = listen();
        answerPings(1);
        rotate();
        deposit(1, 0, 1, 2);
        pass(OVERLAP);
        assertThat(exchange.connection(1).isOpen()).isFalse();
        deposit(2, 0, 1, 2, 3);
        assertThat(listener.numbers()).containsExactly(1, 2, 3);
    }

    @Test
    void alikeEventsAllCount() {
        Listener<UserDataSignal> listener = listen();
        answerPings(1);
        rotate();
        deposit(1, 0, 1, 1, 1);
        deposit(2, 0, 1, 1, 1, 1);
        pass(OVERLAP);
        assertThat(listener.numbers()).containsExactly(1, 1, 1, 1);
    }

    @Test
    void theSuccessorIsSubscribedToBeforeItIsUsed() {
        holdBack(BY_SIGNATURE);
        Listener<UserDataSignal> listener = listen();
        give(held());
        Listener<Void> rotated = started(client().session().rotate());
        assertThat(rotated.isComplete()).isFalse();
        deposit(1, 0, 1);
        give(held());
        assertThat(rotated.isComplete()).isTrue();
        assertThat(listener.numbers()).containsExactly(1);
    }

    @Test
    void aSuccessorThatCannotSubscribeYetFollowsLater() {
        holdBack(BY_SIGNATURE);
        Listener<UserDataSignal> listener = listen();
        give(held());
        answerPings(1);
        Listener<Void> rotated = started(client().session().rotate());
        held().thenFail(429, TOO_MUCH);
        assertThat(rotated.isComplete()).isTrue();
        deposit(1, 0, 1);
        assertNoneHeld();
        pass(Duration.ofSeconds(1));
        FakeRequest again = held();
        assertThat(again.connection()).isSameAs(exchange.connection(2));
        give(again);
        deposit(1, 0, 2);
        deposit(2, 0, 2, 3);
        pass(OVERLAP);
        assertThat(listener.numbers()).containsExactly(1, 2, 3);
        assertThat(userData().statistics().gaps()).isZero();
    }

    @Test
    void anotherRotationWithinARotation() {
        Listener<UserDataSignal> listener = listen();
        answerPings(1);
        rotate();
        answerPings(2);
        rotate();
        deposit(1, 0, 1);
        deposit(3, 0, 1, 2);
        deposit(2, 0, 1, 2);
        deposit(1, 0, 2);
        deposit(2, 0, 3);
        deposit(3, 0, 3);
        pass(OVERLAP);
        deposit(3, 0, 4);
        pass(OVERLAP);
        deposit(3, 0, 5);
        assertThat(listener.numbers()).containsExactly(1, 2, 3, 4, 5);
        assertThat(exchange.transport().open()).containsExactly(exchange.connection(3));
        assertThat(userData().statistics().gaps()).isZero();
    }

    @Test
    void aSuccessorThatIsLostChangesNothing() {
        holdBack(BY_SIGNATURE);
        Listener<UserDataSignal> listener = listen();
        give(held());
        started(client().session().rotate());
        held();
        exchange.connection(2).fail(SocketClose.lost(null));
        deposit(1, 0, 1);
        assertThat(listener.numbers()).containsExactly(1);
        assertThat(listener.kinds()).containsExactly(Subscribed.class);
    }

    @Test
    void theOldConnectionLostWhileBothCarriedTheSameIsNoGap() {
        Listener<UserDataSignal> listener = listen();
        rotate();
        deposit(1, 0, 1, 2);
        deposit(2, 0, 2, 3);
        exchange.connection(1).fail(SocketClose.lost(null));
        assertThat(listener.numbers()).containsExactly(1, 2, 3);
        assertThat(listener.kinds()).containsExactly(Subscribed.class, Subscribed.class);
    }

    @Test
    void theOldConnectionLostBeforeThatIsAGap() {
        Listener<UserDataSignal> listener = listen();
        deposit(1, 0, 1);
        pass(Duration.ofSeconds(7));
        rotate();
        Instant subscribed = client().session().state().since();
        deposit(2, 0, 3);
        exchange.connection(1).fail(SocketClose.lost(null));
        assertThat(listener.numbers()).containsExactly(1, 3);
        assertThat(listener.kinds()).containsExactly(Subscribed.class, Gap.class, Subscribed.class);
        Gap gap = (Gap) listener.others().get(1);
        assertThat(gap.from()).isEqualTo(Instant.ofEpochMilli(86_400_001));
        assertThat(gap.to()).isEqualTo(subscribed);
    }

    @Test
    void terminatedOnTheNewConnectionWithinARotation() {
        Listener<UserDataSignal> listener = listen();
        answerPings(1);
        rotate();
        exchange.connection(2).send(frame(0, terminated()));
        deposit(1, 0, 1);
        deposit(2, 1, 1, 2);
        pass(OVERLAP.multipliedBy(2)); // with the second subscription it begins anew
        assertThat(listener.numbers()).containsExactly(1, 2);
        assertThat(listener.values())
                .noneMatch(signal -> signal instanceof Event event && event.event() instanceof EventStreamTerminated);
        assertThat(userData().statistics().gaps()).isZero();
    }

    @Test
    void terminatedOnTheOldConnectionWithinARotation() {
        Listener<UserDataSignal> listener = listen();
        rotate();
        deposit(1, 0, 1);
        deposit(2, 0, 1, 2);
        exchange.connection(1).send(frame(0, terminated()));
        deposit(2, 0, 3);
        assertThat(listener.numbers()).containsExactly(1, 2, 3);
        assertThat(userData().statistics().gaps()).isZero();
        assertThat(exchange.connection(1).isOpen()).isFalse();
    }

    @Test
    void anOldConnectionThatWasGivenUpIsGoodEnoughWhenTheNewOneIsLost() {
        Listener<UserDataSignal> listener = listen();
        Listener<UserDataSignal> other = Listener.of(
                userData().account(TestKey.hmac("other").credentials()).signals());
        holdBack(BY_SIGNATURE);
        rotate();
        give(held());
        held(); // the other account's, for which the new connection waits
        for (int i = 0; i <= 8192; i++) {
            deposit(2, 0, i); // nothing of it on the old connection
        }
        assertThat(requests(UNSUBSCRIBE)).hasSize(1);
        assertThat(listener.numbers()).hasSize(8193);
        assertNoneHeld();
        exchange.connection(2).fail(SocketClose.lost(null));
        FakeRequest again = held();
        assertThat(again.connection()).isSameAs(exchange.connection(1));
        give(again);
        deposit(1, 2, 9001);
        assertThat(listener.numbers()).hasSize(8194).endsWith(9001);
        assertThat(listener.kinds())
                .containsExactly(
                        Subscribed.class, Gap.class, Subscribed.class, Interrupted.class, Gap.class, Subscribed.class);
        assertThat(other.kinds()).containsExactly(Subscribed.class);
    }

    @Test
    void nobodyListensAnyMoreWithinARotation() {
        Listener<UserDataSignal> listener = listen();
        rotate();
        listener.cancel();
        pass(GRACE);
        assertThat(requests(UNSUBSCRIBE)).hasSize(1);
        assertThat(requests(UNSUBSCRIBE).get(0).connection()).isSameAs(exchange.connection(2));
        assertThat(exchange.transport().open()).containsExactly(exchange.connection(2));
    }

    @Test
    void disposedWithinARotation() {
        holdBack(BY_SIGNATURE);
        Listener<UserDataSignal> listener = listen();
        give(held());
        started(client().session().rotate().onErrorComplete());
        client().dispose();
        assertThat(listener.isComplete()).isTrue();
    }

    // --- unplanned ---

    @Test
    void aLostConnectionIsAGapOfKnownBounds() {
        Listener<UserDataSignal> listener = listen();
        deposit(1, 0, 1);
        pass(Duration.ofSeconds(3));
        exchange.connection(1).fail(SocketClose.lost(null));
        assertThat(listener.others().get(1))
                .isInstanceOfSatisfying(
                        Interrupted.class, told -> assertThat(told.cause()).isEqualTo(Cause.RECONNECTED));
        pass(BACKOFF);
        deposit(2, 0, 2);
        assertThat(listener.numbers()).containsExactly(1, 2);
        assertThat(listener.kinds()).containsExactly(Subscribed.class, Interrupted.class, Gap.class, Subscribed.class);
        Gap gap = (Gap) listener.others().get(2);
        assertThat(gap.from()).isEqualTo(Instant.ofEpochMilli(86_400_001));
        assertThat(gap.to()).isEqualTo(Instant.ofEpochMilli(86_403_250));
        subscribed(listener.others().get(3), Cause.RECONNECTED, 2);
    }

    @Test
    void whoComesMeanwhileIsToldSo() {
        listen();
        exchange.connection(1).fail(SocketClose.lost(null));
        Listener<UserDataSignal> late = listen();
        pass(BACKOFF);
        assertThat(late.kinds()).containsExactly(Interrupted.class, Gap.class, Subscribed.class);
    }

    @Test
    void terminatedUnaskedItIsSubscribedToAgain() {
        Listener<UserDataSignal> listener = listen();
        deposit(1, 0, 1);
        exchange.connection(1).send(frame(0, terminated()), frame(0, balance(8)));
        deposit(1, 1, 2);
        assertThat(listener.numbers()).containsExactly(1, 2);
        assertThat(listener.kinds()).containsExactly(Subscribed.class, Interrupted.class, Gap.class, Subscribed.class);
        subscribed(listener.others().get(3), Cause.TERMINATED, 1);
        assertThat(exchange.transport().connections()).hasSize(1);
    }

    @Test
    void afterALogoutItIsSubscribedToBySignature() {
        options = options.withCredentials(TestKey.ed25519("key-b").credentials());
        Listener<UserDataSignal> listener = listen();
        started(client().logout());
        exchange.connection(1).send(frame(0, terminated()));
        deposit(1, 1, 1);
        assertThat(listener.numbers()).containsExactly(1);
        assertThat(requests(BY_LOGON)).hasSize(1);
        assertThat(requests(BY_SIGNATURE)).hasSize(1);
    }

    @Test
    void loggedOnAsSomebodyElseItStaysTheAccountThatItWas() {
        options = options.withCredentials(TestKey.ed25519("key-b").credentials());
        listen();
        started(client().logon(TestKey.ed25519("key-z").credentials()));
        exchange.connection(1).send(frame(0, terminated()));
        assertThat(requests(BY_LOGON)).hasSize(1);
        assertThat(requests(BY_SIGNATURE))
                .singleElement()
                .satisfies(request -> assertThat(request.param("apiKey")).isEqualTo("key-b"));
    }

    @Test
    void aLogonThatIsRevokedIsMadeUpForByASignature() {
        options = options.withCredentials(TestKey.ed25519("key-b").credentials());
        Listener<UserDataSignal> listener = listen();
        deposit(1, 0, 1);
        exchange.send(REVOKED);
        assertThat(requests(UNSUBSCRIBE))
                .singleElement()
                .satisfies(
                        request -> assertThat(request.param("subscriptionId")).isEqualTo("0"));
        assertThat(requests(BY_SIGNATURE)).hasSize(1);
        deposit(1, 1, 2);
        assertThat(listener.numbers()).containsExactly(1, 2);
        assertThat(listener.kinds()).containsExactly(Subscribed.class, Interrupted.class, Gap.class, Subscribed.class);
        subscribed(listener.others().get(3), Cause.TERMINATED, 1);
    }

    @Test
    void revokedWithinARotationTheNewConnectionWillDo() {
        options = options.withCredentials(TestKey.ed25519("key-b").credentials());
        Listener<UserDataSignal> listener = listen();
        rotate();
        deposit(1, 0, 1, 2);
        deposit(2, 0, 2, 3);
        exchange.connection(1).send(REVOKED);
        assertThat(listener.numbers()).containsExactly(1, 2, 3);
        assertThat(requests(BY_SIGNATURE)).isEmpty();
        assertThat(userData().statistics().gaps()).isZero();
    }

    @Test
    void revokedBeforeTheSubscriptionIsAnsweredItIsSubscribedToBySignature() {
        options = options.withCredentials(TestKey.ed25519("key-b").credentials());
        holdBack(BY_LOGON);
        Listener<UserDataSignal> listener = listen();
        held();
        exchange.send(REVOKED);
        assertThat(requests(BY_SIGNATURE)).hasSize(1);
        deposit(1, 0, 1);
        assertThat(listener.numbers()).containsExactly(1);
    }

    @Test
    void aRevokedLogonLeavesSubscriptionsBySignatureAlone() {
        options = options.withCredentials(TestKey.ed25519("key-b").credentials());
        Listener<UserDataSignal> other = Listener.of(
                userData().account(TestKey.hmac("key-c").credentials()).signals());
        exchange.send(REVOKED);
        deposit(1, 0, 1);
        assertThat(other.numbers()).containsExactly(1);
        assertThat(requests(UNSUBSCRIBE)).isEmpty();
    }

    @Test
    void lostAgainAndAgain() {
        Listener<UserDataSignal> listener = listen();
        for (int connection = 1; connection <= 50; connection++) {
            deposit(connection, 0, connection);
            exchange.connection(connection).fail(SocketClose.lost(null));
            pass(BACKOFF.multipliedBy(2));
        }
        List<Integer> all = listener.numbers();
        assertThat(all).hasSize(50).isSorted();
        assertThat(userData().statistics().gaps()).isEqualTo(50);
    }
}
