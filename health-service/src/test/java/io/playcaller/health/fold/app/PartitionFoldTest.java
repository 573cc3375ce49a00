package io.playcaller.health.fold.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Fault;
import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.contracts.fact.SourceBack;
import io.playcaller.contracts.fact.SourceQuiet;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.fold.Held;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.Work;
import io.playcaller.health.model.in.ShippedModel;
import io.playcaller.health.models.app.OneEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartitionFoldTest {

    private static final UUID LOG_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant T0 = Instant.parse("2026-03-02T09:00:00Z");
    private static final HealthEngine ENGINE = new HealthEngine(ShippedModel.read());

    private final MemoryFoldStore store = new MemoryFoldStore();
    private final Log log = new Log();

    @Test
    void aRepeatedFactIsFoldedOnce() {
        log.usage("e1", "acme", "ann", T0);
        log.usage("e1", "acme", "ann", T0);

        claim().fold(log.entries());

        assertThat(facts("acme")).isEqualTo(1);
    }

    @Test
    void aBatchThatComesASecondTimeChangesNothing() {
        log.usage("e1", "acme", "ann", T0);
        PartitionFold fold = claim();
        fold.fold(log.entries());
        var states = store.states();

        fold.fold(log.entries());

        assertThat(store.states()).isEqualTo(states);
    }

    @Test
    void aPoisonRecordBecomesALetterAndItsNeighboursAreFolded() {
        log.usage("e1", "acme", "ann", T0);
        log.unreadable(Fault.field("fact.unreadable", "ce_id", "a text", "absent"));
        log.usage("e2", "acme", "ann", T0);

        claim().fold(log.entries());

        assertThat(facts("acme")).isEqualTo(2);
        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("fact.unreadable");
            assertThat(letter.field()).isEqualTo("ce_id");
            assertThat(letter.expected()).isEqualTo("a text");
            assertThat(letter.actual()).isEqualTo("absent");
            assertThat(letter.base64()).isTrue();
            assertThat(letter.attributes()).containsEntry("offset", "1").containsEntry("partition", "3");
        });
    }

    @Test
    void aFactWithoutAnAccountBecomesALetter() {
        log.fact("e1", null, T0, log.usage("e0", "acme", "ann", T0).event().data());

        claim().fold(log.entries());

        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("fact.without_account");
            assertThat(letter.field()).isEqualTo("ce_accountid");
            assertThat(letter.actual()).isEqualTo("absent");
        });
    }

    @Test
    void anAccountIdThatCannotBeStoredMakesALetterAndStopsNobody() {
        log.usage("e1", "acme\0", "ann", T0);
        log.usage("e2", "a".repeat(513), "ann", T0);
        log.usage("e3", "acme", "ann", T0);

        claim().fold(log.entries());

        assertThat(letters()).hasSize(2);
        assertThat(store.states()).containsOnlyKeys("acme");
    }

    @Test
    void aTypeOfANewerVersionIsSkipped() {
        log.unknown();
        log.usage("e1", "acme", "ann", T0);

        claim().fold(log.entries());

        assertThat(store.checkpoint(3).nextOffset()).isEqualTo(2);
        assertThat(letters()).isEmpty();
    }

    @Test
    void aRestartGoesOnFromTheCheckpointAndStillKnowsWhatItSaw() {
        log.tick(T0);
        log.usage("e1", "acme", "ann", T0);
        claim().fold(log.entries());
        log.usage("e1", "acme", "ann", T0);
        log.usage("e2", "acme", "ann", T0);

        PartitionFold restarted = claim();
        restarted.fold(
                log.entries().subList((int) restarted.readFrom(), log.entries().size()));

        assertThat(facts("acme")).isEqualTo(2);
    }

    @Test
    void aCrashBeforeTheCommitFoldsTheSameAgain() {
        log.usage("e1", "acme", "ann", T0);
        store.crashAfter(0);
        PartitionFold dying = claim();
        assertThatThrownBy(() -> dying.fold(log.entries())).hasMessage("crashed before the commit");
        store.crashAfter(Integer.MAX_VALUE);

        claim().fold(log.entries());

        assertThat(facts("acme")).isEqualTo(1);
    }

    @Test
    void theSameLogGivesTheSameBytesAtAnyBatchingAndAnyCrash() {
        longLog(new Random(7));
        MemoryFoldStore undisturbed = new MemoryFoldStore();
        claim(undisturbed).fold(log.entries());

        for (int seed = 0; seed < 25; seed++) {
            MemoryFoldStore disturbed = new MemoryFoldStore();
            foldDisturbed(disturbed, new Random(seed));
            assertThat(disturbed.states()).as("seed %d", seed).isEqualTo(undisturbed.states());
            assertThat(disturbed.checkpoint(3)).isEqualTo(undisturbed.checkpoint(3));
            assertThat(announced(disturbed)).as("seed %d", seed).isEqualTo(announced(undisturbed));
        }
    }

    @Test
    void workThatIsCutIntoTurnsAnywhereEndsInTheSameBytes() {
        longLog(new Random(11));
        MemoryFoldStore whole = new MemoryFoldStore();
        claim(whole).fold(log.entries());

        for (int seed = 0; seed < 25; seed++) {
            MemoryFoldStore cut = new MemoryFoldStore();
            int turns = foldInTurns(cut, new Random(seed));
            assertThat(turns).as("turns of seed %d", seed).isGreaterThan(10);
            assertThat(cut.states()).as("seed %d", seed).isEqualTo(whole.states());
            assertThat(cut.checkpoint(3)).isEqualTo(whole.checkpoint(3));
            assertThat(announced(cut)).as("seed %d", seed).isEqualTo(announced(whole));
        }
    }

    @Test
    void aTurnThatIsOverLeavesTheCheckpointAtTheTickThatIsHalfDone() {
        log.tick(T0);
        for (int i = 0; i < 12; i++) {
            log.usage("e" + i, "account-" + i, "ann", T0);
        }
        LogEntry.Fact midnight = log.tick(T0.plus(Duration.ofDays(1)));
        LogEntry.Fact after = log.usage("f", "account-0", "bob", T0.plus(Duration.ofDays(1)));
        PartitionFold fold = claim();
        fold.fold(log.entries().subList(0, 13));
        List<LogEntry> left = List.of(midnight, after);
        store.loaded().clear();

        assertThat(fold.fold(left, () -> true)).isZero();

        assertThat(store.checkpoint(3).nextOffset()).isEqualTo(midnight.offset());
        assertThat(fold.fold(left, () -> true)).isZero();
        assertThat(fold.fold(left, () -> true)).isZero();
        assertThat(fold.fold(left, () -> true)).isEqualTo(2);
        assertThat(store.checkpoint(3).nextOffset()).isEqualTo(after.offset() + 1);
    }

    @Test
    void anAccountWhoseTimeHasComeIsAdvancedByTheTickAndNotBefore() {
        log.fact("r1", "acme", T0, account("acme"));
        log.usage("e1", "acme", "ann", T0);
        log.tick(T0.plusSeconds(10));
        PartitionFold fold = claim();
        fold.fold(log.entries());
        var before = store.states();

        log.tick(T0.plus(Duration.ofDays(3)));
        fold.fold(log.entries().subList(3, 4));

        assertThat(store.states()).isNotEqualTo(before);
    }

    @Test
    void aQuietSourceIsOneSignalOfItsOwnAndItsReturnClearsIt() {
        log.tick(T0);
        log.fact("q1", null, T0, new SourceQuiet("crm", List.of(Feed.REGISTER), T0.minusSeconds(3600), null));
        log.fact("b1", null, T0, new SourceBack("crm", List.of(Feed.REGISTER), T0.minusSeconds(3600), null));

        claim(0, store).fold(log.entries());

        List<Work.KeyedSignal> signals =
                store.works().stream().flatMap(work -> work.signals().stream()).toList();
        assertThat(signals).extracting(Work.KeyedSignal::key).containsExactly("source/crm", "source/crm");
        assertThat(signals)
                .extracting(it -> it.signal().state())
                .containsExactly(SignalState.OPENED, SignalState.CLEARED);
        assertThat(signals)
                .extracting(it -> it.signal().episodeId())
                .containsOnly(signals.get(0).signal().episodeId());
        assertThat(signals).extracting(it -> it.signal().reason()).containsOnly(Reason.DQ_SOURCE_SILENT);
    }

    @Test
    void onlyTheOwnerOfPartitionZeroSpeaksOfSources() {
        log.fact("q1", null, T0, new SourceQuiet("crm", List.of(Feed.REGISTER), T0, null));

        claim().fold(log.entries());

        assertThat(store.works()).allSatisfy(work -> assertThat(work.signals()).isEmpty());
    }

    @Test
    void aLogThatDoesNotKnowTheModelIsToldOnce() {
        PartitionFold fold = claim();
        fold.announceModel();
        ModelActivated told = store.works().get(0).model();
        log.fact("m1", null, T0, told);
        fold.fold(log.entries());

        claim().announceModel();

        assertThat(store.works()).filteredOn(work -> work.model() != null).hasSize(1);
    }

    private void longLog(Random random) {
        Instant now = T0;
        for (int i = 0; i < 600; i++) {
            String account = "account-" + random.nextInt(12);
            int kind = random.nextInt(20);
            if (kind == 0) {
                now = now.plus(Duration.ofHours(random.nextInt(30)));
                log.tick(now);
            } else if (kind == 1) {
                log.fact("r" + i, account, now, account(account));
            } else if (kind == 2 && random.nextInt(4) == 0) {
                log.fact("b" + i, null, now, new BackfillEnded("run-" + i, "web"));
            } else if (kind == 3) {
                log.unreadable(Fault.ofOurs("fact.unreadable", "broken"));
            } else {
                Instant at = now.minus(Duration.ofHours(random.nextInt(48)));
                log.usage("e" + random.nextInt(400), account, "person-" + random.nextInt(9), at);
            }
        }
    }

    /** Turns that end at random; now and then the process dies between two of them. */
    private int foldInTurns(MemoryFoldStore cut, Random random) {
        PartitionFold fold = claim(cut);
        int turns = 0;
        int next = 0;
        while (next < log.entries().size()) {
            int end = Math.min(log.entries().size(), next + 1 + random.nextInt(60));
            next += fold.fold(log.entries().subList(next, end), () -> random.nextInt(3) > 0);
            turns++;
            if (random.nextInt(8) == 0) {
                fold = claim(cut);
                next = (int) fold.readFrom();
            }
        }
        return turns;
    }

    private void foldDisturbed(MemoryFoldStore disturbed, Random random) {
        PartitionFold fold = claim(disturbed);
        int next = 0;
        while (next < log.entries().size()) {
            int end = Math.min(log.entries().size(), next + 1 + random.nextInt(60));
            if (random.nextInt(4) == 0) {
                disturbed.crashAfter(random.nextInt(2));
            }
            try {
                fold.fold(log.entries().subList(next, end));
                next = end;
            } catch (IllegalStateException crash) {
                disturbed.crashAfter(Integer.MAX_VALUE);
                fold = claim(disturbed);
                next = (int) fold.readFrom();
            }
        }
    }

    private static AccountRecord account(String id) {
        return new AccountRecord(id, 1, "Company " + id, null, null, null, null, false, List.of());
    }

    private PartitionFold claim() {
        return claim(store);
    }

    private static PartitionFold claim(MemoryFoldStore store) {
        return claim(3, store);
    }

    private static PartitionFold claim(int partition, MemoryFoldStore store) {
        FoldParts.Limits limits = new FoldParts.Limits(Duration.ofMinutes(15), 5);
        FoldMetrics metrics = new FoldMetrics(new SimpleMeterRegistry());
        FoldParts parts =
                new FoldParts(new OneEngine(ENGINE), store, new StateCache(15_000), metrics, committed -> {}, limits);
        return new PartitionFold(partition, store.claim(partition, LOG_ID, 0), parts);
    }

    /** What readers keep of what was announced: of each revision and transition one. */
    private static Map<String, Record> announced(MemoryFoldStore store) {
        Map<String, Record> announced = new TreeMap<>();
        for (Work work : store.works()) {
            work.changes().forEach(it -> announced.put(it.health().accountId() + "/" + it.rev(), it.health()));
            work.signals()
                    .forEach(it -> announced.put(
                            it.signal().episodeId() + "/" + it.signal().transition(), it.signal()));
            work.letters().forEach(it -> announced.put(it.letterId(), it));
        }
        return announced;
    }

    private long facts(String account) {
        return ((Held) store.load(List.of(account)).get(account)).state().factCount();
    }

    private List<DeadLetter> letters() {
        List<DeadLetter> letters = new ArrayList<>();
        store.works().forEach(work -> letters.addAll(work.letters()));
        return letters;
    }
}
