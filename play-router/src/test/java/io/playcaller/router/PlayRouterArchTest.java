package io.playcaller.router;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.playcaller.testkit.arch.Walls;
import org.junit.jupiter.api.Test;

class PlayRouterArchTest {

    private static final String ROOT = "io.playcaller.router";

    @Test
    void theWallsStand() {
        Walls.ofServiceWithSharedTransactions(ROOT, "..store..", "..kafka..").check();
    }

    @Test
    void whatTheOutsideCallsIsNotCalledFromInside() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".*.app", ROOT + ".*.out")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".task.in", ROOT + ".signal.in", ROOT + ".account.in", ROOT + ".staff.in")
                .check(Walls.productionClasses(ROOT));
    }
}
