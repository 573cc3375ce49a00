package io.playcaller.cli.clock;

import io.playcaller.quickstart.Service;
import io.playcaller.quickstart.Settings;
import io.playcaller.quickstart.clock.MachineTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time that a running installation judges by: real time, and what its clock was advanced by. The door moves the times
 * that senders give along, so only what it takes as it is, such as the dates of contracts, is said in business time.
 */
public final class BusinessTime implements InstantSource {

    private final ClockOffset offset;

    public BusinessTime(Settings settings) {
        this.offset = new ClockOffset(settings);
    }

    @Override
    public Instant instant() {
        return MachineTime.source().instant().plus(ahead());
    }

    /** How far it is ahead of real time. Asks each time: the clock may be advanced meanwhile. */
    public Duration ahead() {
        return offset.read().stream()
                .filter(row -> row.schema().equals(Service.USAGE_INGEST.schema()))
                .map(ClockOffset.Row::offset)
                .findFirst()
                .orElse(Duration.ZERO);
    }
}
