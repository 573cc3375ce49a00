package io.playcaller.cli.bench;

import io.playcaller.cli.Refused;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.RunState;

/** A measurement that starts services of its own wants the machine for itself, and its output. */
final class OwnMachine {

    private OwnMachine() {}

    /** @throws Refused when an installation runs here */
    static void prepare(Home home) {
        if (RunState.read(home.runState()).filter(RunState::supervisorLives).isPresent()) {
            throw new Refused("what runs here would be measured, too; stop it first with ./playcaller down");
        }
        // Kafka's clients would warn of each look at a broker that starts, between the lines of the measurement.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
    }
}
