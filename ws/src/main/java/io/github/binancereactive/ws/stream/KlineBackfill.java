/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.api.MarketDataApi;
import io.github.binancereactive.core.model.market.Kline;
import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.core.model.stream.KlineEvent;
import io.github.binancereactive.core.request.KlineQuery;
import io.github.binancereactive.ws.stream.StreamSignal.Gap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Klines that were closed meanwhile, by the millisecond in which they opened, and how the one that is still open stands. What else was
 * said about a kline while it was open is no more to be had, and isn't missed.
 *
 * <p>The exchange doesn't answer whether a kline is closed, and no clock here is good enough to tell at the moment when one is: closed is
 * what another one follows in the same answer.
 */
final class KlineBackfill implements Backfill<KlineEvent> {

    private static final String UTC8 = "8";
    private static final long UNKNOWN_TRADE = -1;

    private final MarketDataApi api;
    private final boolean utc8;

    KlineBackfill(MarketDataApi api, boolean utc8) {
        this.api = api;
        this.utc8 = utc8;
    }

    @Override
    public boolean isNumbered() {
        return false;
    }

    @Override
    public @Nullable Long start(Gap<KlineEvent> gap, @Nullable KlineEvent last) {
        return last == null ? null : after(last);
    }

    @Override
    public long position(KlineEvent event) {
        return event.kline().openTime().toEpochMilli();
    }

    @Override
    public Flux<KlineEvent> page(long from, KlineEvent like, @Nullable KlineEvent next) {
        KlineQuery since = KlineQuery.of(like.symbol(), interval(like)).from(Instant.ofEpochMilli(from));
        KlineQuery query = (next == null ? since : since.to(next.kline().openTime())).limit(PAGE);
        return api.klines(utc8 ? query.timeZone(UTC8) : query)
                .collectList()
                .flatMapIterable(klines -> next == null ? upToNow(klines, like) : upTo(next, klines, like));
    }

    private static KlineInterval interval(KlineEvent event) {
        return Arrays.stream(KlineInterval.values())
                .filter(known -> known.wire().equals(event.interval()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown interval " + event.interval()));
    }

    /** All but the last one: none follows it, as far as the exchange's database knows, and that may lag behind. */
    private static List<KlineEvent> closed(List<Kline> klines, KlineEvent like) {
        return klines.subList(0, Math.max(0, klines.size() - 1)).stream()
                .map(kline -> event(like, kline, kline.closeTime(), true))
                .toList();
    }

    /** The closed ones, and that of the next event, which shows that there are no others. */
    private static List<KlineEvent> upTo(KlineEvent next, List<Kline> klines, KlineEvent like) {
        List<KlineEvent> events = new ArrayList<>(closed(klines, like));
        if (!klines.isEmpty()) {
            Kline last = klines.get(klines.size() - 1);
            if (!last.openTime().isBefore(next.kline().openTime())) {
                events.add(event(like, last, last.openTime(), false));
            }
        }
        return events;
    }

    /** The closed ones, and how the one that may be open stands. */
    private static List<KlineEvent> upToNow(List<Kline> klines, KlineEvent last) {
        List<KlineEvent> events = new ArrayList<>(closed(klines, last));
        if (!klines.isEmpty()) {
            Kline open = klines.get(klines.size() - 1);
            boolean known = open.openTime().equals(last.kline().openTime());
            if (!known || open.count() > last.kline().count()) {
                events.add(event(last, open, known ? last.eventTime() : open.openTime(), false));
            }
        }
        return events;
    }

    /**
     * A request doesn't answer which trades made a kline, nor when an event would have been sent: the time at which a closed one ended
     * stands in for that, and for an open one a time that is before the next event in any case.
     */
    private static KlineEvent event(KlineEvent like, Kline kline, Instant eventTime, boolean isClosed) {
        return new KlineEvent(eventTime, like.symbol(), like.interval(), UNKNOWN_TRADE, UNKNOWN_TRADE, isClosed, kline);
    }

    /** An open kline has to come again, closed. */
    @Override
    public long after(KlineEvent event) {
        return event.isClosed() ? event.kline().closeTime().toEpochMilli() + 1 : position(event);
    }

    /** Trades make a kline: of two states, the one with fewer of them is older. */
    @Override
    public boolean isOlder(KlineEvent event, KlineEvent fetched) {
        if (position(event) != position(fetched)) {
            return position(event) < position(fetched);
        }
        boolean fewer = event.kline().count() < fetched.kline().count();
        return fetched.isClosed() || (fewer && !event.isClosed());
    }

    /** It may reach beyond the moment at which the gap was told, when filling it has taken a while. */
    @Override
    public Gap<KlineEvent> rest(Gap<KlineEvent> gap, long from, String reason) {
        Instant since = Instant.ofEpochMilli(from);
        Instant to = gap.to().isBefore(since) ? since : gap.to();
        return new Gap<>(gap.stream(), since, to, null, null, reason);
    }
}
