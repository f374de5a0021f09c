/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls of the house: which module may know which, and what no module does. Here, because here all are visible. */
class ArchitectureTest {

    private static final String BASE = "io.github.binancereactive.";
    private static final String CORE = BASE + "core..";
    private static final String REST = BASE + "rest..";
    private static final String WS = BASE + "ws..";
    private static final String TESTKIT = BASE + "testkit..";
    private static final String EXAMPLES = BASE + "examples..";
    private static final String TEST_SUPPORT = BASE + "testsupport..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.binancereactive");

    @ParameterizedTest
    @ValueSource(strings = {"core", "rest", "ws", "testkit", "examples"})
    void seesEveryModule(String module) {
        assertThat(CLASSES.containPackage(BASE + module)).isTrue();
    }

    @Test
    void coreKnowsNoOtherModuleAndNoTransport() {
        check(noClasses()
                .that()
                .resideInAPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(REST, WS, TESTKIT, EXAMPLES, "io.netty..", "reactor.netty.."));
    }

    @Test
    void restKnowsOnlyCore() {
        check(noClasses()
                .that()
                .resideInAPackage(REST)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WS, TESTKIT, EXAMPLES));
    }

    @Test
    void wsKnowsOnlyCore() {
        check(noClasses()
                .that()
                .resideInAPackage(WS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(REST, TESTKIT, EXAMPLES));
    }

    @Test
    void testkitKnowsOnlyCoreAndNettyItself() {
        check(noClasses()
                .that()
                .resideInAPackage(TESTKIT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(REST, WS, EXAMPLES, "reactor.netty.."));
    }

    @Test
    void nothingPublishedKnowsTheTestLibraries() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE, REST, WS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TEST_SUPPORT, "org.junit..", "reactor.test..", "reactor.blockhound.."));
    }

    @Test
    void packagesFormNoCycle() {
        check(slices().matching(BASE + "(**)").should().beFreeOfCycles());
    }

    @Test
    void everyPackageIsNullMarked() {
        check(classes().should(resideInANullMarkedPackage()));
    }

    @Test
    void nothingBlocks() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE, REST, WS)
                .should()
                .callMethodWhere(BlockingCall.ANY)
                .because("all of it runs on event loops"));
    }

    @Test
    void timeComesFromAClock() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE, REST, WS)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a day must be a unit test in virtual time"));
    }

    @Test
    void librariesPrintNothing() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE, REST, WS, TESTKIT)
                .and(areNoProgram())
                .should(ACCESS_STANDARD_STREAMS));
    }

    @Test
    void namesSayWhatAClassIs() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveNameMatching(".*Utils?"));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> areNoProgram() {
        return describe("are no program", type -> !type.getSimpleName().endsWith("Main"));
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package with a @NullMarked package-info") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().tryGetPackageInfo().isPresent()
                        && item.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(item, marked, item.getPackageName() + " for " + item.getName()));
            }
        };
    }
}
