package io.playcaller.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.system.StoredFacts.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The same story is told twice, of customers with other names: in peace, and while one service after the other is killed, one of
 * three replicas of health-service dies, and another stands still, facts in its hands, until somebody else has folded them. Both must end in what
 * the oracle says, and, byte for byte, in what the engine makes of the log from its beginning in one process.
 */
class KillsAndZombiesIT {

    private static final int CUSTOMERS = 120;
    private static final int FACTS = Integer.getInteger("playcaller.system.facts", 20_000);
    private static final long SEED = 20_261_122;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int WRITTEN_AGAIN = 150;

    /** So many that each partition gets some. */
    private static final int NEWCOMERS = 24;

    private static final String REFUSED = "health_commits_refused_total";
    private static final String OWNED = "health_partitions_owned";

    private final Installation at = Installation.shared();
    private final StoredFacts stored = new StoredFacts(at.stack());
    private final Log log = new Log(at.stack());
    private final Instant storyEnd = Instant.now().minus(Duration.ofMinutes(1));
    private final LocalDate today = LocalDate.ofInstant(storyEnd, ZoneOffset.UTC);

    @Test
    void nothingIsLostOrCountedTwice() {
        Chapter calm = chapter("calm");
        new Sender(calm.story(), new Door(at.ingest().url())).tellAll();
        calm.requireWhatTheOracleSays();

        Chapter storm = chapter("storm");
        Door door = new Door(at.ingest().url());
        Sender disturbed = new Sender(storm.story(), door);
        killEachInTurn(disturbed);
        outliveADeathAndAZombie(disturbed);

        storm.requireWhatTheOracleSays();
        requireWhatAReplaySays(List.of("calm", "storm"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(storm.scores()).isEqualTo(calm.scores());
            assertThat(storm.tasks()).isEqualTo(calm.tasks());
            assertThat(storm.forecasts()).isEqualTo(calm.forecasts());
        });
        requireOnTheLog(door);
    }

    private Chapter chapter(String name) {
        return new Chapter(at, name, CUSTOMERS, FACTS, SEED, storyEnd);
    }

    /** Each falls while the stream runs, and the stream runs on while it is down. */
    private void killEachInTurn(Sender sender) {
        int percent = 0;
        for (ServiceProcess victim : List.of(at.ingest(), at.health(), at.router(), at.forecast())) {
            sender.mayTell(percent + 15);
            sender.awaitTold(percent + 5);
            victim.kill();
            victim.startAgain();
            sender.awaitTold(percent + 15);
            victim.awaitReady();
            percent += 15;
        }
        log.writeAgain("storm", WRITTEN_AGAIN);
    }

    /**
     * Three processes share the partitions and one of them is killed. Then the first stands still with facts in its hands; the second
     * takes over and folds them; the first wakes up and goes on.
     */
    private void outliveADeathAndAZombie(Sender sender) {
        try (ServiceProcess second = at.anotherHealth(2);
                ServiceProcess third = at.anotherHealth(3)) {
            second.awaitReady();
            third.awaitReady();
            killOneOfThree(sender, second, third);
            outliveAZombie(sender);
            sender.tellAll();
            awaitFolded("the second process has the rest");
        }
        awaitFolded("the first process has all partitions again");
    }

    private void killOneOfThree(Sender sender, ServiceProcess second, ServiceProcess third) {
        await("each of three owns some")
                .atMost(PATIENCE)
                .until(() -> Stream.of(at.health(), second, third).allMatch(replica -> replica.metric(OWNED) > 0));
        sender.mayTell(64);
        sender.awaitTold(61);
        third.kill();
        sender.awaitTold(64);
        awaitFolded("two of them have the partitions of the third");
    }

    private void outliveAZombie(Sender sender) {
        int visits = 1;
        while (!standsStillWithFactsOf(newcomers(visits))) {
            awaitFolded("the newcomers");
            visits++;
            assertThat(visits)
                    .as("each time it was about to store something else")
                    .isLessThan(10);
        }
        sender.mayTell(69);
        sender.awaitTold(69);
        awaitFolded("the second process has all partitions, and what the zombie has in its hands");
        log.writeAgain("storm", WRITTEN_AGAIN);
        sender.mayTell(70);
        at.health().goOn();
        await("the zombie's commit is refused")
                .atMost(PATIENCE)
                .until(() -> at.health().metric(REFUSED) > 0);
        String name = newcomers(visits);
        await("each of the newcomers' facts counts once; the last of them may still have been on its way to the log")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stored.counted(name))
                        .hasSize(NEWCOMERS)
                        .allSatisfy(
                                (account, facts) -> assertThat(facts.facts()).isEqualTo(Oracle.REGISTERED)));
    }

    private static String newcomers(int visit) {
        return "newcomers" + visit;
    }

    /**
     * Suspends the first process while it has the first facts of customers in its hands and waits to read their states, so that it
     * begins the transaction for them when it wakes up. False where it was about to store something else: it had those to come.
     */
    private boolean standsStillWithFactsOf(String newcomers) {
        try (HeldStates states = new HeldStates(at.stack())) {
            Register register = new Register(new Answers(), at.ingest(), today);
            Customer.ofChapter(newcomers, NEWCOMERS).forEach(register::put);
            await("the first process has something in its hands")
                    .atMost(PATIENCE)
                    .until(() -> states.of(at.health()) != HeldStates.Wait.NOTHING);
            if (states.of(at.health()) != HeldStates.Wait.TO_READ) {
                return false;
            }
            at.health().suspend();
            return true;
        }
    }

    /** What stands on the log now is folded. Its end is a marker of a tick's transaction, which the next tick passes. */
    private void awaitFolded(String what) {
        Map<Integer, Long> ends = log.ends();
        await(what).atMost(PATIENCE).until(() -> stored.isFolded(ends));
    }

    /**
     * The states as they stand now, and what was told up to then, are those of one process that folds the log alone. A tick at
     * which many accounts move is stored in slices: between two of them states are ahead of their checkpoint, and what is told
     * comes a moment after the commit.
     */
    private void requireWhatAReplaySays(List<String> chapters) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Snapshot snapshot = stored.snapshot();
            Replay replay = Replay.of(log.all(), snapshot.nextOffsets());
            for (String chapter : chapters) {
                Told expected = replay.told(chapter);
                Told told = log.told(chapter, replay.time());
                assertThat(snapshot.states(chapter)).hasSize(CUSTOMERS).isEqualTo(replay.states(chapter));
                assertThat(told.signals()).isNotEmpty().isEqualTo(expected.signals());
                assertThat(told.changes()).isEqualTo(expected.changes());
            }
        });
    }

    /** Everything accepted is there; what a killed door wrote and could not confirm may be there twice. */
    private void requireOnTheLog(Door door) {
        Map<String, Integer> written = log.written("storm");
        long twice = written.values().stream().filter(times -> times > 1).count();
        assertThat(written).hasSize(FACTS);
        assertThat(twice).as("records that stand twice on the log").isGreaterThanOrEqualTo(WRITTEN_AGAIN);
        System.out.printf(
                "%d facts: %d accepted, %d duplicates refused at the door, %d requests sent again, %d records twice on the"
                        + " log; %.0f commits of the zombie refused%n",
                FACTS,
                door.accepted(),
                door.duplicates(),
                door.sentAgain(),
                twice,
                at.health().metric(REFUSED));
    }
}
