package io.playcaller.accuracy;

import io.playcaller.testkit.arch.Walls;
import org.junit.jupiter.api.Test;

class AccuracyArchTest {

    @Test
    void theWallsStand() {
        Walls.ofLibrary("io.playcaller.accuracy").check();
    }
}
