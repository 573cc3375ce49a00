package io.playcaller.health.fold.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Fault;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.Step;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.fold.Checkpoint;
import io.playcaller.health.fold.Held;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.Work;
import io.playcaller.health.model.in.ShippedModel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link FoldStore} must do. Each test works on a partition of its own. */
public abstract class FoldStoreConformance {

    private static final AtomicInteger NEXT_PARTITION = new AtomicInteger(1000);
    private static final Instant T0 = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID LOG = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final HealthEngine engine = new HealthEngine(ShippedModel.read());
    private final int partition = NEXT_PARTITION.getAndIncrement();

    protected abstract FoldStore store();

    @Test
    void aPartitionThatNobodyFoldedBeginsWhereTheLogBegins() {
        FoldStore.Claim claim = store().claim(partition, LOG, 17);

        assertThat(claim.checkpoint()).isEqualTo(new Checkpoint(17, 17, LogState.start()));
    }

    @Test
    void eachClaimRaisesTheEpoch() {
        long first = store().claim(partition, LOG, 0).epoch();

        assertThat(store().claim(partition, LOG, 0).epoch()).isEqualTo(first + 1);
    }

    @Test
    void whatWasStoredIsThereAfterTheNextClaim() {
        FoldStore.Claim claim = store().claim(partition, LOG, 0);
        Work work = new Work();
        Held held = step(work, account("a"), new Held(engine.fresh(account("a")), 0));

        store().store(new FoldStore.Move(partition, claim.epoch(), 0, to(5)), work);

        assertThat(store().claim(partition, LOG, 0).checkpoint().nextOffset()).isEqualTo(5);
        assertThat(store().load(List.of(account("a"), account("unknown"))))
                .containsExactly(Map.entry(account("a"), held));
    }

    @Test
    void aTransactionOfAnEarlierOwnerIsRefusedWhole() {
        FoldStore.Claim zombie = store().claim(partition, LOG, 0);
        store().claim(partition, LOG, 0);
        Work work = new Work();
        step(work, account("a"), new Held(engine.fresh(account("a")), 0));

        assertThatThrownBy(() -> store().store(new FoldStore.Move(partition, zombie.epoch(), 0, to(5)), work))
                .isInstanceOf(TakenOverException.class);

        assertThat(store().load(List.of(account("a")))).isEmpty();
        assertThat(store().claim(partition, LOG, 0).checkpoint().nextOffset()).isZero();
    }

    @Test
    void aTransactionFromAnotherOffsetIsRefused() {
        FoldStore.Claim claim = store().claim(partition, LOG, 0);

        assertThatThrownBy(() -> store().store(new FoldStore.Move(partition, claim.epoch(), 3, to(5)), new Work()))
                .isInstanceOf(TakenOverException.class);
    }

    @Test
    void aStateFoldedFromAnotherRevisionVoidsTheWholeWork() {
        FoldStore.Claim claim = store().claim(partition, LOG, 0);
        Work first = new Work();
        Held held = step(first, account("a"), new Held(engine.fresh(account("a")), 0));
        store().store(new FoldStore.Move(partition, claim.epoch(), 0, to(1)), first);
        Work second = new Work();
        step(second, account("b"), new Held(engine.fresh(account("b")), 0));
        step(second, account("a"), new Held(held.state(), held.rev() + 7));

        assertThatThrownBy(() -> store().store(new FoldStore.Move(partition, claim.epoch(), 1, to(2)), second))
                .isInstanceOf(TakenOverException.class);

        assertThat(store().load(List.of(account("b")))).isEmpty();
        assertThat(store().claim(partition, LOG, 0).checkpoint().nextOffset()).isEqualTo(1);
    }

    @Test
    void aWorkWithoutAccountsMovesTheCheckpoint() {
        FoldStore.Claim claim = store().claim(partition, LOG, 0);

        store().store(new FoldStore.Move(partition, claim.epoch(), 0, to(9)), new Work());

        assertThat(store().claim(partition, LOG, 0).checkpoint().nextOffset()).isEqualTo(9);
    }

    @Test
    void theAccountsOfAPartitionAreListedInOrderAndInParts() {
        FoldStore.Claim claim = store().claim(partition, LOG, 0);
        Work work = new Work();
        for (String id : List.of("c", "a", "b")) {
            step(work, account(id), new Held(engine.fresh(account(id)), 0));
        }
        store().store(new FoldStore.Move(partition, claim.epoch(), 0, to(1)), work);

        assertThat(store().accountsAfter(partition, "", 2)).containsExactly(account("a"), account("b"));
        assertThat(store().accountsAfter(partition, account("b"), 2)).containsExactly(account("c"));
        assertThat(store().accountsAfter(partition, account("c"), 2)).isEmpty();
    }

    @Test
    void anAccountThatGotAScoreStandsAtTheRevisionOfIt() {
        String account = storeAScore();

        assertThat(store().load(List.of(account)).get(account)).isInstanceOfSatisfying(Held.class, held -> {
            assertThat(held.rev()).isEqualTo(1);
            assertThat(held.state().score()).isNotNull();
        });
    }

    /** Stores the work in which an account got its first score; answers its id. */
    protected String storeAScore() {
        FoldStore.Claim claim = store().claim(partition, LOG, 0);
        String account = account("scored");
        Log facts = new Log();
        LogState log = LogState.start().fold(facts.tick(T0).event());
        LogEntry.Fact answer =
                facts.fact("n1", account, T0, new SurveyAnswered(account, SurveyKind.NPS, 9, "ann", null));
        Held fresh = new Held(engine.fresh(account), 0);
        Work work = new Work();
        work.stepped(account, fresh, engine.apply(fresh.state(), log, answer.event()));
        assertThat(work.changes()).hasSize(1);
        store().store(new FoldStore.Move(partition, claim.epoch(), 0, to(1)), work);
        return account;
    }

