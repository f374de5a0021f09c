/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static io.github.binancereactive.ws.stream.Events.tradesBetween;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.binancereactive.core.model.stream.TradeEvent;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an application asks for that makes no sense is refused where it asks; what is only large is taken. */
class StreamInputTest extends StreamTestCase {

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> trades().withOverflow(null))
                .withMessage("policy");
        assertThatNullPointerException()
                .isThrownBy(() -> trades().withDropListener(null))
                .withMessage("listener");
        assertThatNullPointerException()
                .isThrownBy(() -> trades().withBackfill(null))
                .withMessage("api");
        assertThatNullPointerException()
                .isThrownBy(() -> trades().withStaleAfter(null))
                .withMessage("silence");
        assertThatNullPointerException()
                .isThrownBy(() -> Overflow.buffer(1, null))
                .withMessage("whenFull");
        Overflow.Buffer buffer = new Overflow.Buffer(1, Overflow.WhenFull.ERROR);
        assertThatNullPointerException()
                .isThrownBy(() -> Overflow.pause(null, buffer))
                .withMessage("maxStall");
        assertThatNullPointerException()
                .isThrownBy(() -> Overflow.pause(Duration.ofSeconds(1), null))
                .withMessage("afterwards");
    }

    @Test
    void aSilenceIsNoneOrLongEnoughToBeNoticed() {
        for (Duration silence : List.of(Duration.ofSeconds(-1), Duration.ofNanos(1), Duration.ofMillis(999))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> trades().withStaleAfter(silence))
                    .withMessageContaining("silence must be ")
                    .withMessageContaining(silence.toString());
        }
        trades().withStaleAfter(Duration.ZERO);
        trades().withStaleAfter(Duration.ofSeconds(1));
    }

    @Test
    void aSilenceMayBeAsGoodAsForEver() {
        Taker<TradeEvent> taker = Taker.unbounded(trades().withStaleAfter(ChronoUnit.FOREVER.getDuration()));
        bring(line().subscribe(1), 1, 3);
        passSeconds(100_000);
        assertThat(taker.values()).isEqualTo(tradesBetween(1, 3));
        assertThat(line().renewals).isZero();
    }

    @Test
    void aStreamMayBeKeptAsGoodAsForEver() {
        hubs = StreamHubs.of(
                supply, StreamHubs.Settings.defaults().withUnsubscribeGrace(ChronoUnit.FOREVER.getDuration()));
        Taker.unbounded(trades()).cancel();
        passSeconds(100_000);
        assertThat(line().closed).isFalse();
        Taker<TradeEvent> again = Taker.unbounded(trades());
        bring(line().subscribe(1), 1, 3);
        assertThat(again.values()).isEqualTo(tradesBetween(1, 3));
        again.cancel();
        passSeconds(100_000);
        Taker<TradeEvent> third = Taker.unbounded(trades());
        bring(line().subscribe(2), 4, 5);
        assertThat(third.values()).isEqualTo(tradesBetween(4, 5));
        assertThat(supply.opened()).isEqualTo(1);
    }

    @Test
    void everyFamilyHasItsDeclaredPolicyByDefault() {
        Samples.ofAllFamilies().forEach(this::assertDefault);
    }

    private <T> void assertDefault(Samples<T> samples) {
        Taker<T> taker = Taker.asking(0, hubs.flux(samples.stream()));
        Feed<T> feed = supply.<T>line().subscribe(1);
        samples.bring(feed, 1, 8192);
        boolean isState = samples.stream().family().isState();
        assertThat(taker.error()).isNull();
        samples.bring(feed, 8193, 8193);
        taker.request(Long.MAX_VALUE);
        assertThat(taker.values())
                .as("%s", samples)
                .isEqualTo(isState ? samples.between(8193, 8193) : samples.between(1, 8192));
        assertThat(taker.error() == null).as("%s", samples).isEqualTo(isState);
    }
}
