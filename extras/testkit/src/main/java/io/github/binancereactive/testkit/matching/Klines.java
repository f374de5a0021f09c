/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Klines out of trades: of every interval from the first trade on, also where nothing was traded. */
final class Klines {

    private final TradeTape tape;
    private final KlineCalendar calendar;
    private final long first;
    private final long last;

    private Klines(TradeTape tape, KlineCalendar calendar, long nowMicros) {
        this.tape = tape;
        this.calendar = calendar;
        this.first = calendar.openOf(tape.trades().get(0).time());
        this.last = calendar.openOf(nowMicros);
    }

    static List<Kline> of(TradeTape tape, KlineCalendar calendar, HistoryQuery query, long nowMicros) {
        if (tape.trades().isEmpty()) {
            return List.of();
        }
        Klines klines = new Klines(tape, calendar, nowMicros);
        long end = query.endTime() == null ? klines.last : Math.min(klines.last, calendar.openOf(query.endTime()));
        Long start = query.startTime();
        return start == null ? klines.upTo(end, query.limit()) : klines.from(start, end, query.limit());
    }

    private List<Kline> from(long start, long end, int limit) {
        long open = calendar.openOf(start);
        open = Math.max(first, open < start ? calendar.next(open) : open);
        List<Kline> klines = new ArrayList<>();
        while (open <= end && klines.size() < limit) {
            klines.add(kline(open));
            open = calendar.next(open);
        }
        return klines;
    }

    private List<Kline> upTo(long end, int limit) {
        Deque<Kline> klines = new ArrayDeque<>();
        long open = end;
        while (open >= first && klines.size() < limit) {
            klines.addFirst(kline(open));
            open = calendar.openOf(open - 1);
        }
        return List.copyOf(klines);
    }

    private Kline kline(long open) {
        long close = calendar.next(open);
        int from = tape.indexAt(open);
        int to = tape.indexAt(close);
        Kline.Bar bar = from < to
                ? tape.bar(from, to)
                : TradeTape.flat(tape.trades().get(from - 1).price());
        return new Kline(open, close, bar);
    }
}
