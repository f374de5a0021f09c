/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.CancelReplaceMode;
import io.github.binancereactive.core.model.trade.OrderRateLimitExceededMode;
import io.github.binancereactive.core.model.trade.PegOffsetType;
import io.github.binancereactive.core.model.trade.PegPriceType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** Accounts that do anything at all, the same for the same seed. */
final class RandomTrading {

    /** Whole numbers, and one whose notional has more decimals than the quote asset. */
    static final List<String> SYMBOLS = List.of("BTCUSDT", "ODDUSDT", "BNBUSDT");

    static final List<Long> ACCOUNTS = List.of(1L, 2L, 3L, 4L);

    private static final List<OrderType> CONTINGENT =
            List.of(OrderType.STOP_LOSS, OrderType.STOP_LOSS_LIMIT, OrderType.TAKE_PROFIT, OrderType.TAKE_PROFIT_LIMIT);

    private static final List<SelfTradePreventionMode> MODES =
            List.copyOf(EnumSet.complementOf(EnumSet.of(SelfTradePreventionMode.UNKNOWN)));

    private static final List<ListRequest.Kind> KINDS = List.of(ListRequest.Kind.values());

    final MatchingEngine engine;
    private final Random random;
    private long now = 1_700_000_000_000_000L;
    int accepted;
    int refused;

    RandomTrading(long seed, EngineListener listener) {
        random = new Random(seed);
        engine = new MatchingEngine(EngineSettings.of(seed).withOrderLimits(List.of()), listener);
        for (String symbol : SYMBOLS) {
            String base = symbol.substring(0, 3);
            String step = isOdd(symbol) ? "0.00001" : "1";
            Filter lot = new Filter.LotSize(new BigDecimal(step), new BigDecimal("9000"), new BigDecimal(step));
            engine.list(SymbolSettings.of(
                    Venue.info(symbol, base, "USDT", List.of(lot)), CommissionRates.of("0.0007", "0.0013")));
        }
        for (long account : ACCOUNTS) {
            AccountSettings settings = AccountSettings.of(account).withDiscount(account == 4);
            engine.open(account <= 2 ? settings.withTradeGroupId(9) : settings);
            for (String asset : List.of("BTC", "ODD", "BNB", "USDT")) {
                engine.deposit(account, asset, deposit(asset), now);
            }
        }
    }

    static BigDecimal deposit(String asset) {
        return new BigDecimal(asset.equals("USDT") ? "60000" : "300");
    }

    private static boolean isOdd(String symbol) {
        return symbol.startsWith("ODD");
    }

    void step() {
        now += random.nextInt(2_000_000);
        long account = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
        String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
        try {
            act(account, symbol);
            accepted++;
        } catch (Refusal refusal) {
            refused++;
        }
    }

    private void act(long account, String symbol) {
        int what = random.nextInt(100);
        if (what < 66) {
            engine.place(account, order(symbol), now);
        } else if (what < 80) {
            engine.placeList(account, list(symbol), now);
        } else if (what < 88) {
            engine.cancel(account, CancelRequest.of(symbol, open(account, symbol)), now);
        } else if (what < 92) {
            engine.cancelReplace(account, replace(account, symbol), now);
        } else if (what < 97) {
            engine.amend(account, new AmendRequest(symbol, open(account, symbol), null, qty(symbol)), now);
        } else if (what < 99) {
            engine.expire(account, symbol, open(account, symbol).orderId(), now);
        } else {
            engine.cancelAll(account, symbol, now);
        }
    }

    private ReplaceRequest replace(long account, String symbol) {
        return new ReplaceRequest(
                CancelRequest.of(symbol, open(account, symbol)),
                order(symbol),
                random.nextBoolean() ? CancelReplaceMode.STOP_ON_FAILURE : CancelReplaceMode.ALLOW_FAILURE,
                OrderRateLimitExceededMode.DO_NOTHING);
    }

    private OrderKey open(long account, String symbol) {
        List<OrderSnapshot> open = engine.records().openOrders(account, symbol);
        return OrderKey.of(
                open.isEmpty() ? -1 : open.get(random.nextInt(open.size())).orderId());
    }

    private BigDecimal price(String symbol) {
        return isOdd(symbol)
                ? new BigDecimal("90").add(BigDecimal.valueOf(random.nextInt(20_000_000), 6))
                : BigDecimal.valueOf(90 + random.nextInt(21));
    }

    private BigDecimal qty(String symbol) {
        return isOdd(symbol)
                ? BigDecimal.valueOf(1 + random.nextInt(900_000), 5)
                : BigDecimal.valueOf(1 + random.nextInt(9));
    }

