package io.playcaller.chassis;

import io.playcaller.testkit.arch.Walls;
import org.junit.jupiter.api.Test;

class ChassisArchTest {

    @Test
    void theWallsStand() {
        Walls.ofLibrary("io.playcaller.chassis").check();
    }
}
