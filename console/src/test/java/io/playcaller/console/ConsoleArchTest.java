package io.playcaller.console;

import io.playcaller.testkit.arch.Walls;
import org.junit.jupiter.api.Test;

class ConsoleArchTest {

    @Test
    void theWallsStand() {
        Walls.ofService("io.playcaller.console").check();
    }
}
