package io.playcaller.forecast.engine;

import io.playcaller.testkit.arch.Walls;
import org.junit.jupiter.api.Test;

class ForecastEngineArchTest {

    @Test
    void theWallsStand() {
        Walls.ofEngine("io.playcaller.forecast.engine").check();
    }
}
