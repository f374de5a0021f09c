/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.codec.FrameBuffer;
import io.github.binancereactive.ws.session.Outgoing;
import io.github.binancereactive.ws.session.SessionSocket;

/**
 * A request that was encoded before it was queued, because its signature takes too long for the event loop that writes.
 *
 * @param request the request
 * @param frame what it says
 */
record EncodedRequest(PendingRequest<?> request, FrameBuffer frame) implements Outgoing {

    @Override
    public boolean writeTo(SessionSocket socket, FrameBuffer target) {
        target.put(frame.array(), 0, frame.length());
        return request.written(socket);
    }

    @Override
    public void notWritten(SessionSocket socket) {
        request.notWritten(socket);
    }

    @Override
    public boolean isWanted() {
        return request.isWanted();
    }
}
