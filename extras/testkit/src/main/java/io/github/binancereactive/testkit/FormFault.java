/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

/** An answer that says the right thing in the wrong form, or nothing that can be read; see the factories of {@link Fault}. */
public sealed interface FormFault extends Fault {

    /**
     * See {@link Fault#garbage(String)}.
     *
     * @param text what to send
     */
    record Garbage(String text) implements FormFault {}

    /** See {@link Fault#truncatedFrame()}. */
    record TruncatedFrame() implements FormFault {}

    /** See {@link Fault#truncatedBody()}. */
    record TruncatedBody() implements FormFault {}

    /**
     * See {@link Fault#fragmentedFrame(int)}.
     *
     * @param pieces how many
     */
    record FragmentedFrame(int pieces) implements FormFault {}

    /**
     * See {@link Fault#oversizedFrame(int)}.
     *
     * @param bytes the size to reach
     */
    record OversizedFrame(int bytes) implements FormFault {}

    /**
     * See {@link Fault#wrongContentType(String)}.
     *
     * @param contentType the type to claim
     */
    record WrongContentType(String contentType) implements FormFault {}

    /** See {@link Fault#nullId()}. */
    record NullId() implements FormFault {}

    /** See {@link Fault#unknownId()}. */
    record UnknownId() implements FormFault {}
}
