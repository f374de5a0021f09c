/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the budget knows, at one moment. Immutable; every change is a pure function of it and of a time that is handed in.
 * The tick counts changes: it orders what happened, which times can't.
 *
 * @param tick how many changes led here
 * @param margin how far the clock may be off, in milliseconds
 * @param closedUntil until when the exchange wants to hear nothing
 * @param weight request weight
 * @param rawRequests requests
 * @param connections attempts to connect
 * @param orders the orders of each account
 * @param orderLimits the limits of an account that is met from now on
 */
record Ledger(
        long tick,
        long margin,
        long closedUntil,
        Meter weight,
        Meter rawRequests,
        Meter connections,
        List<Meter> orders,
        List<RateLimit> orderLimits) {

    /** For a cost that no account bears. */
    static final int NO_ACCOUNT = -1;

    static Ledger opened(List<RateLimit> limits, long margin, long now) {
        return new Ledger(
                0,
                margin,
                Long.MIN_VALUE,
                Meter.opened(RateLimitType.REQUEST_WEIGHT, of(RateLimitType.REQUEST_WEIGHT, limits), margin, now, 0),
                Meter.opened(RateLimitType.RAW_REQUESTS, of(RateLimitType.RAW_REQUESTS, limits), margin, now, 0),
                Meter.opened(RateLimitType.CONNECTIONS, of(RateLimitType.CONNECTIONS, limits), margin, now, 0),
                List.of(),
                of(RateLimitType.ORDERS, limits));
    }

    /** The limits of that type which can be kept: a limit without a window, or of nothing, is none. */
    static List<RateLimit> of(RateLimitType type, List<RateLimit> limits) {
        return limits.stream()
                .filter(limit -> limit.rateLimitType() == type)
                .filter(limit -> limit.limit() > 0 && !limit.window().isZero())
                .toList();
    }

    /** The same at another time, all accounts; the same object as long as no window begins or ends. */
    Ledger at(long now) {
        Ledger after = at(now, NO_ACCOUNT);
        for (int account = 0; account < orders.size(); account++) {
            after = after.at(now, account);
        }
        return after;
    }

    /** The same at another time as far as that account is concerned; others follow when they are concerned. */
    Ledger at(long now, int account) {
        long next = tick + 1;
        Meter weightNow = weight.at(now, next);
        Meter rawRequestsNow = rawRequests.at(now, next);
        Meter connectionsNow = connections.at(now, next);
        List<Meter> ordersNow = account == NO_ACCOUNT
                ? orders
                : Meter.replaced(orders, account, orders.get(account).at(now, next));
        boolean same = weightNow == weight
                && rawRequestsNow == rawRequests
                && connectionsNow == connections
                && ordersNow == orders;
        return same ? this : with(weightNow, rawRequestsNow, connectionsNow, ordersNow);
    }

    Ledger withAccount(long now) {
        List<Meter> more = new ArrayList<>(orders);
        more.add(Meter.opened(RateLimitType.ORDERS, orderLimits, margin, now, tick + 1));
        return with(weight, rawRequests, connections, List.copyOf(more));
    }

    Ledger knowing(List<RateLimit> limits, long now) {
        List<RateLimit> perAccount = of(RateLimitType.ORDERS, limits);
        List<Meter> ordersThen =
                orders.stream().map(meter -> knowing(meter, limits, now)).toList();
        return new Ledger(
                tick + 1,
                margin,
                closedUntil,
                knowing(weight, limits, now),
                knowing(rawRequests, limits, now),
                knowing(connections, limits, now),
                ordersThen,
                perAccount.isEmpty() ? orderLimits : perAccount);
    }

    private Meter knowing(Meter meter, List<RateLimit> limits, long now) {
        List<RateLimit> known = of(meter.type(), limits);
        return known.isEmpty() ? meter : meter.knowing(known, margin, now, tick + 1);
    }

    /** Whether it may be sent now and still leave to all that wait what they would take. */
    boolean admits(Cost cost, int account, long now) {
        return now >= closedUntil
                && weight.fits(cost.weight(), weight.reserved(), now)
                && rawRequests.fits(cost.rawRequests(), rawRequests.reserved(), now)
                && connections.fits(cost.connections(), connections.reserved(), now)
                && (cost.orders() == 0
                        || orders.get(account)
                                .fits(cost.orders(), orders.get(account).reserved(), now));
    }

    /** Whether it may be sent now and still leave to those ahead what they would take. */
    boolean admits(Cost cost, int account, long now, Ahead ahead) {
        return now >= closedUntil
                && weight.fits(cost.weight(), ahead.weight(), now)
                && rawRequests.fits(cost.rawRequests(), ahead.rawRequests(), now)
                && connections.fits(cost.connections(), ahead.connections(), now)
                && (cost.orders() == 0 || orders.get(account).fits(cost.orders(), ahead.orders(account), now));
    }

    Ledger taken(Cost cost, int account) {
        return changed(cost, account, Meter::taken);
    }

    Ledger givenBack(Cost cost, int account) {
        return changed(cost, account, Meter::givenBack);
    }

    Ledger lost(Cost cost, int account) {
        return changed(cost, account, Meter::lost);
    }

    Ledger reserved(Cost cost, int account) {
        return changed(cost, account, Meter::reserving);
    }

    Ledger unreserved(Cost cost, int account) {
        return changed(cost, account, (meter, amount) -> meter.reserving(-amount));
    }

    /** Taken by somebody who waited. */
    Ledger granted(Cost cost, int account) {
        return changed(cost, account, (meter, amount) -> meter.taken(amount).reserving(-amount));
    }

    Ledger answered(Cost cost, int account, long permitted, List<Usage> report) {
        long next = tick + 1;
        return with(
                weight.answered(cost.weight(), permitted, report, next),
                rawRequests.answered(cost.rawRequests(), permitted, report, next),
                connections.answered(cost.connections(), permitted, report, next),
                account == NO_ACCOUNT
                        ? orders
                        : Meter.replaced(
                                orders, account, orders.get(account).answered(cost.orders(), permitted, report, next)));
    }

    /** Closed for all until then; null for the end of the window that is closest to being used up. */
    Ledger closed(@Nullable Instant until, long now) {
        Meter fuller = weight.fullness() < rawRequests.fullness() ? rawRequests : weight;
        long end = until == null ? fuller.end(now) : until.toEpochMilli() + margin;
        return end <= closedUntil
                ? this
                : new Ledger(tick + 1, margin, end, weight, rawRequests, connections, orders, orderLimits);
    }

    /** Closed for the orders of an account until then; null as above. */
    Ledger closedForOrders(int account, @Nullable Instant until, long now) {
        Meter meter = orders.get(account);
        Meter closed = meter.closed(until == null ? meter.end(now) : until.toEpochMilli() + margin);
        return with(weight, rawRequests, connections, Meter.replaced(orders, account, closed));
    }

    boolean isClosedFor(Cost cost, int account, long now) {
        return now < closedUntil
                || (cost.orders() > 0 && now < orders.get(account).closedUntil());
    }

    /** Whether it costs more than all of a limit. */
    boolean canNeverAdmit(Cost cost, int account) {
        return weight.canNeverFit(cost.weight())
                || rawRequests.canNeverFit(cost.rawRequests())
                || connections.canNeverFit(cost.connections())
                || (cost.orders() > 0 && orders.get(account).canNeverFit(cost.orders()));
    }

    /** Why it may not be sent now; null when it may. */
    @Nullable Shortage shortage(Cost cost, int account, long now) {
        Shortage worst = now < closedUntil ? Shortage.closed("requests", closedUntil) : null;
        worst = Shortage.worse(worst, weight.shortage(cost.weight(), weight.reserved(), now));
        worst = Shortage.worse(worst, rawRequests.shortage(cost.rawRequests(), rawRequests.reserved(), now));
        worst = Shortage.worse(worst, connections.shortage(cost.connections(), connections.reserved(), now));
        if (cost.orders() > 0) {
            Meter meter = orders.get(account);
            worst = Shortage.worse(worst, meter.shortage(cost.orders(), meter.reserved(), now));
        }
        return worst;
    }

    /** When those who wait may get on next without anybody doing anything. */
    long nextChange(long now) {
        long next = Math.min(weight.nextChange(now), rawRequests.nextChange(now));
        next = Math.min(next, connections.nextChange(now));
        for (Meter meter : orders) {
            next = Math.min(next, meter.nextChange(now));
        }
        return now < closedUntil ? Math.min(next, closedUntil) : next;
    }

    private interface Change {
        Meter apply(Meter meter, long amount);
    }

    private Ledger changed(Cost cost, int account, Change change) {
        return with(
                change.apply(weight, cost.weight()),
                change.apply(rawRequests, cost.rawRequests()),
                change.apply(connections, cost.connections()),
                account == NO_ACCOUNT
                        ? orders
                        : Meter.replaced(orders, account, change.apply(orders.get(account), cost.orders())));
    }

    private Ledger with(Meter weightThen, Meter rawRequestsThen, Meter connectionsThen, List<Meter> ordersThen) {
        return new Ledger(
                tick + 1, margin, closedUntil, weightThen, rawRequestsThen, connectionsThen, ordersThen, orderLimits);
    }
}
