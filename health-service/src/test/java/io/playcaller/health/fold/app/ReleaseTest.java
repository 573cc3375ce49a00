package io.playcaller.health.fold.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.BackfillStarted;
import io.playcaller.contracts.fact.MilestoneChanged;
import io.playcaller.contracts.fact.QuarantineReleased;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.fold.Held;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.Work;
import io.playcaller.health.model.in.ShippedModel;
import io.playcaller.health.models.app.OneEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The way out of quarantine. A year that the engine cannot count stands for any fault of a version. */
class ReleaseTest {

    private static final UUID LOG_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant T0 = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant NEVER = Instant.parse("+300000000-01-01T00:00:00Z");
    private static final Instant SOON = T0.plus(Duration.ofDays(40));
    private static final HealthEngine ENGINE = new HealthEngine(ShippedModel.read());

    private final MemoryFoldStore store = new MemoryFoldStore();
    private final Log log = new Log();

    @Test
    void whatWaitedIsFoldedAsIfTheAccountHadNeverFailed() {
        MemoryFoldStore undisturbed = new MemoryFoldStore();
        claim(undisturbed).fold(aWeek(new Log(), SOON).entries());
        PartitionFold fold = claim(store);
        fold.fold(aWeek(log, NEVER).entries());
        assertThat(facts()).isEqualTo(1);
        store.mend("acme", milestone(2, SOON));

        release(fold);

        assertThat(state(store)).isEqualTo(state(undisturbed));
        assertThat(signals(store)).extracting(SignalChanged::reason).containsOnlyOnce(Reason.SEN_NPS_DETRACTOR);
        assertThat(store.claim(3, LOG_ID, 0).quarantined()).isEmpty();
        assertThat(store.parkedAfter("acme", -1, 9)).isEmpty();
    }

