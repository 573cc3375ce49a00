package io.playcaller.cli;

import io.playcaller.testkit.arch.Walls;
import org.junit.jupiter.api.Test;

class CliArchTest {

    @Test
    void theWallsStand() {
        Walls.ofLibrary("io.playcaller.cli").check();
    }
}
