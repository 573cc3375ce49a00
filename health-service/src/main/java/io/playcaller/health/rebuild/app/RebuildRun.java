package io.playcaller.health.rebuild.app;

import io.playcaller.health.fold.app.RebuildFolds;
import io.playcaller.health.rebuild.AccountComparison;
import io.playcaller.health.rebuild.Difference;
import io.playcaller.health.rebuild.PartitionProgress;
import io.playcaller.health.rebuild.RebuildReport;
import io.playcaller.health.rebuild.Stretch;
import io.playcaller.health.rebuild.Verdict;
import io.playcaller.health.rebuild.Wanted;
import io.playcaller.health.rebuild.app.RebuildSchema.Pair;
import io.playcaller.health.rebuild.app.RebuildSchema.Place;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run, on a thread of its own: fold up to where the running service stands, and again what came meanwhile; then a copy of the
 * accounts of one moment, fold up to that moment's offsets, compare, and switch if that is wanted and nothing speaks against it.
 */
final class RebuildRun {

    private static final int PAGE = 500;
    private static final long BEAT_NANOS = Duration.ofSeconds(1).toNanos();

    /** The run is somebody else's by now, or nobody's. */
    static final class EndedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What a run works with. */
    record Parts(RebuildRows rows, RebuildSchema schema, RebuildFolds folds, RebuildLog.Source logs, Duration limit) {}

    private final UUID id;
    private final Wanted wanted;
    private final Parts parts;
    private final AccountComparison comparison = new AccountComparison();
    private final Map<Integer, PartitionProgress> progress = new TreeMap<>();
    private final Map<Integer, Stretch> stretches = new TreeMap<>();
    private String phase = "prepares";
    private @Nullable Verdict verdict;
    private volatile boolean stopping;
    private long beatNanos;

    RebuildRun(UUID id, Wanted wanted, Parts parts) {
        this.id = id;
        this.wanted = wanted;
        this.parts = parts;
    }

    /**
     * Runs to its end.
     *
     * @throws EndedException when somebody ended it
     */
    void run() {
        turnTo("prepares");
        parts.schema().prepare(wanted.goOn());
        try (RebuildLog log = parts.logs().open()) {
            turnTo("folds");
            foldTo(parts.schema().places(), log);
            turnTo("folds what came meanwhile");
            foldTo(parts.schema().places(), log);
            turnTo("copies the running state");
            List<Place> moment = parts.schema().copyOfTheMoment();
            turnTo("folds up to that moment");
            foldTo(moment, log);
            turnTo("compares");
            Verdict found = compare(moment, log);
            verdict = found;
            end(wanted.forbidden(found));
        } finally {
            parts.folds().forgetAll();
        }
    }

    /** Ends it after the step in work; what was folded stays. */
    void stop() {
        stopping = true;
    }

    private void end(List<String> forbidden) {
        if (!wanted.switchOver()) {
            done(parts.rows().end(id, "compared", report(null)));
        } else if (!forbidden.isEmpty()) {
            done(parts.rows().end(id, "refused", report("accounts differ, and not accepted is: " + forbidden)));
        } else {
            turnTo("switches");
            parts.schema().switchOver(id, report(null));
        }
    }

    /** How it stands, for whoever asks. */
    RebuildReport report(@Nullable String why) {
        return new RebuildReport(phase, List.copyOf(progress.values()), verdict, why);
    }

    private void foldTo(List<Place> places, RebuildLog log) {
        for (Place place : places) {
            long begin = log.begin(place.partition());
            Stretch stretch = new Stretch(place.partition(), place.logId(), begin, place.nextOffset());
            stretches.put(place.partition(), stretch);
            PartitionRebuild partition = new PartitionRebuild(stretch, parts.folds(), log);
            do {
                progress.put(place.partition(), partition.progress());
                beat(false);
            } while (partition.step());
            progress.put(place.partition(), partition.progress());
        }
    }

    private Verdict compare(List<Place> moment, RebuildLog log) {
        done(parts.rows().forgetDifferences());
        Map<String, Long> counts = new TreeMap<>();
        for (Place place : moment) {
            if (findDifferences(place.partition())) {
                // The owner may have been amid a broadcast: some accounts were through with it, the checkpoint stood
                // before it.
                new PartitionRebuild(stretch(place.partition()), parts.folds(), log).oneMore();
            }
            count(place.partition(), counts);
        }
        return new Verdict(parts.schema().accounts(), counts);
    }

    private Stretch stretch(int partition) {
        return Optional.ofNullable(stretches.get(partition)).orElseThrow();
    }

    private boolean findDifferences(int partition) {
        boolean any = false;
        String after = "";
        List<Pair> pairs = parts.schema().differing(partition, after, PAGE);
        while (!pairs.isEmpty()) {
            List<Difference> found = new ArrayList<>();
            pairs.forEach(pair -> difference(partition, pair).ifPresent(found::add));
            done(parts.rows().addDifferences(found));
            any |= !found.isEmpty();
            beat(false);
            after = pairs.get(pairs.size() - 1).accountId();
            pairs = parts.schema().differing(partition, after, PAGE);
        }
        return any;
    }

    /** Takes back those that are equal after one more record, and counts the others. */
    private void count(int partition, Map<String, Long> counts) {
        String after = "";
        List<String> ids = done(parts.rows().differing(partition, after, PAGE));
        while (!ids.isEmpty()) {
            List<Difference> still = new ArrayList<>();
            parts.schema()
                    .differing(ids)
                    .values()
                    .forEach(pair -> difference(partition, pair).ifPresent(still::add));
            done(parts.rows().removeDifferences(ids));
            done(parts.rows().addDifferences(still));
            still.forEach(difference -> counts.merge(difference.reason(), 1L, Long::sum));
            beat(false);
            after = ids.get(ids.size() - 1);
            ids = done(parts.rows().differing(partition, after, PAGE));
        }
    }

    private Optional<Difference> difference(int partition, Pair pair) {
        boolean cut = stretch(partition).cut();
        return comparison.of(pair.accountId(), partition, pair.running(), pair.rebuilt(), cut);
    }

    private void turnTo(String next) {
        phase = next;
        beat(true);
    }

    private void beat(boolean inAnyCase) {
        if (!inAnyCase && System.nanoTime() - beatNanos < BEAT_NANOS) {
            return;
        }
        beatNanos = System.nanoTime();
        if (stopping || !done(parts.rows().beat(id, report(null)))) {
            throw new EndedException();
        }
    }

    private <T> T done(Uni<T> work) {
        return work.await().atMost(parts.limit());
    }
}
