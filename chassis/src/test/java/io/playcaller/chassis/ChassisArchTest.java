package io.playcaller.chassis;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.playcaller.testkit.arch.Walls;
import org.junit.jupiter.api.Test;

class ChassisArchTest {

    private static final String ROOT = "io.playcaller.chassis";

    private final JavaClasses production = Walls.productionClasses(ROOT);

    @Test
    void packagesFormNoCircle() {
        Walls.noCyclesBetweenFeatures(ROOT).check(production);
    }

    @Test
    void onlyTheClockReadsTheTime() {
        Walls.timeIsHandedIn().check(production);
        Walls.sqlAsksPlaycallersClock().check(production);
    }

    @Test
    void constructorsSayWhatIsNeeded() {
        Walls.noFieldInjection().check(production);
    }

    @Test
    void noServiceIsKnownHere() {
        Walls.servicesAreStrangers(ROOT).check(production);
    }
}
