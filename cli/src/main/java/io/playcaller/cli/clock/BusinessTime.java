package io.playcaller.cli.clock;

import io.playcaller.quickstart.Service;
import io.playcaller.quickstart.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time that a running installation judges by: real time, and what its clock was advanced by. */
public final class BusinessTime implements InstantSource {

    private final ClockOffset offset;

    public BusinessTime(Settings settings) {
        this.offset = new ClockOffset(settings);
    }

    /** Asks each time: the clock may be advanced meanwhile. */
    @Override
    public Instant instant() {
        Duration ahead = offset.read().stream()
                .filter(row -> row.schema().equals(Service.USAGE_INGEST.schema()))
                .map(ClockOffset.Row::offset)
                .findFirst()
                .orElse(Duration.ZERO);
        return InstantSource.system().instant().plus(ahead);
    }
}
