package io.playcaller.router;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** The walls of the service. */
class PlayRouterArchTest {

    private static final String ROOT = "io.playcaller.router.";

    private static final String[] CORE = {
        ROOT + "calendar",
        ROOT + "sla",
        ROOT + "staff",
        ROOT + "account",
        ROOT + "play",
        ROOT + "rules",
        ROOT + "routing",
        ROOT + "task",
        ROOT + "signal",
        ROOT + "delivery"
    };

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.playcaller.router");

    @Test
    void theCoreKnowsTheJdkAndTheContractsOnly() {
        noClasses()
                .that(resideInAnyPackage(CORE))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..",
                        "io.micrometer..",
                        "jakarta..",
                        "org.apache..",
                        "org.jboss..",
                        "com.fasterxml..",
                        "io.playcaller.chassis..",
                        "io.playcaller.outbox..",
                        ROOT + "*.app..",
                        ROOT + "*.in..",
                        ROOT + "*.out..",
                        ROOT + "store..",
                        ROOT + "kafka..",
                        ROOT + "config.."))
                .check(service);
    }

    @Test
    void adaptersOfTheOutsideAreNotCalledFromInside() {
        noClasses()
                .that(resideInAnyPackage(ROOT + "*.app", ROOT + "*.out"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        ROOT + "task.in", ROOT + "signal.in", ROOT + "account.in", ROOT + "staff.in"))
                .check(service);
    }

    @Test
    void packagesOfTheCoreFormNoCycle() {
        slices().matching("io.playcaller.router.(*)").should().beFreeOfCycles().check(service);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should().notBeAnnotatedWith(Inject.class).check(service);
    }

    @Test
    void nobodyReadsTheWallClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(service);
    }

    @Test
    void noOtherServiceIsKnown() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.playcaller..")
                        .and(resideInAnyPackage(
                                "io.playcaller.ingest..",
                                "io.playcaller.health..",
                                "io.playcaller.forecast..",
                                "io.playcaller.console..")))
                .check(service);
    }
}
