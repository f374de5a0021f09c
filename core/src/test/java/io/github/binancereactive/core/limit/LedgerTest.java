/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {

    private static final long NOON = Instant.parse("2026-07-21T12:00:00Z").toEpochMilli();
    private static final long MARGIN = 250;
    private static final AccountKey ACCOUNT = AccountKey.of("an account");
    private static final RateLimit WEIGHT = weight(100);

    /** What a request at some moment leaves counted a little later: the windows are aligned, and edges count twice. */
    @ParameterizedTest
    @CsvSource({
        // taken at, looked at, counted
        "30000,  30000, 7",
        "30000,  59749, 7",
        "30000,  59999, 7",
        "30000,  60249, 7", // by their clock the minute may not be over yet
        "30000,  60250, 0",
        "59749,  60250, 0",
        "59750,  60250, 7", // it may have been counted in the next
        "59750, 119999, 7",
        "59750, 120250, 0",
        "60249,  60250, 7",
        "60249, 120249, 7",
        "60249, 120250, 0",
        "60250, 120000, 7",
        "30000, 600000, 0",
    })
    void windowsBeginOnTheMinuteGiveOrTakeTheMargin(long taken, long looked, long counted) {
        Ledger ledger = ledger(WEIGHT).at(NOON + taken).taken(weighing(7), Ledger.NO_ACCOUNT);
        ledger = ledger.at(NOON + taken).lost(weighing(7), Ledger.NO_ACCOUNT);
        assertThat(used(ledger.at(NOON + looked))).isEqualTo(counted);
    }

    @Test
    void whatIsUnderWayCountsInEveryWindowUntilItIsSettled() {
        Ledger ledger = taken(ledger(WEIGHT), 30_000, 7);
        assertThat(used(ledger.at(NOON + 600_000))).isEqualTo(7);
        Ledger settled = answered(ledger, 600_000, 7, ledger.tick());
        assertThat(used(settled)).isEqualTo(7); // nobody knows in which window it was counted
        assertThat(used(settled.at(NOON + 660_250))).isZero();
    }

    @Test
    void aReportWinsOverTheTableInEitherDirection() {
        Ledger one = taken(ledger(WEIGHT), 30_000, 5);
        assertThat(used(answered(one, 30_000, 5, one.tick(), 0))).isZero(); // a successful order weighs nothing
        assertThat(used(answered(one, 30_000, 5, one.tick(), 93))).isEqualTo(93); // others send too
    }

    @Test
    void aReportIsAddedToWhatItCanNotInclude() {
        Ledger first = taken(ledger(WEIGHT), 30_000, 5);
        Ledger both = taken(first, 30_000, 20);
        Ledger settled = answered(both, 30_000, 5, first.tick(), 11);
        assertThat(used(settled)).isEqualTo(31);
        assertThat(used(answered(settled, 30_000, 20, both.tick(), 31))).isEqualTo(31);
        assertThat(used(answered(settled, 30_000, 20, both.tick(), 25))).isEqualTo(25);
    }

    @Test
    void ofReportsThatOvertookEachOtherTheHighestCounts() {
        Ledger first = taken(ledger(WEIGHT), 30_000, 5);
        Ledger both = taken(first, 30_000, 5);
        Ledger late = answered(both, 30_000, 5, both.tick(), 60);
        assertThat(used(answered(late, 30_000, 5, first.tick(), 55))).isEqualTo(60);
    }

    @Test
    void aLowerReportCountsWhenItsRequestWasPermittedAfterTheHigherCame() {
        Ledger first = taken(ledger(WEIGHT), 30_000, 5);
        Ledger high = answered(first, 30_000, 5, first.tick(), 60);
        Ledger second = taken(high, 30_000, 5);
        assertThat(used(answered(second, 30_000, 5, second.tick(), 12))).isEqualTo(12);
    }

    @Test
    void aReportThatMayBeAboutTheWindowBeforeCountsForNothing() {
        Ledger before = taken(ledger(WEIGHT), 59_000, 5);
        assertThat(used(answered(before, 60_300, 5, before.tick(), 99))).isEqualTo(5);
        Ledger atTheEdge = taken(ledger(WEIGHT), 60_100, 5);
        assertThat(used(answered(atTheEdge, 60_300, 5, atTheEdge.tick(), 99))).isEqualTo(5);
        Ledger after = taken(ledger(WEIGHT), 60_250, 5);
        assertThat(used(answered(after, 60_300, 5, after.tick(), 99))).isEqualTo(99);
    }

    @Test
    void whatHadNoReportStaysUntilALaterRequestReports() {
        Ledger first = taken(ledger(WEIGHT), 30_000, 5);
        Ledger second = taken(first, 30_000, 6);
        Ledger silent = answered(second, 30_000, 5, first.tick());
        assertThat(used(silent)).isEqualTo(11);
        Ledger overlapping = answered(silent, 30_000, 6, second.tick(), 6);
        assertThat(used(overlapping)).isEqualTo(11); // the 6 may have been counted before the 5
        Ledger third = taken(overlapping, 30_000, 1);
        assertThat(used(answered(third, 30_000, 1, third.tick(), 12))).isEqualTo(12);
    }

    @Test
    void whatWasLostStaysUntilTheWindowEnds() {
        Ledger lost = taken(ledger(WEIGHT), 30_000, 5).lost(weighing(5), Ledger.NO_ACCOUNT);
        Ledger asked = taken(lost, 30_000, 1);
        asked = answered(asked, 30_000, 1, asked.tick(), 1);
        assertThat(used(asked)).isEqualTo(6);
        assertThat(used(asked.at(NOON + 60_250))).isZero();
    }

    @Test
    void admitsExactlyTheLimit() {
        Ledger ledger = taken(ledger(WEIGHT), 30_000, 90);
        assertThat(ledger.admits(weighing(10), Ledger.NO_ACCOUNT, NOON + 30_000))
                .isTrue();
        assertThat(ledger.admits(weighing(11), Ledger.NO_ACCOUNT, NOON + 30_000))
                .isFalse();
        Ledger next = ledger.lost(weighing(90), Ledger.NO_ACCOUNT).at(NOON + 60_250);
        assertThat(next.admits(weighing(11), Ledger.NO_ACCOUNT, NOON + 60_250)).isTrue();
    }

    @Test
    void whatCostsNothingAlwaysFits() {
        Ledger full = taken(ledger(WEIGHT), 30_000, 100);
        full = answered(full, 30_000, 100, full.tick(), 250);
        assertThat(full.admits(weighing(0), Ledger.NO_ACCOUNT, NOON + 30_000)).isTrue();
    }

    @Test
    void aLimitThatIsLoweredCountsAtOnceAndKeepsWhatWasCounted() {
        Ledger ledger = taken(ledger(WEIGHT), 30_000, 50).knowing(List.of(weight(55)), NOON + 30_000);
        assertThat(ledger.admits(weighing(6), Ledger.NO_ACCOUNT, NOON + 30_000)).isFalse();
        assertThat(ledger.admits(weighing(5), Ledger.NO_ACCOUNT, NOON + 30_000)).isTrue();
        assertThat(ledger.canNeverAdmit(weighing(56), Ledger.NO_ACCOUNT)).isTrue();
    }

    @Test
    void aReportCanLowerALimitAtAnyTimeAndRaiseItWhenItIsRecent() {
        Ledger old = taken(ledger(WEIGHT), 59_000, 1);
        assertThat(limit(answeredWithLimit(old, 60_300, old.tick(), 80))).isEqualTo(80);
        assertThat(limit(answeredWithLimit(old, 60_300, old.tick(), 120))).isEqualTo(100);
        Ledger recent = taken(ledger(WEIGHT), 30_000, 1);
        assertThat(limit(answeredWithLimit(recent, 30_000, recent.tick(), 120))).isEqualTo(120);
    }

    @Test
    void learnsKindsThatOccurAndLeavesTheOthers() {
        RateLimit raw = new RateLimit(RateLimitType.RAW_REQUESTS, RateLimitInterval.MINUTE, 5, 1_000);
        RateLimit orders = new RateLimit(RateLimitType.ORDERS, RateLimitInterval.SECOND, 10, 50);
        RateLimit daily = new RateLimit(RateLimitType.ORDERS, RateLimitInterval.DAY, 1, 500);
        Ledger before = Ledger.opened(List.of(WEIGHT, orders), MARGIN, NOON).withAccount(NOON);
        Ledger ledger = before.taken(new Cost(1, 1, 3, 0, ACCOUNT), 0).knowing(List.of(raw, daily), NOON);
        assertThat(limits(ledger.weight())).containsExactly(WEIGHT);
        assertThat(limits(ledger.rawRequests())).containsExactly(raw);
        assertThat(limits(ledger.orders().get(0))).containsExactly(daily);
        assertThat(ledger.rawRequests().inFlight()).isOne(); // known although there was no limit then
        assertThat(limits(ledger.withAccount(NOON).orders().get(1))).containsExactly(daily);
    }

    @Test
    void ignoresLimitsThatMakeNoSense() {
        RateLimit unknown = new RateLimit(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.UNKNOWN, 1, 10);
        RateLimit empty = new RateLimit(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.MINUTE, 1, 0);
        RateLimit nothing = new RateLimit(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.MINUTE, 0, 10);
        RateLimit other = new RateLimit(RateLimitType.UNKNOWN, RateLimitInterval.MINUTE, 1, 10);
        Ledger ledger = ledger(WEIGHT).knowing(List.of(unknown, empty, nothing, other), NOON);
        assertThat(limits(ledger.weight())).containsExactly(WEIGHT);
    }

    @Test
    void accountsDoNotShareTheirOrders() {
        RateLimit orders = new RateLimit(RateLimitType.ORDERS, RateLimitInterval.SECOND, 10, 2);
        Ledger ledger =
                Ledger.opened(List.of(orders), MARGIN, NOON).withAccount(NOON).withAccount(NOON);
        Cost two = new Cost(1, 1, 2, 0, ACCOUNT);
        Ledger full = ledger.taken(two, 0);
        assertThat(full.admits(two, 0, NOON)).isFalse();
        assertThat(full.admits(two, 1, NOON)).isTrue();
        assertThat(full.at(NOON + 10_250, 0).admits(two, 0, NOON + 10_250)).isFalse(); // still under way
        assertThat(full.givenBack(two, 0).admits(two, 0, NOON)).isTrue();
    }

    @Test
    void everyOrderLimitOfAnAccountCounts() {
        RateLimit tenSeconds = new RateLimit(RateLimitType.ORDERS, RateLimitInterval.SECOND, 10, 5);
        RateLimit day = new RateLimit(RateLimitType.ORDERS, RateLimitInterval.DAY, 1, 7);
        Ledger ledger = Ledger.opened(List.of(tenSeconds, day), MARGIN, NOON).withAccount(NOON);
        Cost four = new Cost(1, 1, 4, 0, ACCOUNT);
        ledger = ledger.taken(four, 0).lost(four, 0).at(NOON + 10_250);
        assertThat(ledger.admits(four, 0, NOON + 10_250)).isFalse();
        assertThat(ledger.admits(new Cost(1, 1, 3, 0, ACCOUNT), 0, NOON + 10_250))
                .isTrue();
    }

    @Test
    void aClockThatIsSetBackKeepsWhatWasCounted() {
        Ledger ledger = taken(ledger(WEIGHT), 90_000, 60).lost(weighing(60), Ledger.NO_ACCOUNT);
        Ledger back = ledger.at(NOON - 3_600_000);
        assertThat(used(back)).isEqualTo(60);
        assertThat(used(back.at(NOON - 3_600_000 + 60_250))).isZero();
    }

    @Test
    void aClosedGateOpensByItselfAndALaterEndWins() {
        Ledger ledger = ledger(WEIGHT)
                .closed(Instant.ofEpochMilli(NOON + 5_000), NOON)
                .closed(Instant.ofEpochMilli(NOON + 1_000), NOON);
        assertThat(ledger.admits(weighing(0), Ledger.NO_ACCOUNT, NOON + 5_249)).isFalse();
        assertThat(ledger.admits(weighing(0), Ledger.NO_ACCOUNT, NOON + 5_250)).isTrue();
    }

    @Test
    void closedWithoutATimeItStaysSoUntilTheFullerWindowEnds() {
        RateLimit raw = new RateLimit(RateLimitType.RAW_REQUESTS, RateLimitInterval.MINUTE, 5, 100);
        Ledger ledger = Ledger.opened(List.of(WEIGHT, raw), MARGIN, NOON);
        Ledger heavy = ledger.taken(new Cost(90, 10, 0, 0, null), Ledger.NO_ACCOUNT);
        assertThat(heavy.closed(null, NOON).closedUntil()).isEqualTo(NOON + 60_250);
        Ledger frequent = ledger.taken(new Cost(10, 90, 0, 0, null), Ledger.NO_ACCOUNT);
        assertThat(frequent.closed(null, NOON).closedUntil()).isEqualTo(NOON + 300_250);
    }

    @Test
    void saysWhatIsShortAndUntilWhen() {
        Ledger full = taken(ledger(WEIGHT), 30_000, 95);
        assertThat(full.shortage(weighing(5), Ledger.NO_ACCOUNT, NOON + 30_000)).isNull();
        assertThat(full.shortage(weighing(6), Ledger.NO_ACCOUNT, NOON + 30_000))
                .isEqualTo(new Shortage("REQUEST_WEIGHT (100 in 1 MINUTE) is used up", NOON + 60_250));
        assertThat(full.shortage(weighing(101), Ledger.NO_ACCOUNT, NOON + 30_000))
                .isEqualTo(new Shortage("it costs more than all of REQUEST_WEIGHT (100 in 1 MINUTE)", Shortage.NEVER));
        Ledger closed = full.closed(Instant.ofEpochMilli(NOON + 90_000), NOON + 30_000);
        assertThat(closed.shortage(weighing(6), Ledger.NO_ACCOUNT, NOON + 30_000))
                .isEqualTo(new Shortage("the exchange wants no requests now", NOON + 90_250));
    }

    @Test
    void aShortWindowHasAShortMargin() {
        RateLimit second = new RateLimit(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.SECOND, 1, 10);
        Ledger ledger = Ledger.opened(List.of(second), 5_000, NOON + 500).taken(weighing(10), Ledger.NO_ACCOUNT);
        Ledger lost = ledger.lost(weighing(10), Ledger.NO_ACCOUNT);
        assertThat(lost.at(NOON + 1_249).admits(weighing(1), Ledger.NO_ACCOUNT, NOON + 1_249))
                .isFalse();
        assertThat(lost.at(NOON + 1_250).admits(weighing(10), Ledger.NO_ACCOUNT, NOON + 1_250))
                .isTrue();
    }

    private static RateLimit weight(int limit) {
        return new RateLimit(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.MINUTE, 1, limit);
    }

    private static Cost weighing(int weight) {
        return new Cost(weight, 1, 0, 0, null);
    }

    private static Ledger ledger(RateLimit limit) {
        return Ledger.opened(List.of(limit), MARGIN, NOON + 1_000);
    }

    private static Ledger taken(Ledger ledger, long millis, int weight) {
        return ledger.at(NOON + millis).taken(weighing(weight), Ledger.NO_ACCOUNT);
    }

    private static Ledger answered(Ledger ledger, long millis, int weight, long permitted, int... reported) {
        List<Usage> report = Arrays.stream(reported)
                .mapToObj(count -> new Usage(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.MINUTE, 1, count, 0))
                .toList();
        return ledger.at(NOON + millis).answered(weighing(weight), Ledger.NO_ACCOUNT, permitted, report);
    }

    private static Ledger answeredWithLimit(Ledger ledger, long millis, long permitted, int limit) {
        Usage usage = new Usage(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.MINUTE, 1, 1, limit);
        return ledger.at(NOON + millis).answered(weighing(1), Ledger.NO_ACCOUNT, permitted, List.of(usage));
    }

    private static long used(Ledger ledger) {
        return ledger.weight().gauges().get(0).counted() + ledger.weight().inFlight();
    }

    private static int limit(Ledger ledger) {
        return ledger.weight().gauges().get(0).limit().limit();
    }

    private static List<RateLimit> limits(Meter meter) {
        return meter.gauges().stream().map(Gauge::limit).toList();
    }
}
