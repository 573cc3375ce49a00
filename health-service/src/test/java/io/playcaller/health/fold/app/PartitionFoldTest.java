package io.playcaller.health.fold.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Fault;
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

    private long facts(String account) {
        return ((Held) store.load(List.of(account)).get(account)).state().factCount();
    }

    private List<DeadLetter> letters() {
        List<DeadLetter> letters = new ArrayList<>();
        store.works().forEach(work -> letters.addAll(work.letters()));
        return letters;
    }
}
