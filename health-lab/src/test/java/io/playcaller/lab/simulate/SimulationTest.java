package io.playcaller.lab.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.accuracy.rows.RowsException;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.MilestoneChanged;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.contracts.fact.SourceAlive;
import io.playcaller.contracts.fact.SurveyAnswered;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.model.in.ModelFiles;
import io.playcaller.lab.facts.FactMaker;
import io.playcaller.lab.replay.Look;
import io.playcaller.lab.replay.Replay;
import io.playcaller.lab.simulate.Simulation.Question;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {

    private static final Instant T0 = Instant.parse("2026-01-05T00:00:00Z");
    private static final int DAYS = 150;
    private static final HealthModel SHIPPED = Candidate.shipped().model();
    private static final Question QUESTION = new Question(Duration.ofDays(120), Duration.ofDays(30), List.of());

    @TempDir
    Path folder;

    private final MemoryLog log = new MemoryLog();

    @Test
    void twiceTheSameModelDiffersInNothing() {
        aYearOfTwo();

        Simulated same = new Simulation(SHIPPED, SHIPPED, QUESTION).of(log, (done, of) -> {});

        assertThat(same.accounts()).isEqualTo(2);
        assertThat(same.regraded()).isEmpty();
        assertThat(same.products()).isEmpty();
        assertThat(same.signals())
                .isNotEmpty()
                .allSatisfy((reason, both) -> assertThat(both.candidate()).isEqualTo(both.inForce()));
        assertThat(same.foretold()).isNotNull();
        assertThat(same.foretold().candidate()).isEqualTo(same.foretold().inForce());
    }

    @Test
    void whoChangesGradeIsNamedWithBothScoresAndWhatTheyPay() throws IOException {
        aYearOfTwo();

        Simulated simulated = new Simulation(SHIPPED, strict().model(), QUESTION).of(log, (done, of) -> {});

        assertThat(simulated.candidate().name()).isEqualTo("strict");
        Regraded busy = simulated.regraded().stream()
                .filter(account -> account.accountId().equals("busy"))
                .findFirst()
                .orElseThrow();
        assertThat(busy.from()).isNotEqualTo(Grade.E);
        assertThat(busy.to()).isEqualTo(Grade.E);
        assertThat(busy.scoreTo()).isEqualTo(busy.scoreFrom());
        assertThat(busy.arr()).isEqualTo(new Money(6_000_000, "EUR"));
        assertThat(simulated.grades()).containsEntry(busy.from() + "→E", 1);
        assertThat(SimulationText.lines(simulated)).anyMatch(line -> line.contains("Company busy"));
    }

    @Test
    void productsThatChangeGradeAreCountedByWhereTheyGo() throws IOException {
        aYearOfTwo();

        Simulated simulated = new Simulation(SHIPPED, strict().model(), QUESTION).of(log, (done, of) -> {});

        assertThat(simulated.products()).containsExactly(new ProductMove("suite", Grade.A, Grade.E, 1));
        assertThat(SimulationText.lines(simulated)).anyMatch(line -> line.contains("suite") && line.contains("A→E"));
    }

    @Test
    void aScoreIsTheOneThatTheAccountsLifeHasByItself() throws IOException {
        aYearOfTwo();
        List<Event<?>> facts = log.events.stream()
                .filter(fact -> "busy".equals(fact.envelope().accountId()))
                .toList();
        Instant end = T0.plus(Duration.ofDays(DAYS));
        Look look = new Replay(new HealthEngine(SHIPPED))
                .lived("busy", facts, List.of(end))
                .get(0);

        Simulated simulated = new Simulation(SHIPPED, strict().model(), QUESTION).of(log, (done, of) -> {});

        assertThat(simulated.until()).isEqualTo(end);
        assertThat(simulated.regraded())
                .filteredOn(account -> account.accountId().equals("busy"))
                .extracting(Regraded::scoreFrom)
                .containsExactly(look.score().score());
    }

    @Test
    void anAccountThatNobodyCanFoldIsCountedAndHarmsNobodyElse() {
        aYearOfTwo();
        Instant never = Instant.parse("+300000000-01-01T00:00:00Z");
        log.fact("broken", T0, new MilestoneChanged("broken", "go-live", never, null, null));
        log.tick(T0.plus(Duration.ofDays(DAYS + 1)));

        Simulated simulated = new Simulation(SHIPPED, SHIPPED, QUESTION).of(log, (done, of) -> {});

        assertThat(simulated.failed()).isEqualTo(1);
        assertThat(simulated.accounts()).isEqualTo(2);
    }

    @Test
    void howContractsEndedIsSetBesideWhatHadBeenSaidThirtyDaysBefore() {
        aYearOfTwo();

        Foretold foretold = new Simulation(SHIPPED, SHIPPED, QUESTION)
                .of(log, (done, of) -> {})
                .foretold()
                .inForce();

        assertThat(foretold.units()).isEqualTo(2);
        assertThat(foretold.bad()).isEqualTo(1);
        assertThat(foretold.auc()).isEqualTo(1.0);
        assertThat(foretold.warned()).isEqualTo(1);
        assertThat(foretold.recall()).isEqualTo(1.0);
        assertThat(foretold.precision()).isEqualTo(1.0);
        assertThat(foretold.leadDays()).isBetween(30.0, 120.0);
    }

    @Test
    void activationsInTheLogChangeNothing() {
        aYearOfTwo();
        Simulated without = new Simulation(SHIPPED, SHIPPED, QUESTION).of(log, (done, of) -> {});
        log.events.add(
                20,
                Event.of(Envelope.own("m-1", "health-service", T0, null, 0), new ModelActivated("another", "another")));

        assertThat(new Simulation(SHIPPED, SHIPPED, QUESTION).of(log, (done, of) -> {}))
                .isEqualTo(without);
    }

    @Test
    void aRepeatedFactCountsOnce() {
        aYearOfTwo();
        long once = new Simulation(SHIPPED, SHIPPED, QUESTION)
                .of(log, (done, of) -> {})
                .facts();
        log.events.add(4, log.events.get(3));

        assertThat(new Simulation(SHIPPED, SHIPPED, QUESTION)
                        .of(log, (done, of) -> {})
                        .facts())
                .isEqualTo(once);
    }

    @Test
    void aLogInAFileSaysTheSame() throws IOException {
        aYearOfTwo();
        List<String> lines = new ArrayList<>();
        for (Event<?> event : log.events) {
            String value = new String(WireJson.write(event.data()), StandardCharsets.UTF_8);
            lines.add(new LogLine(0, EventCodec.headers(event.envelope(), EventType.of(event.data())), value).text());
        }
        Path file = Files.write(folder.resolve("log.jsonl"), lines);

        Simulated fromFile =
                new Simulation(SHIPPED, strict().model(), QUESTION).of(new LogFile(file), (done, of) -> {});

        assertThat(fromFile).isEqualTo(new Simulation(SHIPPED, strict().model(), QUESTION).of(log, (done, of) -> {}));
    }

    @Test
    void aFaultyLineIsToldWithItsPlace() throws IOException {
        Path file =
                Files.writeString(folder.resolve("log.jsonl"), "{\"partition\":0,\"headers\":{},\"data\":{}}\n{}\n");

        assertThatThrownBy(() -> new LogFile(file).partitions())
                .isInstanceOf(RowsException.class)
                .hasMessage(file + ":2 needs `partition`, `headers` and `data`");
    }

    /** The same cards; nobody is well by their grades. */
    private ModelFiles strict() throws IOException {
        String cards = Candidate.shipped().files().content("scorecards.yaml");
        Path own = folder.resolve("mine.yaml");
        Files.writeString(
                own,
                cards.replaceFirst("model: .*", "model: strict")
                        .replaceFirst("grades: \\{.*}", "grades: { a: 99.9, b: 99.8, c: 99.7, d: 99.6 }"));
        return Candidate.over(Candidate.shipped(), own);
    }

    /** One uses the product to the end, one of them every other day, and renews; one stops on the tenth day, says why, and leaves. */
    private void aYearOfTwo() {
        log.tick(T0);
        register("busy", MovementKind.RENEWAL);
        register("gone", MovementKind.CHURN);
        for (int day = 0; day < DAYS; day++) {
            Instant noon = T0.plus(Duration.ofDays(day)).plus(Duration.ofHours(12));
            log.fact(
                    "busy",
                    noon,
                    new UsageRecorded("busy", "report", "reports", day % 2 == 0 ? "suite" : null, "ann", 1, true));
            if (day < 10) {
                log.fact("gone", noon, new UsageRecorded("gone", "report", "reports", null, "bob", 1, true));
            }
            if (day == 60) {
                log.fact("gone", noon, new SurveyAnswered("gone", SurveyKind.NPS, 1, "bob", null));
            }
            log.tick(T0.plus(Duration.ofDays(day + 1)));
        }
    }

    private void register(String id, MovementKind ends) {
        log.fact(id, T0, new AccountRecord(id, 1, "Company " + id, null, null, null, null, false, List.of()));
        LocalDate start = LocalDate.ofInstant(T0, ZoneOffset.UTC).minusMonths(8);
        LocalDate end = LocalDate.ofInstant(T0, ZoneOffset.UTC).plusDays(140);
        Money arr = new Money(6_000_000, "EUR");
        ContractLine line = new ContractLine("l", "product", arr, 2, start, end.plusYears(1));
        Money then = new Money(ends == MovementKind.CHURN ? -arr.minor() : 0, arr.currency());
        List<ContractMovement> movements = List.of(
                new ContractMovement("begun", MovementKind.NEW, start, arr, null, null),
                new ContractMovement("ends", ends, end, then, null, null));
        log.fact(
                id,
                T0,
                new ContractRecord(
                        "c-" + id,
                        id,
                        1,
                        start,
                        start,
                        end.plusYears(1),
                        true,
                        30,
                        null,
                        null,
                        List.of(line),
                        movements,
                        null));
    }

    /** One partition in memory. */
    private static final class MemoryLog implements LogSource {

        private final List<Event<?>> events = new ArrayList<>();

        void tick(Instant at) {
            SourceAlive web = new SourceAlive(FactMaker.SOURCE, List.of(Feed.values()), at);
            add(null, at, new ClockTicked(at, List.of(web)));
        }

        void fact(String account, Instant at, Record data) {
            add(account, at, data);
        }

        private void add(@Nullable String account, Instant at, Record data) {
            events.add(Event.of(
                    new Envelope("e-" + events.size(), FactMaker.SOURCE, at, account, FactOrigin.LIVE, at, 0), data));
        }

        @Override
        public List<Integer> partitions() {
            return List.of(0);
        }

        @Override
        public long forEach(int partition, Consumer<Event<?>> each) {
            events.forEach(each);
            return 0;
        }
    }
}
