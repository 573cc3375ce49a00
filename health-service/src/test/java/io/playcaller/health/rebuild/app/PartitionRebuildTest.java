package io.playcaller.health.rebuild.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.health.config.HealthConfigTest;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.fold.ClaimedModel;
import io.playcaller.health.fold.app.Log;
import io.playcaller.health.fold.app.MemoryFoldStore;
import io.playcaller.health.fold.app.MemoryRebuildFolds;
import io.playcaller.health.model.in.ModelFiles;
import io.playcaller.health.model.in.ModelFolder;
import io.playcaller.health.models.StoredModel;
import io.playcaller.health.models.app.MemoryModels;
import io.playcaller.health.models.app.ModelEngines;
import io.playcaller.health.models.app.Models.Order;
import io.playcaller.health.models.app.Models.When;
import io.playcaller.health.rebuild.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log, read again beside the running state, makes the same. */
class PartitionRebuildTest {

    private static final UUID LOG_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant T0 = Instant.parse("2026-03-02T09:00:00Z");
    private static final int PARTITION = 3;
    private static final ModelFiles SHIPPED = ModelFolder.read("model-dir", Optional.empty());
    private static final ModelFiles STRICT = strict();

    private final MemoryModels models = new MemoryModels();
    private final ModelEngines engines = new ModelEngines(
            models, new HealthEngine(SHIPPED.model()), new BusinessClock(), HealthConfigTest.of(Map.of()));
    private final MemoryFoldStore running = new MemoryFoldStore();
    private final MemoryFoldStore rebuilt = new MemoryFoldStore();
    private final Log log = new Log(PARTITION);

    @BeforeEach
    void bothModelsAreStored() {
        List.of(SHIPPED, STRICT)
                .forEach(files -> models.store(new StoredModel(
                                files.contentHash(),
                                files.model().version(),
                                texts(files),
                                "files",
                                "start",
                                Instant.EPOCH))
                        .await()
                        .indefinitely());
    }

    @Test
    void theSameLogMakesTheSameStatesRevisionsAndCheckpoint() {
        inForce(SHIPPED);
        life(0, 9);
        fold();

        through(rebuild(0, log.entries().size()));

        assertThat(rebuilt.states()).isNotEmpty().isEqualTo(running.states());
        assertThat(rebuilt.announced()).isEqualTo(running.announced());
        assertThat(rebuilt.checkpoint(PARTITION).nextOffset())
                .isEqualTo(running.checkpoint(PARTITION).nextOffset());
    }

    @Test
    void whatTheClaimSaidOfTheModelCountsFromTheOffsetAtWhichItDid() {
        inForce(STRICT);
        life(0, 3);
        log.fact(ClaimedModel.id(STRICT.contentHash(), PARTITION, 0).toString(), null, at(3), activated(STRICT));
        life(3, 6);
        fold();
        inForce(SHIPPED);

        through(rebuild(0, log.entries().size()));

        assertThat(rebuilt.states()).isNotEmpty().isEqualTo(running.states());
        assertThat(rebuilt.checkpoint(PARTITION)).isEqualTo(running.checkpoint(PARTITION));
    }

    @Test
    void itStopsAtTheOffsetAndGoesOnThereNextTime() {
        inForce(SHIPPED);
        life(0, 9);
        int half = log.entries().size() / 2;

        through(rebuild(0, half));
        assertThat(rebuilt.checkpoint(PARTITION).nextOffset()).isEqualTo(half);
        through(rebuild(0, log.entries().size()));

        fold();
        assertThat(rebuilt.states()).isEqualTo(running.states());
    }

    @Test
    void oneMoreRecordIsOneAndNotTwo() {
        inForce(SHIPPED);
        life(0, 9);
        through(rebuild(0, 5));

        rebuild(0, 5).oneMore();

        assertThat(rebuilt.checkpoint(PARTITION).nextOffset()).isEqualTo(6);
    }

    @Test
    void whereNothingFollowsOneMoreIsNone() {
        inForce(SHIPPED);
        life(0, 2);
        through(rebuild(0, log.entries().size()));

        rebuild(0, log.entries().size()).oneMore();

        assertThat(rebuilt.checkpoint(PARTITION).nextOffset())
                .isEqualTo(log.entries().size());
    }

    @Test
    void aLogThatLostItsBeginningIsReadFromWhereItBegins() {
        inForce(SHIPPED);
        life(0, 9);

        PartitionRebuild partition = rebuild(4, log.entries().size());
        through(partition);

        assertThat(partition.progress().logCut()).isTrue();
        assertThat(rebuilt.checkpoint(PARTITION).nextOffset())
                .isEqualTo(log.entries().size());
    }

    @Test
    void aRebuildThatTheLogHasLeftBehindMustBeginAnew() {
        inForce(SHIPPED);
        life(0, 9);
        through(rebuild(0, 5));

        assertThatThrownBy(() -> rebuild(7, log.entries().size()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stands at offset 5, and the log begins at 7");
    }

    @Test
    void aLogThatEndsBeforeTheRunningStateIsNoLogToRebuildFrom() {
        inForce(SHIPPED);
        life(0, 2);

        assertThatThrownBy(() -> rebuild(0, 1_000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PostgreSQL is ahead of Kafka");
    }

    private PartitionRebuild rebuild(long begin, long until) {
        Stretch stretch = new Stretch(PARTITION, LOG_ID, begin, until);
        return new PartitionRebuild(
                stretch, MemoryRebuildFolds.over(rebuilt, engines), new MemoryRebuildLog(log.entries(), begin));
    }

    private static void through(PartitionRebuild partition) {
        boolean more = true;
        while (more) {
            more = partition.step();
        }
    }

    private void fold() {
        MemoryRebuildFolds.running(running, engines, PARTITION, LOG_ID, 0).fold(log.entries());
    }

    private void inForce(ModelFiles files) {
        models.activate(new Order(files.contentHash(), "files", "start"), When.UNLESS_ACTIVE)
                .await()
                .indefinitely();
        engines.active();
    }

    private static ModelActivated activated(ModelFiles files) {
        return new ModelActivated(files.contentHash(), files.model().version(), texts(files));
    }

    private static Map<String, String> texts(ModelFiles files) {
        Map<String, String> texts = new TreeMap<>();
        files.files().texts().forEach((name, text) -> texts.put(name, text.content()));
        return texts;
    }

    /** Nobody is well by it. */
    private static ModelFiles strict() {
        String cards = texts(SHIPPED).get("scorecards.yaml");
        return ModelFolder.withScorecards(
                "scorecards.yaml",
                cards.replaceAll("model: default-1", "model: strict")
                        .replaceAll("grades: \\{.*}", "grades: { a: 99.9, b: 99.8, c: 99.7, d: 99.6 }"));
    }

    private static Instant at(int day) {
        return T0.plus(Duration.ofDays(day));
    }

    /** One person uses the product on each day; a tick before and after. */
    private void life(int from, int until) {
        if (from == 0) {
            log.tick(T0);
            log.fact("r1", "acme", T0, new AccountRecord("acme", 1, "Acme", null, null, null, null, false, List.of()));
        }
        for (int day = from; day < until; day++) {
            log.usage("e" + day, "acme", "ann", at(day).plusSeconds(60));
            log.tick(at(day).plus(Duration.ofHours(20)));
        }
    }
}
