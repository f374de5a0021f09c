/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.general;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule that orders must obey: one record for each of the exchange's symbol, exchange and asset filters, and {@link
 * UnknownFilter} for those that it adds later.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/filters">Filters</a>
 */
public sealed interface Filter {

    /**
     * The name of the filter on the wire.
     *
     * @return such as {@code LOT_SIZE}
     */
    String filterType();

    /**
     * {@code PRICE_FILTER}: the limits of {@code price} and {@code stopPrice}. A limit of zero is switched off.
     *
     * @param minPrice lowest price
     * @param maxPrice highest price
     * @param tickSize step of the price
     */
    record PriceFilter(BigDecimal minPrice, BigDecimal maxPrice, BigDecimal tickSize) implements Filter {

        @Override
        public String filterType() {
            return "PRICE_FILTER";
        }
    }

    /**
     * {@code PERCENT_PRICE}: how far a price may be from the reference price, or else from the average of the last trades.
     *
     * @param multiplierUp highest multiple
     * @param multiplierDown lowest multiple
     * @param avgPriceMins minutes that the average covers; 0 means the last price
     */
    record PercentPrice(BigDecimal multiplierUp, BigDecimal multiplierDown, int avgPriceMins) implements Filter {

        @Override
        public String filterType() {
            return "PERCENT_PRICE";
        }
    }

    /**
     * {@code PERCENT_PRICE_BY_SIDE}: as {@link PercentPrice}, with limits of their own for either side.
     *
     * @param bidMultiplierUp highest multiple of a buy
     * @param bidMultiplierDown lowest multiple of a buy
     * @param askMultiplierUp highest multiple of a sale
     * @param askMultiplierDown lowest multiple of a sale
     * @param avgPriceMins minutes that the average covers; 0 means the last price
     */
    record PercentPriceBySide(
            BigDecimal bidMultiplierUp,
            BigDecimal bidMultiplierDown,
            BigDecimal askMultiplierUp,
            BigDecimal askMultiplierDown,
            int avgPriceMins)
            implements Filter {

        @Override
        public String filterType() {
            return "PERCENT_PRICE_BY_SIDE";
        }
    }

    /**
     * {@code LOT_SIZE}: the limits of {@code quantity} and {@code icebergQty}.
     *
     * @param minQty smallest quantity
     * @param maxQty largest quantity
     * @param stepSize step of the quantity
     */
    record LotSize(BigDecimal minQty, BigDecimal maxQty, BigDecimal stepSize) implements Filter {

        @Override
        public String filterType() {
            return "LOT_SIZE";
        }
    }

    /**
     * {@code MIN_NOTIONAL}: the least value of an order, price times quantity.
     *
     * @param minNotional least value
     * @param applyToMarket whether market orders are held to it
     * @param avgPriceMins minutes of the average that stands for a market order's price
     */
    record MinNotional(BigDecimal minNotional, boolean applyToMarket, int avgPriceMins) implements Filter {

        @Override
        public String filterType() {
            return "MIN_NOTIONAL";
        }
    }

    /**
     * {@code NOTIONAL}: the range of an order's value, price times quantity.
     *
     * @param minNotional least value
     * @param applyMinToMarket whether market orders are held to the least
     * @param maxNotional greatest value
     * @param applyMaxToMarket whether market orders are held to the greatest
     * @param avgPriceMins minutes of the average that stands for a market order's price
     */
    record Notional(
            BigDecimal minNotional,
            boolean applyMinToMarket,
            BigDecimal maxNotional,
            boolean applyMaxToMarket,
            int avgPriceMins)
            implements Filter {

        @Override
        public String filterType() {
            return "NOTIONAL";
        }
    }

    /**
     * {@code ICEBERG_PARTS}: into how many parts an iceberg order may break.
     *
     * @param limit most parts
     */
    record IcebergParts(int limit) implements Filter {

        @Override
        public String filterType() {
            return "ICEBERG_PARTS";
        }
    }

    /**
     * {@code MARKET_LOT_SIZE}: the limits of a market order's {@code quantity}.
     *
     * @param minQty smallest quantity
     * @param maxQty largest quantity
     * @param stepSize step of the quantity
     */
    record MarketLotSize(BigDecimal minQty, BigDecimal maxQty, BigDecimal stepSize) implements Filter {

        @Override
        public String filterType() {
            return "MARKET_LOT_SIZE";
        }
    }

    /**
     * {@code MAX_NUM_ORDERS}: how many orders an account may have open on the symbol.
     *
     * @param maxNumOrders most orders
     */
    record MaxNumOrders(int maxNumOrders) implements Filter {

        @Override
        public String filterType() {
            return "MAX_NUM_ORDERS";
        }
    }

