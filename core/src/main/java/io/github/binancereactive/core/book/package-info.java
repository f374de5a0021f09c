/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * A local order book, and the pure state machine that keeps it in step with depth updates: no threads, no time, no Reactor. {@link
 * io.github.binancereactive.core.book.BookSync} is fed by one thread at a time; the book may be read by any.
 *
 * @see <a
 *     href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams#how-to-manage-a-local-order-book-correctly">How
 *     to manage a local order book correctly</a>
 */
@NullMarked
package io.github.binancereactive.core.book;

import org.jspecify.annotations.NullMarked;
