/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Bytes to records and back. {@code Codec} is for what an endpoint answers, {@code EnvelopeCodec} for the frames of the
 * WebSocket API around it. JSON is one implementation of both; records don't show which one made them.
 */
@NullMarked
package io.github.binancereactive.core.codec;

import org.jspecify.annotations.NullMarked;