    /**
     * {@code MAX_NUM_ALGO_ORDERS}: how many stop-loss and take-profit orders an account may have open on the symbol.
     *
     * @param maxNumAlgoOrders most orders
     */
    record MaxNumAlgoOrders(int maxNumAlgoOrders) implements Filter {

        @Override
        public String filterType() {
            return "MAX_NUM_ALGO_ORDERS";
        }
    }

    /**
     * {@code MAX_NUM_ICEBERG_ORDERS}: how many iceberg orders an account may have open on the symbol.
     *
     * @param maxNumIcebergOrders most orders
     */
    record MaxNumIcebergOrders(int maxNumIcebergOrders) implements Filter {

        @Override
        public String filterType() {
            return "MAX_NUM_ICEBERG_ORDERS";
        }
    }

    /**
     * {@code MAX_POSITION}: how much of the base asset an account may hold, open buys included.
     *
     * @param maxPosition largest position
     */
    record MaxPosition(BigDecimal maxPosition) implements Filter {

        @Override
        public String filterType() {
            return "MAX_POSITION";
        }
    }

    /**
     * {@code TRAILING_DELTA}: the range of {@code trailingDelta}, in basis points.
     *
     * @param minTrailingAboveDelta least delta above the price
     * @param maxTrailingAboveDelta greatest delta above the price
     * @param minTrailingBelowDelta least delta below the price
     * @param maxTrailingBelowDelta greatest delta below the price
     */
    record TrailingDelta(
            int minTrailingAboveDelta, int maxTrailingAboveDelta, int minTrailingBelowDelta, int maxTrailingBelowDelta)
            implements Filter {

        @Override
        public String filterType() {
            return "TRAILING_DELTA";
        }
    }

    /**
     * {@code MAX_NUM_ORDER_AMENDS}: how often one order may be amended.
     *
     * @param maxNumOrderAmends most amendments
     */
    record MaxNumOrderAmends(int maxNumOrderAmends) implements Filter {

        @Override
        public String filterType() {
            return "MAX_NUM_ORDER_AMENDS";
        }
    }

    /**
     * {@code MAX_NUM_ORDER_LISTS}: how many order lists an account may have open on the symbol.
     *
     * @param maxNumOrderLists most lists
     */
    record MaxNumOrderLists(int maxNumOrderLists) implements Filter {

        @Override
        public String filterType() {
            return "MAX_NUM_ORDER_LISTS";
        }
    }

    /**
     * {@code EXCHANGE_MAX_NUM_ORDERS}: how many orders an account may have open on the exchange.
     *
     * @param maxNumOrders most orders
     */
    record ExchangeMaxNumOrders(int maxNumOrders) implements Filter {

        @Override
        public String filterType() {
            return "EXCHANGE_MAX_NUM_ORDERS";
        }
    }

    /**
     * {@code EXCHANGE_MAX_NUM_ALGO_ORDERS}: how many stop-loss and take-profit orders an account may have open on the exchange.
     *
     * @param maxNumAlgoOrders most orders
     */
    record ExchangeMaxNumAlgoOrders(int maxNumAlgoOrders) implements Filter {

        @Override
        public String filterType() {
            return "EXCHANGE_MAX_NUM_ALGO_ORDERS";
        }
    }

    /**
     * {@code EXCHANGE_MAX_NUM_ICEBERG_ORDERS}: how many iceberg orders an account may have open on the exchange.
     *
     * @param maxNumIcebergOrders most orders
     */
    record ExchangeMaxNumIcebergOrders(int maxNumIcebergOrders) implements Filter {

        @Override
        public String filterType() {
            return "EXCHANGE_MAX_NUM_ICEBERG_ORDERS";
        }
    }

    /**
     * {@code EXCHANGE_MAX_NUM_ORDER_LISTS}: how many order lists an account may have open on the exchange.
     *
     * @param maxNumOrderLists most lists
     */
    record ExchangeMaxNumOrderLists(int maxNumOrderLists) implements Filter {

        @Override
        public String filterType() {
            return "EXCHANGE_MAX_NUM_ORDER_LISTS";
        }
    }

    /**
     * {@code MAX_ASSET}: how much of an asset one order may move.
     *
     * @param asset the asset
     * @param limit greatest amount
     */
    record MaxAsset(String asset, BigDecimal limit) implements Filter {

        @Override
        public String filterType() {
            return "MAX_ASSET";
        }
    }

    /**
     * A filter that this version of the connector doesn't know.
     *
     * @param filterType its name on the wire
     * @param fields what else it says, in the order of the wire: texts, numbers, booleans, nulls, and lists and maps of these
     */
    record UnknownFilter(String filterType, Map<String, @Nullable Object> fields) implements Filter {

        /** Copies the fields. */
        public UnknownFilter {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields)); // keeps nulls and the order
        }
    }
}
