package io.playcaller.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How much CPU the door needs for an event, and how long an answer takes while it is busy.
 *
 * <p>First as many requests as there are lanes are kept in flight ({@link FullSpeed}): to warm up, slice by slice, each saying
 * what an event cost in it, so that the reader sees whether that still falls; then as long as is measured. Then requests are
 * sent at 70 % of that speed at fixed times ({@link FixedRate}), and each is measured from when it was due, so that a pause of
 * the service counts for all that it delayed. Each event is validated, told its account, claimed and in the log
 * ({@code acks=all}) before it is answered. An answer that is not 2xx, or accepts less than was sent, ends the measurement.
 */
public final class DoorBench {

    private static final double SHARE = 0.7;
    private static final Duration SLICE = Duration.ofSeconds(10);

    private final Sender sender;
    private final Door door;
    private final Duration warmUp;
    private final Duration length;
    private final Duration mostBehind;

    /**
     * @param run names this measurement; another name, other events
     * @param warmUp of each shape: compilers run on for a minute or more
     * @param length of each of the two parts that are measured
     * @param clock of the sender
     */
    public DoorBench(Door door, String run, Duration warmUp, Duration length, InstantSource clock) {
        this(door, run, warmUp, length, FixedRate.MOST_BEHIND, clock);
    }

    DoorBench(Door door, String run, Duration warmUp, Duration length, Duration mostBehind, InstantSource clock) {
        this.door = door;
        this.sender = new Sender(door, run, clock);
        this.warmUp = warmUp;
        this.length = length;
        this.mostBehind = mostBehind;
    }

    /**
     * Measures one shape; takes {@code warmUp} and twice {@code length}.
     *
     * @param lanes requests in flight at full speed
     * @param progress told what each part came to, and that the last begins: should it fail, the others were said
     */
    public DoorFigures measure(Shape shape, int lanes, Consumer<String> progress)
            throws IOException, InterruptedException {
        FullSpeed fullSpeed = new FullSpeed(sender, shape, lanes);
        for (Duration left = warmUp; left.toMillis() > 0; left = left.minus(SLICE)) {
            Work slice = work(fullSpeed, shape, left.compareTo(SLICE) < 0 ? left : SLICE);
            progress.accept(String.format(
                    Locale.ROOT, "%s: warming up, %.1f µs an event", shape.title(), slice.cpuMicrosPerEvent()));
        }
        Work work = work(fullSpeed, shape, length);
        progress.accept(String.format(
                Locale.ROOT,
                "%s: full speed, %.1f µs an event, %.0f events a second",
                shape.title(),
                work.cpuMicrosPerEvent(),
                work.eventsPerSecond()));

        double offered = SHARE * work.eventsPerSecond();
        progress.accept(shape.title() + ": 70 % of it");
        Latencies latencies = new FixedRate(sender, shape, offered / shape.events(), mostBehind).run(length);
        return new DoorFigures(shape, work, offered, latencies);
    }

    private Work work(FullSpeed fullSpeed, Shape shape, Duration length) throws IOException, InterruptedException {
        Duration before = cpuTime();
        long began = System.nanoTime();
        long events = fullSpeed.run(length) * shape.events();
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Work(events, seconds, cpuTime().minus(before).toNanos() / 1e9);
    }

    private Duration cpuTime() throws IOException {
        return ProcessHandle.of(door.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IOException("no CPU time of process " + door.pid() + " can be read"));
    }
}
