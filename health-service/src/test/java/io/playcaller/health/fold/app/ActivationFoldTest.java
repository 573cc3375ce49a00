package io.playcaller.health.fold.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.health.config.HealthConfigTest;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.fold.Held;
import io.playcaller.health.fold.Work;
import io.playcaller.health.model.in.ModelFiles;
import io.playcaller.health.model.in.ModelFolder;
import io.playcaller.health.models.StoredModel;
import io.playcaller.health.models.app.MemoryModels;
import io.playcaller.health.models.app.ModelEngines;
import io.playcaller.health.models.app.Models.Order;
import io.playcaller.health.models.app.Models.When;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What makes the scores is what the log says, whatever files a replica started with. */
class ActivationFoldTest {

    private static final UUID LOG_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant T0 = Instant.parse("2026-03-02T09:00:00Z");
    private static final int PARTITION = 3;
    private static final ModelFiles SHIPPED = ModelFolder.read("model-dir", Optional.empty());
    private static final ModelFiles STRICT = strict();

    private final MemoryModels models = new MemoryModels();
    private final MemoryFoldStore store = new MemoryFoldStore();
    private final Log log = new Log();

    @Test
    void replicasWithOtherFilesMakeTheSameOfOneLog() {
        inForce(SHIPPED);
        stored(STRICT);
        lifeUntilDay(6);
        log.fact("m1", null, at(6), activated(STRICT));
        life(6, 10);
        MemoryFoldStore other = new MemoryFoldStore();

        claim(store, SHIPPED).fold(log.entries());
        claim(other, STRICT).fold(log.entries());

        assertThat(other.states()).isEqualTo(store.states());
        assertThat(other.checkpoint(PARTITION)).isEqualTo(store.checkpoint(PARTITION));
        assertThat(changes(other)).isEqualTo(changes(store));
        assertThat(changes(store).get(changes(store).size() - 1).modelVersion()).isEqualTo("strict");
    }

