package io.playcaller.forecast.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.playcaller.testkit.arch.Walls;
import org.junit.jupiter.api.Test;

class ForecastLabArchTest {

    @Test
    void theWallsStand() {
        Walls.noCyclesBetweenFeatures("io.playcaller.forecast.lab")
                .check(Walls.productionClasses("io.playcaller.forecast.lab"));
        Walls.timeIsHandedIn().check(Walls.productionClasses("io.playcaller.forecast.lab"));
    }

    @Test
    void onlyTheLearnerKnowsTheLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..lab.learn..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("de.bwaldvogel..")
                .check(Walls.productionClasses("io.playcaller.forecast.lab"));
    }
}
