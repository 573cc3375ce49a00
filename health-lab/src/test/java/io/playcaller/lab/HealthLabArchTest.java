package io.playcaller.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.playcaller.testkit.arch.Walls;
import org.junit.jupiter.api.Test;

class HealthLabArchTest {

    private final JavaClasses lab = Walls.productionClasses("io.playcaller.lab");

    @Test
    void theWallsStand() {
        Walls.noCyclesBetweenFeatures("io.playcaller.lab").check(lab);
        Walls.timeIsHandedIn().check(lab);
    }

    @Test
    void figuresKnowNothingOfTheEngine() {
        noClasses()
                .that()
                .resideInAnyPackage("..figures..", "..rows..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.playcaller.health..")
                .check(lab);
    }
}
