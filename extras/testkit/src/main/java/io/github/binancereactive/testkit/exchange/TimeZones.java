/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads time zones: hours, or hours and minutes, from -12:00 to +14:00. */
final class TimeZones {

    private static final Pattern ZONE = Pattern.compile("([+-]?)([0-9]{1,2})(?::([0-5][0-9]))?");
    private static final int EARLIEST = -12 * 60;
    private static final int LATEST = 14 * 60;

    private TimeZones() {}

    static ZoneOffset read(Arguments arguments) {
        String text = arguments.text("timeZone");
        if (text == null) {
            return ZoneOffset.UTC;
        }
        Matcher zone = ZONE.matcher(text);
        if (!zone.matches()) {
            throw ExchangeErrors.invalidData("timeZone");
        }
        int minutes =
                Integer.parseInt(zone.group(2)) * 60 + (zone.group(3) == null ? 0 : Integer.parseInt(zone.group(3)));
        int signed = zone.group(1).equals("-") ? -minutes : minutes;
        if (signed < EARLIEST || signed > LATEST) {
            throw ExchangeErrors.invalidData("timeZone");
        }
        return ZoneOffset.ofTotalSeconds(signed * 60);
    }
}