    @Test
    void whatIsFoundOutAtTheReleaseWasNotKnownBefore() {
        PartitionFold fold = claim(store);
        fold.fold(aWeek(log, NEVER).entries());
        int before = store.works().size();
        store.mend("acme", milestone(2, SOON));

        release(fold);

        assertThat(store.works().stream().skip(before).flatMap(work -> work.changes().stream()))
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.health().knownAt()).isEqualTo(fold.logTime()))
                .anySatisfy(change -> assertThat(change.health().at()).isBefore(fold.logTime()));
    }

    @Test
    void whatFailsAgainStaysAtItsNewPlaceAndLaterFactsWaitBehindIt() {
        log.tick(T0);
        milestone(log, "m1", NEVER);
        log.usage("e1", "acme", "ann", T0);
        LogEntry.Fact second = milestone(log, "m2", NEVER);
        log.usage("e2", "acme", "ann", T0);
        PartitionFold fold = claim(store);
        fold.fold(log.entries());
        store.mend("acme", milestone(1, SOON));

        release(fold);
        LogEntry.Fact later = log.usage("e3", "acme", "ann", T0);
        fold.fold(List.of(later));

        assertThat(store.claim(3, LOG_ID, 0).quarantined()).containsExactly("acme");
        List<Work.Quarantined> failures = store.works().stream()
                .flatMap(work -> work.quarantined().stream())
                .toList();
        assertThat(failures).hasSize(2);
        assertThat(failures.get(1).fact()).isEqualTo(second);
        assertThat(facts()).isEqualTo(2);
        assertThat(store.parkedAfter("acme", -1, 9))
                .extracting(parked -> parked.entry().offset())
                .containsExactly(3L, 4L, 6L);
    }

    @Test
    void anImportThatEndedMeanwhileIsSettledAtTheRelease() {
        log.tick(T0);
        log.fact("b1", null, T0, new BackfillStarted("run-1", "web"));
        log.history("m1", "acme", T0, new MilestoneChanged("acme", "kickoff", NEVER, null, null));
        log.history("n1", "acme", T0.minusSeconds(60), new SurveyAnswered("acme", SurveyKind.NPS, 2, "ann", null));
        log.fact("b2", null, T0, new BackfillEnded("run-1", "web"));
        PartitionFold fold = claim(store);
        fold.fold(log.entries());
        assertThat(signals(store)).isEmpty();
        store.mend("acme", milestone(2, SOON));

        release(fold);

        assertThat(signals(store)).extracting(SignalChanged::reason).contains(Reason.SEN_NPS_DETRACTOR);
        assertThat(signals(store)).extracting(SignalChanged::origin).containsOnly(SignalOrigin.BACKFILL);
    }

    @Test
    void aCrashInTheReleaseIsReleasedAgain() {
        claim(store).fold(aWeek(log, NEVER).entries());
        store.mend("acme", milestone(2, SOON));
        LogEntry.Fact release = released();
        store.crashAfter(1);
        PartitionFold dying = claim(store);
        assertThatThrownBy(() -> dying.fold(List.of(release))).hasMessage("crashed before the commit");
        store.crashAfter(Integer.MAX_VALUE);
        assertThat(facts()).isEqualTo(1);

        claim(store).fold(List.of(release));

        assertThat(facts()).isEqualTo(5);
        assertThat(store.claim(3, LOG_ID, 0).quarantined()).isEmpty();
    }

    @Test
    void aReleaseOfAnAccountThatIsNotInQuarantineChangesNothing() {
        PartitionFold fold = claim(store);
        fold.fold(aWeek(log, SOON).entries());
        var states = store.states();

        release(fold);

        assertThat(store.states()).isEqualTo(states);
    }

    /** A milestone in the midst of a week's facts, and time that passes between them. */
    private static Log aWeek(Log log, Instant due) {
        log.tick(T0);
        log.usage("e1", "acme", "ann", T0);
        milestone(log, "m1", due);
        log.usage("e2", "acme", "bob", T0.plusSeconds(60));
        log.tick(T0.plus(Duration.ofDays(1)));
        Instant third = T0.plus(Duration.ofDays(3));
        log.tick(third);
        log.fact("n1", "acme", third, new SurveyAnswered("acme", SurveyKind.NPS, 2, "ann", null));
        log.usage("e3", "acme", "ann", third);
        log.tick(T0.plus(Duration.ofDays(7)));
        return log;
    }

    private static LogEntry.Fact milestone(Log log, String id, Instant due) {
        return log.fact(id, "acme", T0, new MilestoneChanged("acme", "kickoff", due, null, null));
    }

    /** What a mended version makes of the first milestone, at the offset at which it stands. */
    private static LogEntry.Fact milestone(int offset, Instant due) {
        Log mended = new Log();
        for (int i = 0; i < offset; i++) {
            mended.tick(T0);
        }
        return milestone(mended, "m1", due);
    }

    private void release(PartitionFold fold) {
        fold.fold(List.of(released()));
    }

    private LogEntry.Fact released() {
        return log.fact("q1", "acme", T0.plus(Duration.ofDays(7)), new QuarantineReleased("acme", "olga"));
    }

    private static PartitionFold claim(MemoryFoldStore store) {
        FoldParts.Limits limits = new FoldParts.Limits(Duration.ofMinutes(15), 5);
        FoldMetrics metrics = new FoldMetrics(new SimpleMeterRegistry());
        FoldParts parts =
                new FoldParts(new OneEngine(ENGINE), store, new StateCache(15_000), metrics, committed -> {}, limits);
        return new PartitionFold(3, store.claim(3, LOG_ID, 0), parts);
    }

    private static String state(MemoryFoldStore store) {
        String stored = store.states().get("acme");
        return stored.substring(stored.indexOf(':'));
    }

    private long facts() {
        return ((Held) store.load(List.of("acme")).get("acme")).state().factCount();
    }

    private static List<SignalChanged> signals(MemoryFoldStore store) {
        return store.works().stream()
                .flatMap(work -> work.signals().stream())
                .map(Work.KeyedSignal::signal)
                .toList();
    }
}
