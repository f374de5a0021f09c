/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Text in columns as wide as their widest cell. Not thread-safe. */
final class Table {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] right;

    /** A table with these heads; one that begins with {@code >} is that of a column of numbers. */
    Table(String... heads) {
        right = new boolean[heads.length];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < heads.length; i++) {
            right[i] = heads[i].startsWith(">");
            names.add(right[i] ? heads[i].substring(1) : heads[i]);
        }
        rows.add(names);
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    List<String> lines() {
        return lines(widths());
    }

    /** With columns of these widths, none of which is less than what {@link #widths()} says. */
    List<String> lines(int[] widths) {
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    /** How wide the widest cell of each column is. */
    int[] widths() {
        int[] widths = new int[right.length];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    /** What fits both. */
    static int[] wider(int[] one, int[] other) {
        return IntStream.range(0, one.length)
                .map(i -> Math.max(one[i], other[i]))
                .toArray();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            String padding = " ".repeat(widths[i] - cell.length());
            line.append(GAP).append(right[i] ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%,.1f ms", duration.toNanos() / 1e6);
    }

    static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
