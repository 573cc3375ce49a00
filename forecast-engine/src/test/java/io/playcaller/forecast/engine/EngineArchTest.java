package io.playcaller.forecast.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EngineArchTest {

    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.playcaller.forecast.engine");

    @Test
    void itKnowsTheJdkAndTheContractsOnly() {
        classes()
                .that()
                .resideInAPackage("io.playcaller.forecast.engine..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "io.playcaller.contracts..", "io.playcaller.forecast.engine..", "org.jspecify..")
                .check(ENGINE);
    }

    @Test
    void itHasNoClockOfItsOwn() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(ENGINE);
    }

    @Test
    void itsPackagesKnowEachOtherOneWay() {
        slices().matching("io.playcaller.forecast.engine.(*)..")
                .should()
                .beFreeOfCycles()
                .check(ENGINE);
    }
}
