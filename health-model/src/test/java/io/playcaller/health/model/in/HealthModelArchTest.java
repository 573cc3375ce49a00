package io.playcaller.health.model.in;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import io.playcaller.testkit.arch.Walls;
import org.junit.jupiter.api.Test;

class HealthModelArchTest {

    @Test
    void itStandsOnTheEngineAndOnStrictYaml() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.playcaller.contracts..",
                        "io.playcaller.chassis.yaml",
                        "io.playcaller.health.engine..",
                        "io.playcaller.health.model.in")
                .check(Walls.productionClasses("io.playcaller.health.model"));
    }
}
