/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import io.github.binancereactive.core.codec.InboundFrame;
import io.github.binancereactive.core.codec.JsonCodec;
import io.github.binancereactive.core.model.user.ExecutionReport;
import java.nio.charset.StandardCharsets;

/** Execution reports as the exchange sends them. */
final class Reports {

    private static final JsonCodec CODEC = JsonCodec.create();

    private Reports() {}

    /** An event of the time {@code at} milliseconds after a day. */
    static String json(String type, String status, long orderId, long executionId, String filled, long at) {
        long time = 86_400_000 + at;
        return ("{'e':'executionReport','E':" + time + ",'s':'BTCUSDT','c':'mine-" + orderId
                        + "','S':'BUY','o':'LIMIT','f':'GTC','q':'10','p':'100','P':'0','F':'0','g':-1,'C':'','x':'"
                        + type
                        + "','X':'" + status + "','r':'NONE','i':" + orderId + ",'l':'0','z':'" + filled
                        + "','L':'0','n':'0','N':null,'T':" + time + ",'t':-1,'I':" + executionId
                        + ",'w':true,'m':false,'M':false,'O':" + time
                        + ",'Z':'0','Y':'0','Q':'0','V':'NONE'}")
                .replace('\'', '"');
    }

    static ExecutionReport report(String type, String status, long orderId, long executionId, String filled, long at) {
        return report(json(type, status, orderId, executionId, filled, at));
    }

    static ExecutionReport report(String json) {
        byte[] frame = UserDataTestCase.frame(0, json).getBytes(StandardCharsets.UTF_8);
        InboundFrame inbound = new InboundFrame();
        CODEC.envelopes().decode(frame, 0, frame.length, id -> null, inbound);
        return (ExecutionReport) inbound.userData();
    }

    /** What the exchange answers when it is asked for an order. */
    static String order(long orderId, String status, String filled, long at) {
        long time = 86_400_000 + at;
        return ("{'symbol':'BTCUSDT','orderId':" + orderId + ",'orderListId':-1,'clientOrderId':'mine-" + orderId
                        + "','price':'100','origQty':'10','executedQty':'" + filled
                        + "','cummulativeQuoteQty':'0','status':'" + status
                        + "','timeInForce':'GTC','type':'LIMIT','side':'BUY','time':" + time + ",'updateTime':" + time
                        + ",'isWorking':true,'selfTradePreventionMode':'NONE'}")
                .replace('\'', '"');
    }

    static String account(long updatedAt) {
        return ("{'makerCommission':0,'takerCommission':0,'buyerCommission':0,'sellerCommission':0,"
                        + "'commissionRates':{'maker':'0','taker':'0','buyer':'0','seller':'0'},'canTrade':true,"
                        + "'canWithdraw':true,'canDeposit':true,'brokered':false,'requireSelfTradePrevention':false,"
                        + "'preventSor':false,'updateTime':" + (86_400_000 + updatedAt)
                        + ",'accountType':'SPOT','balances':[{'asset':'BTC','free':'1','locked':'0'}],"
                        + "'permissions':['SPOT'],'uid':1}")
                .replace('\'', '"');
    }
}
