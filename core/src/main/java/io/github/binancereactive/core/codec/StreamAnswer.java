/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static io.github.binancereactive.core.codec.JsonWriter.ascii;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request on a stream connection: {@code {"result":null,"id":1}}, or a refusal, {@code
 * {"code":2,"msg":"...","id":1}} or {@code {"error":{"code":2,"msg":"..."},"id":1}}. For one thread; used again.
 */
final class StreamAnswer {

    private static final byte[] ID = ascii("id");
    private static final byte[] RESULT = ascii("result");
    private static final byte[] ERROR = ascii("error");
    private static final byte[] CODE = ascii("code");
    private static final byte[] MSG = ascii("msg");

    private final EventReader in;

    private long id;
    private boolean done;
    private @Nullable List<String> streams;
    private boolean refused;
    private int code;
    private String message = "";

    StreamAnswer(EventReader in) {
        this.in = in;
    }

    void clear() {
        id = InboundFrame.NO_ID;
        done = false;
        streams = null;
        refused = false;
        code = 0;
        message = "";
    }

    /** Reads the field whose name was just read; skips one that belongs to no answer. */
    void field() {
        if (in.nameIs(ID)) {
            id = id();
        } else if (in.nameIs(RESULT)) {
            done = true;
            result();
        } else if (in.nameIs(ERROR)) {
            nestedError();
        } else {
            error();
        }
    }

    private void nestedError() {
        if (in.peek() != '{') {
            in.skipValue();
            return;
        }
        refused = true;
        in.beginObject();
        while (in.nextName()) {
            error();
        }
    }

    private long id() {
        int c = in.peek();
        if (c == '-' || (c >= '0' && c <= '9')) {
            return in.wholeNumberOr(InboundFrame.NO_ID);
        }
        in.skipValue();
        return InboundFrame.NO_ID;
    }

    private void result() {
        if (in.peek() != '[') {
            in.skipValue();
            return;
        }
        List<String> names = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            names.add(in.string());
        }
        streams = Collections.unmodifiableList(names);
    }

    private void error() {
        if (in.nameIs(CODE)) {
            refused = true;
            code = in.smallNumber();
        } else if (in.nameIs(MSG)) {
            message = in.string();
        } else {
            in.unknown(StreamFrame.TYPE, EventReader.OTHER);
        }
    }

    void tell(StreamFrames target) {
        if (refused) {
            target.onRefused(id, new ErrorBody(code, message, null));
        } else if (done) {
            target.onResult(id, streams);
        }
    }
}
