package io.playcaller.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Whether the door holds no more the longer it works. Events come at a fixed rate; in a pause after each minute the service
 * collects its garbage, and what it holds then is noted.
 */
public final class MemoryBench {

    private static final Duration SLICE = Duration.ofMinutes(1);

    private final Sender sender;
    private final MemoryReading memory;
    private final Duration slice;

    /** @param run names this measurement; another name, other events */
    public MemoryBench(Door door, String run, InstantSource clock) {
        this(door, run, clock, SLICE);
    }

    MemoryBench(Door door, String run, InstantSource clock, Duration slice) {
        this.sender = new Sender(door, run, clock);
        this.memory = new MemoryReading(door);
        this.slice = slice;
    }

    /**
     * Measures so many minutes.
     *
     * @param eventsPerSecond so few that the service keeps up
     * @param progress told each minute's number and what is held after it
     * @return one a minute
     */
    public List<Memory> measure(Shape shape, double eventsPerSecond, int minutes, BiConsumer<Integer, Memory> progress)
            throws IOException, InterruptedException {
        FixedRate rate = new FixedRate(sender, shape, eventsPerSecond / shape.events());
        List<Memory> held = new ArrayList<>();
        for (int minute = 1; minute <= minutes; minute++) {
            rate.run(slice);
            Memory now = memory.read();
            held.add(now);
            progress.accept(minute, now);
        }
        return List.copyOf(held);
    }
}
