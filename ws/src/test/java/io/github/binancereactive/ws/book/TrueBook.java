/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.book.BookSideView;
import io.github.binancereactive.core.book.BookView;
import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.testkit.replay.RecordedFrame;
import io.github.binancereactive.testkit.replay.Recording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the exchange's book of one symbol was after each of its updates, reckoned as simply as can be. */
final class TrueBook {

    static final int LEVELS = 20;

    private final NavigableMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
    private final Map<Long, State> states = new HashMap<>();

    private record State(List<PriceLevel> bids, List<PriceLevel> asks) {}

    TrueBook(Recording recording, String symbol, JsonNode snapshot) {
        set(bids, snapshot.path("bids"));
        set(asks, snapshot.path("asks"));
        long id = snapshot.path("lastUpdateId").asLong();
        states.put(id, state());
        for (RecordedFrame frame : recording.frames()) {
            JsonNode event = JsonMapper.shared().readTree(frame.payload());
            if (event.path("e").asString().equals("depthUpdate")
                    && event.path("s").asString().equals(symbol)
                    && event.path("u").asLong() > id) {
                set(bids, event.path("b"));
                set(asks, event.path("a"));
                states.put(event.path("u").asLong(), state());
            }
        }
    }

    private static void set(NavigableMap<BigDecimal, BigDecimal> side, JsonNode levels) {
        for (JsonNode level : levels) {
            BigDecimal price = new BigDecimal(level.path(0).asString());
            BigDecimal quantity = new BigDecimal(level.path(1).asString());
            if (quantity.signum() == 0) {
                side.remove(price);
            } else {
                side.put(price, quantity);
            }
        }
    }

    private State state() {
        return new State(top(bids), top(asks));
    }

    private static List<PriceLevel> top(NavigableMap<BigDecimal, BigDecimal> side) {
        List<PriceLevel> levels = new ArrayList<>(LEVELS);
        for (Map.Entry<BigDecimal, BigDecimal> level : side.entrySet()) {
            if (levels.size() == LEVELS) {
                break;
            }
            levels.add(new PriceLevel(level.getKey(), level.getValue()));
        }
        return levels;
    }

    /** A view shows as many levels as are known without a hole; those have to be right. */
    void assertRight(BookView view) {
        State state = states.get(view.lastUpdateId());
        assertThat(state)
                .as("the book of %s after update %d", view.symbol(), view.lastUpdateId())
                .isNotNull();
        assertRight(view, view.bids(), state.bids());
        assertRight(view, view.asks(), state.asks());
    }

    private static void assertRight(BookView view, BookSideView side, List<PriceLevel> levels) {
        List<PriceLevel> shown = side.top(LEVELS);
        assertThat(shown)
                .as("%s of %s after update %d", side.kind(), view.symbol(), view.lastUpdateId())
                .isNotEmpty();
        assertThat(shown).isEqualTo(levels.subList(0, Math.min(shown.size(), levels.size())));
    }
}
