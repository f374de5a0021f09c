/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.ws.api.TestKey;
import io.github.binancereactive.ws.session.SocketClose;
import io.github.binancereactive.ws.user.UserDataSignal.Subscribed;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is left when subscribers have gone, and what meets those who come back at once. */
class DepartureTest extends UserDataTestCase {

    private static final String ACTIVE = "{\"code\":-2035,\"msg\":\"User Data Stream subscription already active.\"}";
    private static final String INACTIVE = "{\"code\":-2036,\"msg\":\"User Data Stream subscription not active.\"}";

    private void everybodyLeaves() {
        listen().cancel();
        pass(GRACE);
    }

    private int knownAccounts() {
        return client().use(UserDataHub.class, connections -> {
                    throw new AssertionError("there is none");
                })
                .knownAccounts();
    }

    @Test
    void anAccountThatHasEventsAllTheTimeIsLeftLikeAnyOther() {
        listen().cancel();
        for (int i = 1; i < 10; i++) {
            pass(GRACE.dividedBy(10));
            deposit(1, 0, i);
        }
        assertThat(requests(UNSUBSCRIBE)).isEmpty();
        pass(GRACE.dividedBy(10));
        assertThat(requests(UNSUBSCRIBE)).hasSize(1);
    }

    @Test
    void nothingIsKnownOfAnAccountThatNobodyListensTo() {
        holdBack(UNSUBSCRIBE);
        everybodyLeaves();
        assertThat(knownAccounts()).isEqualTo(1);
        give(held());
        assertThat(knownAccounts()).isZero();
    }

    // --- coming back ---

    @Test
    void wantedAgainBeforeTheEndIsAnsweredItWaitsForThat() {
        holdBack(UNSUBSCRIBE);
        everybodyLeaves();
        Listener<UserDataSignal> next = listen();
        deposit(1, 0, 9);
        assertThat(requests(BY_SIGNATURE)).as("would be refused").hasSize(1);
        give(held());
        assertThat(requests(BY_SIGNATURE)).hasSize(2);
        deposit(1, 0, 9);
        deposit(1, 1, 1);
        assertThat(next.numbers()).containsExactly(1);
        assertThat(next.kinds()).containsExactly(Subscribed.class);
        assertThat(exchange.transport().connections()).hasSize(1);
    }

    @Test
    void wantedAndLeftAgainMeanwhileItIsNotSubscribedTo() {
        holdBack(UNSUBSCRIBE);
        everybodyLeaves();
        everybodyLeaves();
        give(held());
        assertNoneHeld();
        assertThat(requests(BY_SIGNATURE)).hasSize(1);
        assertThat(knownAccounts()).isZero();
    }

    @Test
    void whenNobodyKnowsWhetherItHasEndedAnotherConnectionWillDo() {
        holdBack(UNSUBSCRIBE);
        everybodyLeaves();
        Listener<UserDataSignal> next = listen();
        held();
        holdBack(BY_SIGNATURE);
        pass(Duration.ofSeconds(10));
        held().thenFail(400, ACTIVE);
        give(held());
        assertThat(exchange.transport().connections()).hasSize(2);
        deposit(2, 0, 1);
        assertThat(next.numbers()).containsExactly(1);
    }

    @Test
    void whatHadEndedByItselfLeavesNoDoubt() {
        holdBack(UNSUBSCRIBE);
        everybodyLeaves();
        Listener<UserDataSignal> next = listen();
        holdBack(BY_SIGNATURE);
        held().thenFail(400, INACTIVE);
        held().thenFail(400, ACTIVE);
        assertThat(next.error()).as("another key of the same account has it").isInstanceOf(RejectedException.class);
        assertThat(exchange.transport().connections()).hasSize(1);
    }

    @Test
    void theConnectionLostMeanwhileTheNextIsSubscribedTo() {
        holdBack(UNSUBSCRIBE);
        everybodyLeaves();
        Listener<UserDataSignal> next = listen();
        exchange.connection(1).fail(SocketClose.lost(null));
        pass(BACKOFF);
        deposit(2, 0, 1);
        assertThat(next.numbers()).containsExactly(1);
        assertThat(requests(BY_SIGNATURE)).hasSize(2);
    }

    // --- many ---

    @Test
    void manyThatLeaveAtOnceAllLeave() {
        List<Listener<UserDataSignal>> listeners = IntStream.range(0, 200)
                .mapToObj(i -> Listener.of(userData()
                        .account(TestKey.hmac("account-" + i).credentials())
                        .signals()))
                .toList();
        holdBack(UNSUBSCRIBE);
        listeners.forEach(Listener::cancel);
        pass(GRACE);
        assertThat(requests(UNSUBSCRIBE)).hasSizeLessThan(64);
        for (int i = 0; i < 200; i++) {
            give(held());
        }
        assertNoneHeld();
        assertThat(requests(UNSUBSCRIBE)).hasSize(200);
        assertThat(client().statistics().failed()).isZero();
        assertThat(knownAccounts()).isZero();
    }

    // --- the end ---

    @Test
    void whoComesAfterTheClientWasDisposedOfIsToldAndForgotten() {
        listen();
        client().dispose();
        for (int i = 0; i < 3; i++) {
            Listener<UserDataSignal> late = listen();
            assertThat(late.isComplete()).isTrue();
            assertThat(late.values()).isEmpty();
        }
        assertThat(knownAccounts()).isZero();
        assertThat(userData().statistics().subscribers()).isZero();
        assertThat(requests(BY_SIGNATURE)).hasSize(1);
    }

    @Test
    void whoComesAfterTheSessionEndedForGoodIsToldWhyAndForgotten() {
        exchange.transport().onConnect(connection -> connection.fail(SocketClose.refused(401, null)));
        listen();
        Listener<UserDataSignal> first = listen();
        Listener<UserDataSignal> second = listen();
        assertThat(first.error()).isInstanceOf(ClientClosedException.class).isNotSameAs(second.error());
        assertThat(second.error())
                .isInstanceOf(ClientClosedException.class)
                .hasCause(first.error().getCause());
        assertThat(knownAccounts()).isZero();
    }

    @Test
    void disposedWhileAnEndIsNotAnsweredNothingIsKnown() {
        holdBack(UNSUBSCRIBE);
        everybodyLeaves();
        client().dispose();
        assertThat(knownAccounts()).isZero();
    }
}
