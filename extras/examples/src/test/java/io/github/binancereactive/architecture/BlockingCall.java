/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.reactivestreams.Publisher;

/** The calls that make a thread wait. */
final class BlockingCall {

    private static final Map<Class<?>, Set<String>> METHODS = Map.of(
            Publisher.class,
            Set.of("block", "blockOptional", "blockFirst", "blockLast", "toIterable", "toStream"),
            Thread.class,
            Set.of("sleep", "join", "onSpinWait"),
            Object.class,
            Set.of("wait"),
            CountDownLatch.class,
            Set.of("await"),
            Future.class,
            Set.of("get", "sync", "syncUninterruptibly", "await", "awaitUninterruptibly"),
            LockSupport.class,
            Set.of("park", "parkNanos", "parkUntil"));

    static final DescribedPredicate<JavaMethodCall> ANY = describe("the method blocks", BlockingCall::blocks);

    private BlockingCall() {}

    private static boolean blocks(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        return METHODS.entrySet().stream()
                .anyMatch(entry ->
                        owner.isAssignableTo(entry.getKey()) && entry.getValue().contains(call.getName()));
    }
}
