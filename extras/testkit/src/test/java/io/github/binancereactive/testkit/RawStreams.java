/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Bare connections to market data streams, and the frames that come on them. */
final class RawStreams {

    private static final String UPGRADE = "Upgrade: websocket\r\nConnection: Upgrade\r\n";

    private RawStreams() {}

    static RawWebSocket combined(ExchangeSimulator simulator, Collection<String> streams) throws IOException {
        return new RawWebSocket(simulator, "/stream?streams=" + String.join("/", streams), UPGRADE);
    }

    static RawWebSocket raw(ExchangeSimulator simulator, String stream) throws IOException {
        return new RawWebSocket(simulator, "/ws/" + stream, UPGRADE);
    }

    static List<String> texts(RawWebSocket client, int count) throws IOException {
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(client.text());
        }
        return texts;
    }
}
