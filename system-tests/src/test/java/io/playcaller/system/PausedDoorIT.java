package io.playcaller.system;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Two doors behind a load balancer, of which the first stands still with claims in its hands, for longer than it holds them:
 * the other stores what it had claimed, then the first goes on where it stood.
 */
class PausedDoorIT {

    private static final String CHAPTER = "paused";
    private static final int CUSTOMERS = 60;
    private static final int FACTS = 12_000;
    private static final long SEED = 20_261_126;
    private static final int SENDERS = 4;

    /** Longer than a retry waits for a lock; shorter than the producer keeps a record, so that it still goes out afterwards. */
    private static final Duration LOCK = Duration.ofSeconds(5);

    /** By far the longest step of a delivery, and it stands between the claims and the log: what is paused is paused there. */
    private static final Duration LINGER = Duration.ofMillis(400);

    /** When the load balancer asks the other door. */
    private static final Duration FAILOVER = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Installation at = Installation.shared();
    private final Log log = new Log(at.stack());
    private final List<Door> doors = new ArrayList<>();
    private final List<Sender> senders = new ArrayList<>();

    @Test
    void whatAPausedDoorHadClaimedCountsOnce() {
        try (ServiceProcess first = at.secondIngest(LOCK, LINGER)) {
            Chapter chapter = new Chapter(
                    at, CHAPTER, CUSTOMERS, FACTS, SEED, Instant.now().minus(Duration.ofMinutes(1)));
            first.awaitReady();
            tell(chapter.story(), first);
            for (int percent = 10; !isTakenOver(first, percent); percent += 10) {
                assertThat(percent).as("no claim of the paused door lapsed").isLessThan(60);
            }
            senders.forEach(Sender::tellAll);
            letItFinish(first);

            awaitFolded();
            requireOnTheLog(chapter.story());
            chapter.requireWhatTheOracleSays();
        }
    }

    /** Each customer's facts by one sender, in their order. */
    private void tell(List<Fact> story, ServiceProcess first) {
        story.stream()
                .collect(groupingBy(fact -> Math.floorMod(fact.account().hashCode(), SENDERS)))
                .values()
                .forEach(part -> {
                    Door door = new Door(first.url(), FAILOVER, at.ingest().url());
                    doors.add(door);
                    senders.add(new Sender(part, door));
                });
        senders.forEach(sender -> sender.mayTell(100));
    }

    /**
     * Suspends the first door until what it had in work, and did not answer, is answered by the other: whether the other
     * refused some of it while its claims were locked, and accepted it when they had lapsed.
     */
    private boolean isTakenOver(ServiceProcess first, int percent) {
        senders.get(0).awaitTold(percent);
        int takenOver = sum(Door::takenOver);
        first.suspend();
        List<Integer> answered = doors.stream().map(Door::answered).toList();
        await("the other door answers every sender")
                .atMost(PATIENCE)
                .until(() -> IntStream.range(0, doors.size())
                        .allMatch(i -> doors.get(i).answered() > answered.get(i)));
        first.goOn();
        return sum(Door::takenOver) > takenOver;
    }

    /** From then on it writes nothing: what it still had in its producer is in the log, or never will be. */
    private static void letItFinish(ServiceProcess first) {
        first.terminate();
        first.awaitEnd(PATIENCE);
    }

    /** What stands on the log now is folded: what is counted is final. Ticks pass the marker at its end. */
    private void awaitFolded() {
        Map<Integer, Long> ends = log.ends();
        StoredFacts stored = new StoredFacts(at.stack());
        await("all of it is folded").atMost(PATIENCE).until(() -> stored.isFolded(ends));
    }

    /** Every id was answered 200 by now. */
    private void requireOnTheLog(List<Fact> story) {
        Set<String> ids = story.stream().map(Fact::id).collect(toSet());
        Map<String, Integer> written = log.written(CHAPTER);
        assertThat(written.keySet()).as("ids on the log").isEqualTo(ids);
        System.out.printf(
                "%d facts: %d accepted, %d duplicates refused at the doors, %d requests sent again, %d of them taken over from"
                        + " the paused door; %d ids twice on the log%n",
                FACTS,
                sum(Door::accepted),
                sum(Door::duplicates),
                sum(Door::sentAgain),
                sum(Door::takenOver),
                written.values().stream().filter(times -> times > 1).count());
    }

    private int sum(ToIntFunction<Door> count) {
        return doors.stream().mapToInt(count).sum();
    }
}
