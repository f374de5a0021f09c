/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.auth.CanonicalForm;
import io.github.binancereactive.core.auth.Signer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes parameters as JSON and signs them. What is signed is the same text, sorted by name and without quotes: so each value
 * is written once, and its place in the frame remembered. The signed bytes equal {@link CanonicalForm#webSocket}.
 */
final class SignedParameters {

    private static final byte[] SIGNATURE = JsonWriter.ascii(",\"signature\":");

    private static final int USUAL_COUNT = 16;

    private final FrameBuffer target;

    // One entry for each parameter, sorted by name.
    private String[] names = new String[USUAL_COUNT];
    private int[] starts = new int[USUAL_COUNT];
    private int[] ends = new int[USUAL_COUNT];

    private @Nullable String[] unescaped = new String[USUAL_COUNT]; // where JSON had to escape something

    private int count;

    SignedParameters(FrameBuffer target) {
        this.target = target;
    }

    void add(String name, Object value) {
        target.put(count == 0 ? '{' : ',');
        JsonWriter.string(name, target);
        target.put(':');
        int start = target.length();
        JsonWriter.value(value, target);
        if (value instanceof String text) {
            insert(name, start + 1, target.length() - 1, isEscaped(start) ? text : null);
        } else if (value instanceof BigDecimal) {
            insert(name, start + 1, target.length() - 1, null);
        } else {
            insert(name, start, target.length(), null);
        }
    }

    /** Adds the signature of all parameters so far. */
    void sign(Signer signer) {
        String signature = signer.sign(payload());
        target.put(SIGNATURE);
        JsonWriter.string(signature, target);
    }

    /** Put together behind the frame, whose buffer is there anyway, and taken away again. */
    private byte[] payload() {
        int end = target.length();
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                target.put('&');
            }
            target.put(utf8(names[i]));
            target.put('=');
            String text = unescaped[i];
            if (text != null) {
                target.put(utf8(text));
            } else {
                target.repeat(starts[i], ends[i]);
            }
        }
        byte[] payload = Arrays.copyOfRange(target.array(), end, target.length());
        target.truncate(end);
        return payload;
    }

    private void insert(String name, int start, int end, @Nullable String text) {
        if (count == names.length) {
            grow();
        }
        int at = count++;
        for (; at > 0 && names[at - 1].compareTo(name) > 0; at--) {
            set(at, names[at - 1], starts[at - 1], ends[at - 1], unescaped[at - 1]);
        }
        set(at, name, start, end, text);
    }

    private void set(int at, String name, int start, int end, @Nullable String text) {
        names[at] = name;
        starts[at] = start;
        ends[at] = end;
        unescaped[at] = text;
    }

    private void grow() {
        names = Arrays.copyOf(names, 2 * count);
        starts = Arrays.copyOf(starts, 2 * count);
        ends = Arrays.copyOf(ends, 2 * count);
        unescaped = Arrays.copyOf(unescaped, 2 * count);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private boolean isEscaped(int start) {
        byte[] bytes = target.array();
        for (int i = start; i < target.length(); i++) {
            if (bytes[i] == '\\') {
                return true;
            }
        }
        return false;
    }
}
