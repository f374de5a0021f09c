/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.codec.DecodingException;
import io.github.binancereactive.core.codec.EnvelopeCodec;
import io.github.binancereactive.core.codec.InboundFrame;
import io.github.binancereactive.ws.session.SessionSocket;
import io.github.binancereactive.ws.session.SocketHandler;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.RejectedExecutionException;
import reactor.core.scheduler.Scheduler;

/**
 * Reads the frames of one socket. Small ones at once on the event loop, in place; large ones elsewhere, because a loop that
 * decodes megabytes answers no ping and serves nobody else.
 */
final class FrameReader implements SocketHandler {

    /** Decoding this much takes well under a millisecond. */
    private static final int LARGE = 64 * 1024;

    private static final int SCRATCH = 4 * 1024;

    /** How events begin, and answers don't. */
    private static final byte[] EVENT = "{\"subscriptionId\"".getBytes(StandardCharsets.US_ASCII);

    private final Answers answers;
    private final SessionSocket socket;
    private final EnvelopeCodec codec;
    private final Scheduler decoding;

    private final InboundFrame inbound; // event loop only
    private byte[] scratch = new byte[SCRATCH]; // event loop only

    FrameReader(Answers answers, SessionSocket socket, EnvelopeCodec codec, Scheduler decoding) {
        this.answers = answers;
        this.inbound = answers.newFrame();
        this.socket = socket;
        this.codec = codec;
        this.decoding = decoding;
    }

    @Override
    public void onText(ByteBuf payload) {
        int length = payload.readableBytes();
        if (length >= LARGE && !isEvent(payload)) {
            readElsewhere(payload.retain());
        } else if (payload.hasArray()) {
            read(payload.array(), payload.arrayOffset() + payload.readerIndex(), length, inbound);
        } else {
            if (scratch.length < length) {
                scratch = new byte[Math.max(length, 2 * scratch.length)];
            }
            payload.getBytes(payload.readerIndex(), scratch, 0, length);
            read(scratch, 0, length, inbound);
        }
    }

    @Override
    public void onBinary(ByteBuf payload) {
        answers.garbled(
                socket, InboundFrame.NO_ID, new DecodingException("a binary frame where text was expected", null));
    }

    /** Events are read in the order in which they come, however large they are. */
    private static boolean isEvent(ByteBuf payload) {
        int start = payload.readerIndex();
        for (int i = 0; i < EVENT.length; i++) {
            if (payload.getByte(start + i) != EVENT[i]) {
                return false;
            }
        }
        return true;
    }

    private void readElsewhere(ByteBuf retained) {
        try {
            decoding.schedule(() -> {
                byte[] bytes;
                try {
                    bytes = new byte[retained.readableBytes()];
                    retained.getBytes(retained.readerIndex(), bytes);
                } finally {
                    retained.release();
                }
                read(bytes, 0, bytes.length, answers.newFrame());
            });
        } catch (RejectedExecutionException e) {
            retained.release();
            answers.garbled(socket, InboundFrame.NO_ID, e);
        }
    }

    private void read(byte[] source, int offset, int length, InboundFrame frame) {
        try {
            codec.decode(source, offset, length, answers, frame);
        } catch (RuntimeException e) {
            // A DecodingException as a rule; whatever it is, the request must not wait for an answer that has come.
            answers.garbled(socket, frame.id(), e);
            return;
        }
        answers.received(socket, frame);
    }
}