    @Test
    void aStepThatSaysNothingRaisesTheRevision() {
        String account = storeAScore();
        Held before = (Held) store().load(List.of(account)).get(account);

        storeAStepThatSaysNothing(account);

        assertThat(store().load(List.of(account)).get(account)).isEqualTo(new Held(before.state(), before.rev() + 1));
    }

    /** The account's next step, which moves nothing that anybody sees. */
    protected void storeAStepThatSaysNothing(String account) {
        FoldStore.Claim claim = store().claim(partition, LOG, 0);
        Held before = (Held) store().load(List.of(account)).get(account);
        Work work = new Work();
        step(work, account, before);
        long stands = claim.checkpoint().nextOffset();
        store().store(new FoldStore.Move(partition, claim.epoch(), stands, to(stands + 1)), work);
    }

    @Test
    void anAccountInQuarantineIsKnownAtTheNextClaim() {
        FoldStore.Claim claim = store().claim(partition, LOG, 0);
        Work work = new Work();
        quarantine(work, fact(0));

        store().store(new FoldStore.Move(partition, claim.epoch(), 0, to(1)), work);

        assertThat(store().claim(partition, LOG, 0).quarantined()).containsExactly(account("a"));
    }

    @Test
    void whatWasParkedIsReadInOrderAndInPartsWithTheLogAsItStood() {
        FoldStore.Claim claim = store().claim(partition, LOG, 0);
        Work work = new Work();
        quarantine(work, fact(0));
        LogState later = LogState.start().fold(new Log().tick(T0).event());
        LogEntry.Fact second = fact(1);
        work.park(new Work.Parked(account("a"), second, later));

        store().store(new FoldStore.Move(partition, claim.epoch(), 0, to(2)), work);

        assertThat(store().parkedAfter(account("a"), -1, 1))
                .extracting(parked -> parked.entry().offset())
                .containsExactly(0L);
        assertThat(store().parkedAfter(account("a"), 0, 9)).singleElement().satisfies(parked -> {
            assertThat(parked.log()).isEqualTo(later);
            assertThat(parked.entry())
                    .isInstanceOfSatisfying(
                            LogEntry.Fact.class,
                            fact -> assertThat(fact.event()).isEqualTo(second.event()));
        });
        assertThat(store().parkedAfter(account("a"), 1, 9)).isEmpty();
    }

    @Test
    void anAccountThatIsReleasedIsOutAndWhatWasFoldedWaitsNoMore() {
        FoldStore.Claim claim = store().claim(partition, LOG, 0);
        Work work = new Work();
        quarantine(work, fact(0));
        work.park(new Work.Parked(account("a"), fact(1), LogState.start()));
        store().store(new FoldStore.Move(partition, claim.epoch(), 0, to(2)), work);
        Work release = new Work();
        release.release(account("a"));
        release.unpark(account("a"), 1);

        store().store(new FoldStore.Move(partition, claim.epoch(), 2, to(3)), release);

        assertThat(store().claim(partition, LOG, 0).quarantined()).isEmpty();
        assertThat(store().parkedAfter(account("a"), -1, 9)).isEmpty();
    }

    @Test
    void anAccountThatFailsAgainWhenItIsReleasedKeepsWhatWasNotFolded() {
        FoldStore.Claim claim = store().claim(partition, LOG, 0);
        Work work = new Work();
        quarantine(work, fact(0));
        work.park(new Work.Parked(account("a"), fact(1), LogState.start()));
        store().store(new FoldStore.Move(partition, claim.epoch(), 0, to(2)), work);
        Work release = new Work();
        release.release(account("a"));
        release.unpark(account("a"), 0);
        release.quarantine(failed(fact(1)));

        store().store(new FoldStore.Move(partition, claim.epoch(), 2, to(3)), release);

        assertThat(store().claim(partition, LOG, 0).quarantined()).containsExactly(account("a"));
        assertThat(store().parkedAfter(account("a"), -1, 9))
                .extracting(parked -> parked.entry().offset())
                .containsExactly(1L);
    }

    @Test
    void aTopicMadeAnewUnderTheOldNameIsRefused() {
        store().claim(partition, LOG, 0);

        assertThatThrownBy(() -> store().claim(partition, UUID.randomUUID(), 0))
                .isInstanceOf(LogMismatchException.class)
                .hasMessageContaining("another topic of this name");
    }

    /** The fact with which the account's fold failed, the first that waits. */
    private void quarantine(Work work, LogEntry.Fact fact) {
        work.quarantine(failed(fact));
        work.park(new Work.Parked(account("a"), fact, LogState.start()));
    }

    private Work.Quarantined failed(LogEntry.Fact fact) {
        DeadLetter letter = fact.original().letter(Place.HEALTH, account("a"), Fault.ofOurs("fold.failed", "boom"), T0);
        return new Work.Quarantined(account("a"), fact, "boom", letter);
    }

    private LogEntry.Fact fact(int offset) {
        Log log = new Log();
        for (int i = 0; i < offset; i++) {
            log.tick(T0);
        }
        return log.usage("e" + offset, account("a"), "ann", T0);
    }

    private String account(String name) {
        return "p" + partition + "-" + name;
    }

    private static Checkpoint to(long offset) {
        return new Checkpoint(offset, 0, LogState.start());
    }

    private static Held step(Work work, String id, Held before) {
        return work.stepped(id, before, new Step(before.state(), List.of(), List.of()));
    }
}
