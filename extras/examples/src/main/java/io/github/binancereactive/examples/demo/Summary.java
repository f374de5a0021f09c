/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.ws.api.WebSocketApiStatistics;
import java.util.List;

/** What came of all the requests. */
final class Summary {

    private final List<Traffic.Report> reports;
    private final WebSocketApiStatistics statistics;

    Summary(List<Traffic.Report> reports, WebSocketApiStatistics statistics) {
        this.reports = reports;
        this.statistics = statistics;
    }

    List<String> table() {
        Table table = new Table("wire", ">sent", ">answered", ">failed", ">without end", ">median", ">slowest");
        for (Traffic.Report report : reports) {
            table.row(
                    report.wire(),
                    Table.count(report.sent()),
                    Table.count(report.answered()),
                    Table.count(report.failed()),
                    Table.count(report.inFlight()),
                    Table.millis(report.median()),
                    Table.millis(report.slowest()));
        }
        return table.lines();
    }

    /** Lost means not answered, whether or not the caller was told why: here every request can be answered. */
    boolean nothingLost() {
        return reports.stream().allMatch(Summary::nothingLost);
    }

    static boolean nothingLost(Traffic.Report report) {
        return report.answered() == report.sent();
    }

    String verdict() {
        String repeated =
                "%,d were written once more, because their connection was lost.".formatted(statistics.repeated());
        return nothingLost()
                ? "\n  No request was lost; " + repeated
                : "\n  Requests were lost; " + repeated + firstFailures();
    }

    private String firstFailures() {
        StringBuilder failures = new StringBuilder();
        for (Traffic.Report report : reports) {
            Throwable failure = report.firstFailure();
            if (failure != null) {
                failures.append("\n  First failure over ")
                        .append(report.wire())
                        .append(": ")
                        .append(failure);
            }
        }
        return failures.toString();
    }
}
