/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters by type and says what is wrong with each in the exchange's words. A parameter that was not sent is
 * null, unless the method that reads it is called {@code required...}.
 *
 * @param sent the parameters
 */
record Arguments(Parameters sent) {

    private static final Pattern INTEGER = Pattern.compile("[0-9]{1,20}");
    private static final String LEGAL_DECIMAL = "([0-9]{1,20})(\\.[0-9]{1,20})?";
    private static final Pattern DECIMAL = Pattern.compile(LEGAL_DECIMAL);
    private static final String LEGAL_ID = "[a-zA-Z0-9-_]{1,36}";
    private static final Pattern ID = Pattern.compile(LEGAL_ID);
    private static final int PRECISION = 8;

    boolean has(String name) {
        return sent.text(name) != null;
    }

    @Nullable String text(String name) {
        String text = sent.text(name);
        if (text != null && text.isEmpty()) {
            throw ExchangeErrors.emptyParameter(name);
        }
        return text;
    }

    String requiredText(String name) {
        String text = text(name);
        if (text == null) {
            throw ExchangeErrors.missing(name);
        }
        return text;
    }

    @Nullable Long integer(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!INTEGER.matcher(text).matches()) {
            throw ExchangeErrors.illegalCharacters(name, "^" + INTEGER.pattern() + "$");
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException tooLarge) {
            throw ExchangeErrors.overflow(name);
        }
    }

    long requiredInteger(String name) {
        requiredText(name);
        Long value = integer(name);
        return value == null ? 0 : value;
    }

    @Nullable Integer smallInteger(String name) {
        Long value = integer(name);
        if (value != null && value > Integer.MAX_VALUE) {
            throw ExchangeErrors.overflow(name);
        }
        return value == null ? null : value.intValue();
    }

    @Nullable BigDecimal decimal(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw ExchangeErrors.illegalCharacters(name, "^" + LEGAL_DECIMAL + "$");
        }
        BigDecimal value = new BigDecimal(text);
        if (value.scale() > PRECISION && value.stripTrailingZeros().scale() > PRECISION) {
            throw ExchangeErrors.tooPrecise(name);
        }
        return value;
    }

    BigDecimal requiredDecimal(String name) {
        BigDecimal value = decimal(name);
        if (value == null) {
            throw ExchangeErrors.missing(name);
        }
        return value;
    }

    /** The id of an order or a list. */
    @Nullable String id(String name) {
        String text = text(name);
        if (text != null && !ID.matcher(text).matches()) {
            throw ExchangeErrors.illegalCharacters(name, "^" + LEGAL_ID + "$");
        }
        return text;
    }

    boolean flag(String name) {
        String text = text(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw ExchangeErrors.invalidData(name);
        }
        return Boolean.parseBoolean(text);
    }

    /** A constant of an enum by its name; {@code UNKNOWN} is none of the exchange's. */
    <E extends Enum<E>> @Nullable E constant(String name, Class<E> type, ExchangeError otherwise) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text) && !text.equals("UNKNOWN")) {
                return constant;
            }
        }
        throw otherwise;
    }

    <E extends Enum<E>> E requiredConstant(String name, Class<E> type, ExchangeError otherwise) {
        requiredText(name);
        E constant = constant(name, type, otherwise);
        if (constant == null) {
            throw ExchangeErrors.missing(name);
        }
        return constant;
    }

    /** How many at most. */
    int limit(int absent, int most) {
        Long limit = integer("limit");
        if (limit != null && (limit == 0 || limit > most)) {
            throw ExchangeErrors.invalidData("limit");
        }
        return limit == null ? absent : limit.intValue();
    }

    /** How many at most, where more than there can be is no error and means all. */
    int cutLimit(int absent, int most) {
        Long limit = integer("limit");
        if (limit != null && limit == 0) {
            throw ExchangeErrors.invalidData("limit");
        }
        return limit == null ? absent : (int) Math.min(limit, most);
    }

    /** Refuses what the request's other parameters have no use for. */
    void refuse(String... names) {
        for (String name : names) {
            if (has(name)) {
                throw ExchangeErrors.notRequired(name);
            }
        }
    }

    /** Which of these were sent. */
    List<String> among(String... names) {
        return List.of(names).stream().filter(this::has).toList();
    }

    /** The name of a parameter of one part of a request: {@code price} of {@code above} is {@code abovePrice}. */
    static String named(String part, String name) {
        return part.isEmpty() ? name : part + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
