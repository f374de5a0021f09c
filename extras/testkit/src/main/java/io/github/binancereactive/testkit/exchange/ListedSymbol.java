/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One symbol of {@code exchangeInfo}, written once and sent many times.
 *
 * @param name the symbol
 * @param status its trading status
 * @param permissions every permission that any of its permission sets names
 * @param json the symbol as it is sent
 * @param jsonWithoutSets the symbol as it is sent when {@code showPermissionSets} is false
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record ListedSymbol(String name, String status, Set<String> permissions, byte[] json, byte[] jsonWithoutSets) {

    static ListedSymbol of(ObjectNode symbol) {
        String json = symbol.toString();
        String sets = "\"permissionSets\":" + symbol.path("permissionSets");
        return new ListedSymbol(
                symbol.path("symbol").asString(),
                symbol.path("status").asString(),
                permissions(symbol),
                bytes(json),
                bytes(json.replace(sets, "\"permissionSets\":[]")));
    }

    /** Older exchanges named permissions in one flat list; the present one in sets, with an empty flat list. */
    private static Set<String> permissions(ObjectNode symbol) {
        Set<String> permissions = new LinkedHashSet<>();
        symbol.path("permissions").forEach(permission -> permissions.add(permission.asString()));
        for (JsonNode set : symbol.path("permissionSets")) {
            set.forEach(permission -> permissions.add(permission.asString()));
        }
        return permissions;
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    boolean hasAnyOf(Set<String> wanted) {
        return permissions.stream().anyMatch(wanted::contains);
    }
}
