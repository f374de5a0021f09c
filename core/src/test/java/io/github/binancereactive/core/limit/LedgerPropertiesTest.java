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
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** An exchange that counts in its own time, requests that take any way there and back, and a clock that is off. */
class LedgerPropertiesTest {

    private static final RateLimit SHORT = new RateLimit(RateLimitType.ORDERS, RateLimitInterval.SECOND, 10, 12);
    private static final RateLimit LONG = new RateLimit(RateLimitType.ORDERS, RateLimitInterval.MINUTE, 1, 40);
    private static final long MARGIN = 400;
    private static final long START = Instant.parse("2026-07-21T11:59:58Z").toEpochMilli();
    private static final AccountKey ACCOUNT = AccountKey.of("an account");

    enum Kind {
        TIME,
        A_LONG_TIME,
        ACQUIRE,
        PROCESS,
        ANSWER,
        ANSWER_WITHOUT_REPORT,
        LOSE,
        GIVE_BACK,
        FILL,
        CLOCK
    }

    record Step(Kind kind, int number) {}

    @Property(tries = 3000)
    void theExchangeNeverCountsMoreThanTheLimit(@ForAll("steps") List<Step> steps) {
        Run run = new Run();
        steps.forEach(run::take);
    }

    @Property
    void atRestItKnowsWhatTheExchangeKnows(@ForAll("steps") List<Step> steps) {
        Run run = new Run();
        steps.forEach(run::take);
        run.rest();
        run.ask();
        run.ask();
        for (Gauge gauge : run.meter().gauges()) {
            assertThat(gauge.counted())
                    .isEqualTo(
                            run.exchange.count(gauge.limit()) + gauge.current().lost());
        }
    }

    @Property
    void nothingIsLeftUnderWay(@ForAll("steps") List<Step> steps) {
        Run run = new Run();
        steps.forEach(run::take);
        assertThat(run.meter().inFlight())
                .isEqualTo(run.open.stream()
                        .mapToInt(request -> request.cost.orders())
                        .sum());
        run.rest();
        assertThat(run.meter().inFlight()).isZero();
    }

    @Property
    void neverReckonsLessThanNothing(@ForAll("steps") List<Step> steps) {
        Run run = new Run();
        for (Step step : steps) {
            run.take(step);
            run.meter().gauges().forEach(gauge -> assertThat(gauge.counted()).isNotNegative());
        }
    }

    @Property
    void whatIsTakenAndGivenBackLeavesNoTrace(@ForAll("steps") List<Step> steps) {
        Run run = new Run();
        steps.forEach(run::take);
        Ledger before = run.ledger.at(run.clock());
        Ledger after = before.taken(cost(3), 0).givenBack(cost(3), 0);
        assertThat(after.orders()).isEqualTo(before.orders());
        assertThat(after.weight()).isEqualTo(before.weight());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(3, Kind.TIME),
                Tuple.of(1, Kind.A_LONG_TIME),
                Tuple.of(10, Kind.ACQUIRE),
                Tuple.of(8, Kind.PROCESS),
                Tuple.of(7, Kind.ANSWER),
                Tuple.of(2, Kind.ANSWER_WITHOUT_REPORT),
                Tuple.of(1, Kind.LOSE),
                Tuple.of(1, Kind.GIVE_BACK),
                Tuple.of(2, Kind.FILL),
                Tuple.of(1, Kind.CLOCK));
        return Combinators.combine(kinds, Arbitraries.integers().between(0, 999))
                .as(Step::new)
                .list()
                .ofMaxSize(300);
    }

    private static Cost cost(int orders) {
        return new Cost(0, 0, orders, 0, ACCOUNT);
    }

    private static final class Request {
        final Cost cost;
        final long tick;
        List<Usage> report = List.of();
        boolean processed;

        Request(Cost cost, long tick) {
            this.cost = cost;
            this.tick = tick;
        }
    }

    private static final class Run {
        final ModelExchange exchange = new ModelExchange(List.of(SHORT, LONG), START);
        final List<Request> open = new ArrayList<>();
        long skew;
        Ledger ledger = Ledger.opened(List.of(SHORT, LONG), MARGIN, START).withAccount(START);

        long clock() {
            return exchange.time + skew;
        }

        Meter meter() {
            return ledger.orders().get(0);
        }

        void take(Step step) {
            switch (step.kind) {
                case TIME -> exchange.time += step.number;
                case A_LONG_TIME -> exchange.time += step.number * 100L;
                case CLOCK -> skew = step.number % (2 * MARGIN + 1) - MARGIN;
                case ACQUIRE -> acquire(cost(step.number % 5));
                case FILL -> exchange.fill(step.number % 3);
                default -> settle(step);
            }
        }

        private void acquire(Cost cost) {
            Ledger present = ledger.at(clock());
            if (present.admits(cost, 0, clock())) {
                ledger = present.taken(cost, 0);
                open.add(new Request(cost, ledger.tick()));
            }
        }

        private void settle(Step step) {
            if (open.isEmpty()) {
                return;
            }
            Request request = open.get(step.number % open.size());
            switch (step.kind) {
                case PROCESS -> process(request, step.number);
                case ANSWER -> answer(request, request.report);
                case ANSWER_WITHOUT_REPORT -> answer(request, List.of());
                case LOSE -> {
                    ledger = ledger.at(clock()).lost(request.cost, 0);
                    open.remove(request);
                }
                case GIVE_BACK -> giveBack(request);
                default -> throw new IllegalArgumentException(step.toString());
            }
        }

        /** What is charged can be less than expected. */
        private void process(Request request, int number) {
            if (!request.processed) {
                request.processed = true;
                request.report = exchange.process(number % 5 == 0 ? 0 : request.cost.orders());
            }
        }

        private void answer(Request request, List<Usage> report) {
            if (request.processed) {
                ledger = ledger.at(clock()).answered(request.cost, 0, request.tick, report);
                open.remove(request);
            }
        }

        private void giveBack(Request request) {
            if (!request.processed) {
                ledger = ledger.givenBack(request.cost, 0);
                open.remove(request);
            }
        }

        /** Everything is answered, and no edge is near. */
        void rest() {
            for (Request request : List.copyOf(open)) {
                process(request, 1);
                answer(request, request.report);
            }
            skew = 0;
            if (Math.floorMod(exchange.time + 2 * MARGIN, 10_000L) < 4 * MARGIN) { // by any clock that was shown before
                exchange.time += 4 * MARGIN;
            }
            ledger = ledger.at(clock());
        }

        /** A request that places no order and whose answer reports. */
        void ask() {
            acquire(cost(0));
            process(open.get(0), 1);
            answer(open.get(0), open.get(0).report);
        }
    }
}