    private OrderRequest order(String symbol) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        int kind = random.nextInt(20);
        if (kind < 2) {
            return market(symbol, side);
        }
        if (kind < 7) {
            return contingent(symbol, side, CONTINGENT.get(random.nextInt(4)), qty(symbol));
        }
        if (kind < 9) {
            return limit(symbol, side, OrderType.LIMIT_MAKER, qty(symbol), true);
        }
        return limit(symbol, side, OrderType.LIMIT, qty(symbol), true);
    }

    private OrderRequest market(String symbol, Side side) {
        OrderRequest.Builder order =
                OrderRequest.of(symbol, side, OrderType.MARKET).selfTradePreventionMode(mode());
        return random.nextBoolean()
                ? order.quantity(qty(symbol)).build()
                : order.quoteOrderQty(BigDecimal.valueOf(50 + random.nextInt(1000)))
                        .build();
    }

    private SelfTradePreventionMode mode() {
        return MODES.get(random.nextInt(MODES.size()));
    }

    /** A pending buy always says its price, because an audit can't know what it was estimated at. */
    private OrderRequest limit(String symbol, Side side, OrderType type, BigDecimal qty, boolean working) {
        boolean isMaker = type == OrderType.LIMIT_MAKER;
        int kind = random.nextInt(12);
        TimeInForce time =
                kind == 0 && !isMaker ? TimeInForce.IOC : kind == 1 && !isMaker ? TimeInForce.FOK : TimeInForce.GTC;
        OrderRequest.Builder order = OrderRequest.of(symbol, side, type)
                .quantity(qty)
                .timeInForce(isMaker ? null : time)
                .selfTradePreventionMode(mode());
        if (kind == 2 && (working || side == Side.SELL)) {
            boolean isPrimary = isMaker || random.nextBoolean();
            return order.peg(isPrimary ? PegPriceType.PRIMARY_PEG : PegPriceType.MARKET_PEG, null, null)
                    .build();
        }
        if (kind == 3) {
            order.peg(PegPriceType.PRIMARY_PEG, PegOffsetType.PRICE_LEVEL, 1);
        }
        if (kind == 4 || kind == 5) {
            order.icebergQty(isOdd(symbol) ? new BigDecimal("0.7") : BigDecimal.ONE);
        }
        return order.price(price(symbol)).build();
    }

    private OrderRequest contingent(String symbol, Side side, OrderType type, BigDecimal qty) {
        boolean isLimit = type == OrderType.STOP_LOSS_LIMIT || type == OrderType.TAKE_PROFIT_LIMIT;
        OrderRequest.Builder order = OrderRequest.of(symbol, side, type)
                .quantity(qty)
                .stopPrice(price(symbol))
                .selfTradePreventionMode(mode());
        if (isLimit) {
            TimeInForce time = random.nextInt(5) == 0 ? TimeInForce.IOC : TimeInForce.GTC;
            order.timeInForce(time).price(price(symbol));
        }
        int kind = random.nextInt(8);
        if (kind == 0) {
            order.trailingDelta(50 + random.nextInt(500));
        } else if (kind == 1 && (isLimit || side == Side.SELL)) {
            order.trailingDelta(50 + random.nextInt(500)).stopPrice(null);
        } else if (kind == 2 && isLimit) {
            order.price(null).peg(PegPriceType.MARKET_PEG, null, null);
        }
        return order.build();
    }

    private ListRequest list(String symbol) {
        ListRequest.Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        boolean isPaid = kind.isPaidByWorkingOrder();
        Side side = !isPaid && random.nextBoolean() ? Side.BUY : Side.SELL;
        List<OrderRequest> orders = new ArrayList<>();
        if (kind.hasWorkingOrder()) {
            OrderType type = random.nextInt(4) == 0 ? OrderType.LIMIT_MAKER : OrderType.LIMIT;
            Side working = isPaid || random.nextBoolean() ? Side.BUY : Side.SELL;
            orders.add(limit(symbol, working, type, qty(symbol), true));
        }
        BigDecimal qty = qty(symbol);
        if (kind.hasPair()) {
            orders.add(leg(symbol, side, qty, true));
            orders.add(leg(symbol, side, qty, false));
        } else {
            orders.add(pending(symbol, side, qty));
        }
        return new ListRequest(kind, symbol, null, isPaid ? withoutQuantity(orders) : orders);
    }

    private OrderRequest pending(String symbol, Side side, BigDecimal qty) {
        return switch (random.nextInt(4)) {
            case 0 -> limit(symbol, side, OrderType.LIMIT_MAKER, qty, false);
            case 1 -> contingent(symbol, side, CONTINGENT.get(random.nextInt(4)), qty);
            case 2 ->
                side == Side.SELL
                        ? OrderRequest.of(symbol, side, OrderType.MARKET)
                                .quantity(qty)
                                .build()
                        : limit(symbol, side, OrderType.LIMIT, qty, false);
            default -> limit(symbol, side, OrderType.LIMIT, qty, false);
        };
    }

    /** The stop-loss leg on its side of the market, the other on the other. */
    private OrderRequest leg(String symbol, Side side, BigDecimal qty, boolean isAbove) {
        boolean isStopLoss = isAbove == (side == Side.BUY);
        boolean asLimit = random.nextBoolean();
        if (!isStopLoss && asLimit) {
            return limit(symbol, side, OrderType.LIMIT_MAKER, qty, false);
        }
        OrderType type = isStopLoss
                ? asLimit ? OrderType.STOP_LOSS_LIMIT : OrderType.STOP_LOSS
                : random.nextBoolean() ? OrderType.TAKE_PROFIT : OrderType.TAKE_PROFIT_LIMIT;
        return contingent(symbol, side, type, qty);
    }

    private static List<OrderRequest> withoutQuantity(List<OrderRequest> orders) {
        List<OrderRequest> paid = new ArrayList<>(orders.subList(0, 1));
        for (OrderRequest order : orders.subList(1, orders.size())) {
            paid.add(OrderRequest.of(order.symbol(), order.side(), order.type())
                    .price(order.price())
                    .timeInForce(order.timeInForce())
                    .stopPrice(order.stopPrice())
                    .trailingDelta(order.trailingDelta())
                    .peg(order.pegPriceType(), order.pegOffsetType(), order.pegOffsetValue())
                    .selfTradePreventionMode(order.selfTradePreventionMode())
                    .build());
        }
        return paid;
    }
}
