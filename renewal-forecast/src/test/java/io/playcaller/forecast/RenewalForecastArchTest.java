package io.playcaller.forecast;

import io.playcaller.testkit.arch.Walls;
import org.junit.jupiter.api.Test;

class RenewalForecastArchTest {

    @Test
    void theWallsStand() {
        Walls.ofService("io.playcaller.forecast").check();
    }
}
