package io.playcaller.health.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The walls: pure Java, no clock, no cycles. */
class ArchTest {

    private final JavaClasses engine = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.playcaller.health.engine");

    @Test
    void standsOnTheJdkAndTheContractsOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.nio.charset",
                        "org.jspecify..",
                        "io.playcaller.contracts..",
                        "io.playcaller.health.engine..")
                .check(engine);
    }

    @Test
    void asksNoClock() {
        noClasses().should().callMethod(Instant.class, "now").check(engine);
        noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class).check(engine);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(engine);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.playcaller.health.engine.(*)..")
                .should()
                .beFreeOfCycles()
                .check(engine);
    }
}
