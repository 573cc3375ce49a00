package io.playcaller.bench.timer;

import io.playcaller.bench.Latencies;
import io.playcaller.bench.Waiting;
import io.playcaller.bench.health.ProcessCpu;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one contender does with what falls due, while it runs: one after the other, then all at once. */
final class FiringRun {

    /** Until the first is due: in it those that fall due are written. */
    private static final int SECONDS_AHEAD = 5;

    private static final int WRITTEN_PER_SECOND = 2_000;

    private static final double NANOS_PER_MICRO = 1_000;
    private static final int QUARTERS = 4;

    private final TimerGround ground;
    private final TimerTables tables;
    private final TimerLoad load;
    private final TimerContender contender;

    FiringRun(TimerGround ground, TimerTables tables, TimerLoad load, TimerContender contender) {
        this.ground = ground;
        this.tables = tables;
        this.load = load;
        this.contender = contender;
    }

    /** @param arming what was measured before; null for nothing */
    FiringFigures figures(String name, int pending, @Nullable ArmFigures arming)
            throws IOException, InterruptedException {
        Paced paced = paced();
        return new FiringFigures(
                name,
                pending,
                arming,
                paced.lateness(),
                paced.early(),
                microsOfOne(paced.process()),
                microsOfOne(paced.postgres()),
                backlogPerSecond());
    }

    /**
     * Timers that were due at fixed times.
     *
     * @param process CPU of the contender while those that count fell due
     * @param postgres that of PostgreSQL
     */
    private record Paced(Latencies lateness, long early, Duration process, Duration postgres) {}

    private Paced paced() throws IOException, InterruptedException {
        long before = ground.database().number(tables.fired());
        ground.population()
                .paced(tables, load.paced(), load.perSecond(), SECONDS_AHEAD + load.paced() / WRITTEN_PER_SECOND);
        Instant first = instant("select extract(epoch from min(due)) from bench.made");
        sleepUntil(first.plusSeconds(load.warmUpSeconds()));
        Duration process = ProcessCpu.of(contender.pid());
        Duration postgres = ProcessCpu.of(ground.postgresPid());
        sleepUntil(first.plusSeconds(load.warmUpSeconds() + load.seconds()));
        process = ProcessCpu.of(contender.pid()).minus(process);
        postgres = ProcessCpu.of(ground.postgresPid()).minus(postgres);
        awaitFired(before + load.paced());
        int notCounted = load.perSecond() * load.warmUpSeconds();
        return new Paced(
                Latencies.of(ground.database().nanos(tables.lateness(notCounted))),
                ground.database().number(tables.early()),
                process,
                postgres);
    }

    /** How many of a backlog it fires a second, after the first quarter. */
    private double backlogPerSecond() throws IOException, InterruptedException {
        long before = ground.database().number(tables.fired());
        ground.population().overdue(tables, load.backlog());
        awaitFired(before + load.backlog());
        return perSecond(ground.database().texts(tables.commits()).stream()
                .mapToDouble(Double::parseDouble)
                .toArray());
    }

    /** @param commits in seconds, in order */
    static double perSecond(double... commits) {
        int from = commits.length / QUARTERS;
        double seconds = commits[commits.length - 1] - commits[from];
        return (commits.length - 1 - from) / seconds;
    }

    /** A duration's share of one firing. */
    private double microsOfOne(Duration cpu) {
        return cpu.toNanos() / NANOS_PER_MICRO / ((double) load.perSecond() * load.seconds());
    }

    private void awaitFired(long count) throws IOException, InterruptedException {
        Waiting.until("all that is due has fired", () -> {
            contender.requireAlive();
            return ground.database().number(tables.fired()) >= count;
        });
    }

    private Instant instant(String query) throws IOException {
        BigDecimal seconds = new BigDecimal(ground.database().texts(query).get(0));
        return Instant.EPOCH.plusMillis(seconds.movePointRight(3).longValue());
    }

    private static void sleepUntil(Instant instant) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), instant).toMillis()));
    }
}
