/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reactor.core.CoreSubscriber;
import reactor.test.subscriber.TestSubscriber;
import reactor.test.util.RaceTestUtils;

class MonoDeliveryTest {

    private final TestSubscriber<String> subscriber =
            TestSubscriber.builder().initialRequest(0).build();
    private final Delivery delivery = new Delivery(subscriber);

    @Test
    void holdsTheValueUntilItIsAskedFor() {
        delivery.deliver("value");
        assertThat(subscriber.getReceivedOnNext()).isEmpty();

        subscriber.request(1);
        subscriber.request(1);
        assertThat(subscriber.getReceivedOnNext()).containsExactly("value");
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void handsTheValueOverWhenItWasAskedForBefore() {
        subscriber.request(5);
        delivery.deliver("value");

        assertThat(subscriber.getReceivedOnNext()).containsExactly("value");
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void needsNoDemandToSayThatThereIsNothing() {
        delivery.deliver(null);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void needsNoDemandToFail() {
        delivery.deliverError(new IllegalStateException("no"));
        assertThat(subscriber.isTerminatedError()).isTrue();
    }

    @Test
    void staysSilentOnceCancelled() {
        delivery.deliver("value");
        subscriber.cancel();
        subscriber.request(1);
        delivery.deliverError(new IllegalStateException("late"));

        assertThat(delivery.cancelled).isTrue();
        assertThat(subscriber.getReceivedOnNext()).isEmpty();
        assertThat(subscriber.isTerminatedOrCancelled()).isTrue();
        assertThat(subscriber.isTerminated()).isFalse();
    }

    @Test
    void handsTheValueOverOnceWhenDemandComesAtTheSameTime() {
        for (int i = 0; i < 5_000; i++) {
            TestSubscriber<String> racing =
                    TestSubscriber.builder().initialRequest(0).build();
            Delivery raced = new Delivery(racing);
            RaceTestUtils.race(() -> raced.deliver("value"), () -> racing.request(1));

            assertThat(racing.getReceivedOnNext()).containsExactly("value");
            assertThat(racing.isTerminatedComplete()).isTrue();
        }
    }

    private static final class Delivery extends MonoDelivery<String> {

        private boolean cancelled;

        Delivery(CoreSubscriber<? super String> actual) {
            super(actual);
            actual.onSubscribe(this);
        }

        @Override
        void onCancel() {
            cancelled = true;
        }
    }
}
