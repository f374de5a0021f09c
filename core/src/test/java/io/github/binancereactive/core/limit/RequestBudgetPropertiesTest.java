/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.limit.BudgetFixture.Asker;
import io.github.binancereactive.core.model.general.RateLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** The budget with those who wait, in virtual time, against an exchange that counts for itself. */
class RequestBudgetPropertiesTest {

    private static final RateLimit LIMIT = BudgetFixture.perMinute(20);

    enum Kind {
        TIME,
        ASK,
        CANCEL,
        PROCESS,
        ANSWER,
        LOSE,
        GIVE_BACK,
        CLOSE,
        LEARN
    }

    record Step(Kind kind, int number) {}

    @Property
    void theExchangeNeverCountsMoreThanTheLimit(@ForAll("steps") List<Step> steps) {
        Run run = new Run();
        steps.forEach(run::take);
    }

    @Property
    void nobodyIsServedBeforeThoseAheadOfHim(@ForAll("steps") List<Step> steps) {
        Run run = new Run();
        for (Step step : steps) {
            run.take(step);
            List<Boolean> served = run.asked.stream()
                    .filter(request -> !request.cancelled)
                    .map(request -> !request.asker.waits())
                    .toList();
            assertThat(served).isSortedAccordingTo((one, other) -> Boolean.compare(other, one));
        }
    }

    @Property
    void nobodyWaitsWhileThereIsRoom(@ForAll("steps") List<Step> steps) {
        Run run = new Run();
        for (Step step : steps) {
            run.take(step);
            Request first = run.firstWaiting();
            if (first != null && run.on.budget.state().closedUntil().isEmpty()) {
                LimitState state = run.on.budget.state().limits().get(0);
                assertThat(state.used() + first.weight)
                        .isGreaterThan(state.limit().limit());
            }
        }
    }

    @Property
    void everybodyGetsOnInTheEnd(@ForAll("steps") List<Step> steps) {
        Run run = new Run();
        steps.forEach(run::take);
        for (int minute = 0; run.firstWaiting() != null; minute++) {
            assertThat(minute).isLessThanOrEqualTo(steps.size() + 4); // one window each, and the gate
            run.settleAll();
            run.on.pass(60_000);
        }
        run.settleAll();
        for (Request request : run.asked) {
            assertThat(request.asker.permits).hasSize(request.cancelled ? 0 : 1);
        }
        BudgetState state = run.on.budget.state();
        assertThat(state.waiting()).isZero();
        assertThat(state.waitingSince()).isEmpty();
        assertThat(state.limits().get(0).inFlight()).isZero();
        assertThat(state.limits().get(0).waiting()).isZero();
    }

    @Property
    void theStateCountsThoseWhoWaitAndWhatIsUnderWay(@ForAll("steps") List<Step> steps) {
        Run run = new Run();
        for (Step step : steps) {
            run.take(step);
            List<Request> waiting = run.waiting();
            BudgetState state = run.on.budget.state();
            assertThat(state.waiting()).isEqualTo(waiting.size());
            assertThat(state.limits().get(0).waiting()).isEqualTo(sum(waiting));
            assertThat(state.limits().get(0).inFlight()).isEqualTo(sum(run.underWay()));
        }
    }

    private static int sum(List<Request> requests) {
        return requests.stream().mapToInt(request -> request.weight).sum();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(4, Kind.TIME),
                Tuple.of(12, Kind.ASK),
                Tuple.of(2, Kind.CANCEL),
                Tuple.of(9, Kind.PROCESS),
                Tuple.of(8, Kind.ANSWER),
                Tuple.of(1, Kind.LOSE),
                Tuple.of(2, Kind.GIVE_BACK),
                Tuple.of(1, Kind.CLOSE),
                Tuple.of(1, Kind.LEARN));
        return Combinators.combine(kinds, Arbitraries.integers().between(0, 999))
                .as(Step::new)
                .list()
                .ofMaxSize(150);
    }

    private static final class Request {
        final int weight;
        final Asker asker;
        boolean cancelled;
        boolean settled;

        @Nullable List<Usage> report;

        Request(int weight, Asker asker) {
            this.weight = weight;
            this.asker = asker;
        }

        boolean isUnderWay() {
            return asker.isGranted() && !settled;
        }
    }

    private static final class Run {
        final BudgetFixture on = new BudgetFixture(LIMIT);
        final ModelExchange exchange =
                new ModelExchange(List.of(LIMIT), on.now().toEpochMilli());
        final List<Request> asked = new ArrayList<>();

        List<Request> waiting() {
            return asked.stream()
                    .filter(request -> !request.cancelled && request.asker.waits())
                    .toList();
        }

        List<Request> underWay() {
            return asked.stream().filter(Request::isUnderWay).toList();
        }

        @Nullable Request firstWaiting() {
            List<Request> waiting = waiting();
            return waiting.isEmpty() ? null : waiting.get(0);
        }

        void take(Step step) {
            switch (step.kind) {
                case TIME -> on.pass(step.number * 40L);
                case ASK -> ask(1 + step.number % 9);
                case CANCEL -> cancel(step.number);
                case CLOSE -> on.budget.close(on.now().plusSeconds(step.number % 90));
                case LEARN -> on.budget.learn(List.of(BudgetFixture.perMinute(9 + step.number % 12)));
                default -> withOneUnderWay(step);
            }
        }

        private void ask(int weight) {
            asked.add(new Request(weight, on.ask(BudgetFixture.weighing(weight))));
        }

        private void cancel(int number) {
            if (!asked.isEmpty()) {
                Request request = asked.get(number % asked.size());
                boolean waited = !request.cancelled && request.asker.waits();
                assertThat(request.asker.place.cancel()).isEqualTo(waited);
                request.cancelled |= waited;
            }
        }

        private void withOneUnderWay(Step step) {
            List<Request> underWay = underWay();
            if (underWay.isEmpty()) {
                return;
            }
            Request request = underWay.get(step.number % underWay.size());
            switch (step.kind) {
                case PROCESS -> process(request);
                case ANSWER -> answer(request);
                case LOSE -> request.settled = request.asker.permit().lost();
                case GIVE_BACK -> giveBack(request);
                default -> throw new IllegalArgumentException(step.toString());
            }
        }

        private void process(Request request) {
            if (request.report == null) {
                exchange.time = on.now().toEpochMilli();
                request.report = exchange.process(request.weight);
            }
        }

        private void answer(Request request) {
            if (request.report != null) {
                request.settled = request.asker.permit().answered(request.report);
            }
        }

        private void giveBack(Request request) {
            if (request.report == null) {
                request.settled = request.asker.permit().notSent();
            }
        }

        /** Also those who are served because another one is settled. */
        void settleAll() {
            IntStream.range(0, asked.size()).mapToObj(asked::get).forEach(request -> {
                if (request.isUnderWay()) {
                    process(request);
                    answer(request);
                }
            });
        }
    }
}