    @Test
    void anActivationMovesScoresAsAChangeOfItsOwnAndOpensNothing() {
        inForce(SHIPPED);
        stored(STRICT);
        lifeUntilDay(6);
        PartitionFold fold = claim(store, SHIPPED);
        fold.fold(log.entries());
        Grade before = state().grade();
        int works = store.works().size();

        log.fact("m1", null, at(6), activated(STRICT));
        fold.fold(log.entries().subList(log.entries().size() - 1, log.entries().size()));

        assertThat(state().grade()).isNotEqualTo(before);
        List<Work> since = store.works().subList(works, store.works().size());
        assertThat(since.stream().flatMap(work -> work.signals().stream()))
                .noneMatch(keyed -> keyed.signal().state() == SignalState.OPENED);
        List<HealthChanged> changes = since.stream()
                .flatMap(work -> work.changes().stream())
                .map(Work.Change::health)
                .toList();
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.previousGrade()).isEqualTo(before);
            assertThat(change.contributions()).anyMatch(part -> part.cause() == Cause.MODEL);
            // What was too little to be said before is said with it.
            assertThat(change.contributions().stream()
                            .filter(part -> part.cause() != Cause.MODEL)
                            .mapToLong(part -> part.points())
                            .sum())
                    .isBetween(-999L, 999L);
        });
    }

    @Test
    void whoGoesBackHasTheScoreThatHeWouldHaveWithoutTheDetour() {
        inForce(SHIPPED);
        stored(STRICT);
        lifeUntilDay(4);
        log.fact("m1", null, at(4), activated(STRICT));
        life(4, 7);
        log.fact("m2", null, at(7), activated(SHIPPED));
        life(7, 9);
        claim(store, SHIPPED).fold(log.entries());
        AccountState after = state();
        Log straight = new Log();
        MemoryFoldStore undisturbed = new MemoryFoldStore();
        life(straight, 0, 9);

        claim(undisturbed, SHIPPED).fold(straight.entries());

        assertThat(after.standing().said())
                .usingRecursiveComparison()
                .ignoringFields("readings")
                .isEqualTo(state(undisturbed).standing().said());
        assertThat(after.facts()).isEqualTo(state(undisturbed).facts());
    }

    @Test
    void aPartitionThatNobodyFoldedIsToldWhatIsInForceAndGoesByItAtOnce() {
        inForce(STRICT);
        lifeUntilDay(3);

        claim(store, SHIPPED).fold(log.entries());

        assertThat(store.works().get(0).model()).isEqualTo(activated(STRICT));
        assertThat(changes(store))
                .isNotEmpty()
                .allMatch(change -> change.modelVersion().equals("strict"));
    }

    @Test
    void theFilesOfAModelThatIsKnownNowhereComeWithTheLog() {
        inForce(SHIPPED);
        lifeUntilDay(3);
        log.fact("m1", null, at(3), activated(STRICT));
        life(3, 5);

        claim(store, SHIPPED).fold(log.entries());

        assertThat(state().standing().model()).isEqualTo(STRICT.contentHash());
        assertThat(models.find(STRICT.contentHash()).await().indefinitely())
                .hasValueSatisfying(model -> assertThat(model.author()).isEqualTo("log"));
    }

    @Test
    void aModelOfWhichNobodyHasTheFilesLeavesScoresToWhatIsInForceAndTheNextOwnerSaysSo() {
        inForce(SHIPPED);
        lifeUntilDay(3);
        log.fact("m1", null, at(3), new ModelActivated("hash-of-before", "before"));
        life(3, 5);
        claim(store, SHIPPED).fold(log.entries());
        assertThat(state().standing().model()).isEqualTo(SHIPPED.contentHash());

        claim(store, STRICT);

        Work newest = store.works().get(store.works().size() - 1);
        assertThat(newest.model()).isEqualTo(activated(SHIPPED));
    }

    @Test
    void aModelThatThisVersionCannotReadStopsThePartitionRatherThanMakingOtherScores() {
        inForce(SHIPPED);
        ModelFiles newer = with(SHIPPED, "measure: active-seats ", "measure: of-a-newer-version ");
        log.fact("m1", null, T0, new ModelActivated(newer.contentHash(), "newer", texts(newer)));
        PartitionFold fold = claim(store, SHIPPED);

        assertThatThrownBy(() -> fold.fold(log.entries()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("this version cannot read model " + newer.contentHash())
                .hasMessageContaining("of-a-newer-version");
        assertThat(store.checkpoint(PARTITION).nextOffset()).isZero();
    }

    private void inForce(ModelFiles files) {
        stored(files);
        models.activate(new Order(files.contentHash(), "files", "start"), When.UNLESS_ACTIVE)
                .await()
                .indefinitely();
    }

    private void stored(ModelFiles files) {
        StoredModel model = new StoredModel(
                files.contentHash(), files.model().version(), texts(files), "files", "start", Instant.EPOCH);
        models.store(model).await().indefinitely();
    }

    private static ModelActivated activated(ModelFiles files) {
        return new ModelActivated(files.contentHash(), files.model().version(), texts(files));
    }

    private static Map<String, String> texts(ModelFiles files) {
        Map<String, String> texts = new TreeMap<>();
        files.files().texts().forEach((name, text) -> texts.put(name, text.content()));
        return texts;
    }

    /** Nobody has full marks by it, and nobody is well. */
    private static ModelFiles strict() {
        ModelFiles named = with(SHIPPED, "model: default-1", "model: strict");
        ModelFiles lower = with(named, ": 100\\b", ": 90");
        return with(lower, "grades: \\{.*}", "grades: { a: 99.9, b: 99.8, c: 99.7, d: 99.6 }");
    }

    /** With other cards. */
    private static ModelFiles with(ModelFiles files, String pattern, String text) {
        String cards = texts(files).get("scorecards.yaml");
        return ModelFolder.withScorecards("scorecards.yaml", cards.replaceAll(pattern, text));
    }

    private static Instant at(int day) {
        return T0.plus(Duration.ofDays(day));
    }

    private void lifeUntilDay(int day) {
        life(log, 0, day);
    }

    private void life(int from, int until) {
        life(log, from, until);
    }

    /** One person uses the product on each day; a tick before and after. */
    private static void life(Log log, int from, int until) {
        if (from == 0) {
            log.tick(T0);
            log.fact("r1", "acme", T0, new AccountRecord("acme", 1, "Acme", null, null, null, null, false, List.of()));
        }
        for (int day = from; day < until; day++) {
            log.usage("e" + day, "acme", "ann", at(day).plusSeconds(60));
            log.tick(at(day).plus(Duration.ofHours(20)));
        }
    }

    private static List<HealthChanged> changes(MemoryFoldStore store) {
        return store.works().stream()
                .flatMap(work -> work.changes().stream())
                .map(Work.Change::health)
                .toList();
    }

    private AccountState state() {
        return state(store);
    }

    private static AccountState state(MemoryFoldStore store) {
        return ((Held) store.load(List.of("acme")).get("acme")).state();
    }

    /** A replica that started with {@code own} files takes the partition. */
    private PartitionFold claim(MemoryFoldStore in, ModelFiles own) {
        ModelEngines engines = new ModelEngines(
                models, new HealthEngine(own.model()), new BusinessClock(), HealthConfigTest.of(Map.of()));
        FoldParts.Limits limits = new FoldParts.Limits(Duration.ofMinutes(15), 5);
        FoldMetrics metrics = new FoldMetrics(new SimpleMeterRegistry());
        FoldParts parts = new FoldParts(engines, in, new StateCache(15_000), metrics, committed -> {}, limits);
        PartitionFold fold = new PartitionFold(PARTITION, in.claim(PARTITION, LOG_ID, 0), parts);
        fold.announceModel();
        return fold;
    }
}
