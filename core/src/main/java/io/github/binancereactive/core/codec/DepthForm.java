/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static io.github.binancereactive.core.codec.JsonWriter.ascii;

import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.PriceLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The best levels of a book, whose fields have whole words for names, as where they are asked for. */
final class DepthForm implements EventForm<Depth> {

    private static final String TYPE = "Depth";
    private static final byte[] LAST_UPDATE_ID = ascii("lastUpdateId");
    private static final byte[] BIDS = ascii("bids");
    private static final byte[] ASKS = ascii("asks");
    private static final long NONE = Long.MIN_VALUE;

    @Override
    public Depth read(EventReader in) {
        long lastUpdateId = NONE;
        List<PriceLevel> bids = null;
        List<PriceLevel> asks = null;
        in.beginObject();
        while (in.nextName()) {
            if (in.nameIs(BIDS)) {
                bids = in.levels.read(in);
            } else if (in.nameIs(ASKS)) {
                asks = in.levels.read(in);
            } else if (in.nameIs(LAST_UPDATE_ID)) {
                lastUpdateId = in.wholeNumber();
            } else {
                in.unknown(TYPE, EventReader.OTHER);
            }
        }
        return new Depth(
                present(lastUpdateId == NONE ? null : lastUpdateId, LAST_UPDATE_ID),
                present(bids, BIDS),
                present(asks, ASKS));
    }

    private static <V> V present(@Nullable V value, byte[] name) {
        if (value == null) {
            throw new DecodingException(
                    TYPE + ": '" + JsonText.decode(name, 0, name.length, false) + "' is missing", null);
        }
        return value;
    }

    @Override
    public void write(Depth event, EventWriter out) {
        out.field('{', LAST_UPDATE_ID);
        out.write(event.lastUpdateId());
        out.field(',', BIDS);
        out.write(event.bids());
        out.field(',', ASKS);
        out.write(event.asks());
        out.end();
    }
}
