/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.netty.channel.Channel;

/**
 * Ends a connection whose client doesn't read what is sent to it, before that fills the memory, as the exchange does. What
 * counts is what is left after a burst of events has been handed to the network. Event loop only.
 */
final class Backlog {

    private final Channel channel;
    private final long most;
    private final Runnable tooMuch;
    private boolean looking;

    Backlog(Channel channel, long most, Runnable tooMuch) {
        this.channel = channel;
        this.most = most;
        this.tooMuch = tooMuch;
    }

    /** Something was written and will be flushed at the end of this turn of the event loop, before this looks at it. */
    void grown() {
        if (!looking && !channel.isWritable()) {
            looking = true;
            channel.eventLoop().execute(this::look);
        }
    }

    private void look() {
        looking = false;
        if (channel.isActive() && channel.bytesBeforeWritable() > most) {
            tooMuch.run();
        }
    }
}
