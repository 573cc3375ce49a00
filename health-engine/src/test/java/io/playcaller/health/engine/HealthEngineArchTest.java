package io.playcaller.health.engine;

import io.playcaller.testkit.arch.Walls;
import org.junit.jupiter.api.Test;

class HealthEngineArchTest {

    @Test
    void theWallsStand() {
        Walls.ofEngine("io.playcaller.health.engine").check();
    }
}
