package io.playcaller.bench.health;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Watches a contender from the outside until it has folded the whole log. What it needs is taken from the moment at which it
 * has folded a share of the log: until then it starts, and compilers are at work.
 */
final class Stopwatch {

    private static final Duration LOOK_EACH = Duration.ofMillis(100);
    private static final Duration SAY_EACH = Duration.ofSeconds(10);
    /** A midnight that a million accounts wait for is one record. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private static final double NANOS = 1e9;
    private static final int PERCENT = 100;

    private final long brokerPid;
    private final long postgresPid;
    private final Consumer<String> progress;

    /** @param postgresPid 0 while none runs */
    Stopwatch(long brokerPid, long postgresPid, Consumer<String> progress) {
        this.brokerPid = brokerPid;
        this.postgresPid = postgresPid;
        this.progress = progress;
    }

    private record Reading(long nanos, long folded, Duration process, Duration postgres, Duration broker) {

        /** With what the process needed until then. */
        Reading sinceItsStart() {
            return new Reading(nanos, folded, Duration.ZERO, postgres, broker);
        }
    }

    /**
     * Returns when everything is folded and said.
     *
     * @param counting hears where it counts
     * @param from how many records are folded before it is measured
     * @param to how many there are
     * @throws IOException when it ends, or comes no further for twenty minutes
     */
    FoldFigures watch(Contender contender, Counting counting, long from, long to)
            throws IOException, InterruptedException {
        Reading start = read(contender);
        Reading begin = await(contender, from, to);
        progress.accept("%s: measured from here, %d of %d folded".formatted(contender.name(), begin.folded(), to));
        counting.begins();
        Reading end = await(contender, to, to);
        while (!contender.allSaid()) {
            pause(contender);
            end = read(contender);
        }
        counting.ends();
        return new FoldFigures(
                contender.name(),
                stretch(start.sinceItsStart(), begin),
                stretch(begin, end),
                ProcessCpu.peakBytes(contender.pid()),
                null);
    }

    private static Stretch stretch(Reading from, Reading to) {
        return new Stretch(
                to.folded() - from.folded(),
                (to.nanos() - from.nanos()) / NANOS,
                seconds(from.process(), to.process()),
                seconds(from.postgres(), to.postgres()),
                seconds(from.broker(), to.broker()));
    }

    private Reading await(Contender contender, long wanted, long all) throws IOException, InterruptedException {
        Reading now = read(contender);
        Reading moved = now;
        Reading said = now;
        while (now.folded() < wanted) {
            pause(contender);
            now = read(contender);
            if (now.folded() > moved.folded()) {
                moved = now;
            } else if (now.nanos() - moved.nanos() > PATIENCE.toNanos()) {
                throw new IOException("%s stands still at %d of %d".formatted(contender.name(), now.folded(), all));
            }
            if (now.nanos() - said.nanos() > SAY_EACH.toNanos()) {
                say(contender.name(), said, now, all);
                said = now;
            }
        }
        return now;
    }

    private void say(String name, Reading before, Reading now, long all) {
        progress.accept(String.format(
                Locale.ROOT,
                "%s: %d %% folded, %.0f a second",
                name,
                PERCENT * now.folded() / all,
                (now.folded() - before.folded()) * NANOS / (now.nanos() - before.nanos())));
    }

    private static void pause(Contender contender) throws IOException, InterruptedException {
        contender.requireAlive();
        Thread.sleep(LOOK_EACH.toMillis());
    }

    private Reading read(Contender contender) throws IOException, InterruptedException {
        long folded = contender.folded();
        return new Reading(
                System.nanoTime(),
                folded,
                ProcessCpu.of(contender.pid()),
                postgresPid == 0 ? Duration.ZERO : ProcessCpu.of(postgresPid),
                ProcessCpu.of(brokerPid));
    }

    private static double seconds(Duration before, Duration after) {
        return after.minus(before).toNanos() / NANOS;
    }
}
