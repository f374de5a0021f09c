/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import io.github.binancereactive.core.codec.FrameBuffer;
import java.nio.charset.StandardCharsets;

/** A message of a fixed text. */
final class TextMessage implements Outgoing {

    final String text;
    int notWritten;

    TextMessage(String text) {
        this.text = text;
    }

    @Override
    public boolean writeTo(SessionSocket socket, FrameBuffer target) {
        target.put(text.getBytes(StandardCharsets.UTF_8));
        return true;
    }

    @Override
    public void notWritten(SessionSocket socket) {
        notWritten++;
    }
}
