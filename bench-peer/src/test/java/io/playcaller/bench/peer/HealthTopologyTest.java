package io.playcaller.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.contracts.fact.PeerBaseline;
import io.playcaller.contracts.fact.PeerBaselinePublished;
import io.playcaller.contracts.fact.SourceAlive;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.Step;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.model.in.ModelFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the engine itself, which folds the same facts beside it, each once. */
class HealthTopologyTest {

    private static final Instant NOON = Instant.parse("2026-01-14T12:00:00Z");
    private static final String ACCOUNT = "acme";

    @TempDir
    Path directory;

    private final HealthEngine engine =
            new HealthEngine(ModelFolder.read("test", Optional.empty()).model());
    private final List<HealthChanged> changes = new ArrayList<>();
    private final List<SignalChanged> signals = new ArrayList<>();
    private AccountState state = engine.fresh(ACCOUNT);
    private LogState log = LogState.start();

    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> input;
    private TestOutputTopic<String, byte[]> changesOut;
    private TestOutputTopic<String, byte[]> signalsOut;

    @BeforeEach
    void start() {
        PeerSettings settings = new PeerSettings("127.0.0.1:1", directory, "peer-", Duration.ofMillis(100));
        driver = new TopologyTestDriver(HealthTopology.of(engine, "peer-"), settings.streams());
        input = driver.createInputTopic("customer-events", new ByteArraySerializer(), new ByteArraySerializer());
        changesOut =
                driver.createOutputTopic("peer-health-changes", new StringDeserializer(), new ByteArrayDeserializer());
        signalsOut = driver.createOutputTopic("peer-signals", new StringDeserializer(), new ByteArrayDeserializer());
        broadcast(
                "model",
                NOON,
                new ModelActivated(engine.model().contentHash(), engine.model().version()));
        tick(NOON);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private void pipe(@Nullable String key, Envelope envelope, Record data) {
        input.pipeInput(new TestRecord<>(
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                WireJson.write(data),
                EventCodec.headers(envelope, EventType.of(data)),
                envelope.receivedAt()));
    }

    /** To the peer alone. */
    private void again(String id, Instant at, Record data) {
        pipe(ACCOUNT, new Envelope(id, "web", at, ACCOUNT, FactOrigin.LIVE, at, 0), data);
    }

    private void fact(String id, Instant at, Record data) {
        again(id, at, data);
        Envelope envelope = new Envelope(id, "web", at, ACCOUNT, FactOrigin.LIVE, at, 0);
        take(engine.apply(state, log, Event.of(envelope, data)));
    }

    private void broadcast(String id, Instant at, Record data) {
        Envelope envelope = new Envelope(id, "playcaller/usage-ingest", at, null, FactOrigin.LIVE, at, 0);
        pipe(null, envelope, data);
        log = log.fold(Event.of(envelope, data));
        if (state.nextBoundary() != null && !state.nextBoundary().isAfter(log.now())) {
            take(engine.advance(state, log));
        }
    }

    private void tick(Instant at) {
        broadcast("tick-" + at, at, new ClockTicked(at, List.of(new SourceAlive("web", List.of(Feed.values()), at))));
    }

    /** Twenty customers, all of whom use it on more days than anybody can. */
    private void peers(Instant at) {
        List<Long> counts = new ArrayList<>(Collections.nCopies(34, 0L));
        counts.set(33, 20L);
        PeerBaselinePublished told = new PeerBaselinePublished(
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                List.of(new PeerBaseline("smb", "active-days", 1_000, 469, counts)));
        Envelope envelope = new Envelope("peers", "playcaller/health-service", at, null, FactOrigin.LIVE, at, 0);
        pipe(null, envelope, told);
        LogState before = log;
        log = log.fold(Event.of(envelope, told));
        take(engine.comparedAnew(state, before, log));
    }

    private void take(Step step) {
        state = step.state();
        changes.addAll(step.changes());
        signals.addAll(step.signals());
    }

    private static UsageRecorded use(String person) {
        return new UsageRecorded(ACCOUNT, "report.made", "reports", null, person, 1, true);
    }

    private static SurveyAnswered detractor() {
        return new SurveyAnswered(ACCOUNT, SurveyKind.NPS, 2, "ada", null);
    }

    private void requireWhatTheEngineSays() {
        assertThat(changesOut.readValuesToList())
                .containsExactlyElementsOf(changes.stream().map(WireJson::write).toList());
        assertThat(signalsOut.readValuesToList())
                .containsExactlyElementsOf(signals.stream().map(WireJson::write).toList());
        byte[] kept =
                driver.<String, byte[]>getKeyValueStore(HealthTopology.ACCOUNTS).get(ACCOUNT);
        assertThat(Kept.read(new StateCodec(), kept).state()).isEqualTo(state);
    }

    @Test
    void itAnnouncesAndKeepsWhatTheEngineSays() {
        fact("1", NOON, use("ada"));
        fact("2", NOON.plusSeconds(1), detractor());
        tick(NOON.plusSeconds(10));
        fact("3", NOON.plusSeconds(11), use("bob"));
        tick(NOON.plus(Duration.ofDays(3)));

        assertThat(changes).isNotEmpty();
        assertThat(signals).isNotEmpty();
        requireWhatTheEngineSays();
    }

    @Test
    void aFactThatComesTwiceWithinTheWindowCountsOnce() {
        fact("1", NOON, use("ada"));
        again("1", NOON, use("ada"));
        tick(NOON.plus(PeerSettings.DEDUP_WINDOW).minusSeconds(1));
        again("1", NOON, use("ada"));

        requireWhatTheEngineSays();
    }

    @Test
    void beyondTheWindowItIsForgotten() {
        fact("1", NOON, use("ada"));
        tick(NOON.plusSeconds(10));
        tick(NOON.plus(PeerSettings.DEDUP_WINDOW).plusSeconds(10));
        fact("1", NOON, use("ada"));

        assertThat(state.factCount()).isEqualTo(2);
        requireWhatTheEngineSays();
    }

    @Test
    void whatItIsToldOfPeersMovesItsAccounts() {
        fact("1", NOON, use("ada"));
        Instant later = NOON.plus(Duration.ofDays(8));
        tick(later);

        peers(later);

        assertThat(changes.get(changes.size() - 1).contributions())
                .extracting(Contribution::cause)
                .contains(Cause.PEERS);
        requireWhatTheEngineSays();
    }

    @Test
    void theRevisionRisesWithEachAnnouncedScore() {
        fact("1", NOON, use("ada"));
        fact("2", NOON.plusSeconds(1), detractor());

        List<String> revs = changesOut.readRecordsToList().stream()
                .map(record -> new String(record.headers().lastHeader("ce_rev").value(), StandardCharsets.UTF_8))
                .toList();

        assertThat(revs).hasSizeGreaterThan(1).isSorted().doesNotHaveDuplicates();
        assertThat(changes).hasSameSizeAs(revs);
    }
}
