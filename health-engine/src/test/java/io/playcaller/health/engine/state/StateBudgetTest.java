package io.playcaller.health.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.register.ParentLink;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.Step;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.model.RollUp;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Family;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a state costs in bytes and a fact in time; the figures are printed. */
class StateBudgetTest {

    private static final String ACME = "0199f3c2-7d1e-7c4a-9d3b-2f6a1b8c5e77";

    private final HealthEngine engine = new HealthEngine(Models.defaults());
    private final StateCodec codec = new StateCodec();
    private final FactsOf acme = FactsOf.account(ACME);

    @Test
    void aTypicalAccountTakesTwoKilobytes() {
        int bytes = codec.encode(typical().state()).length;

        System.out.printf("typical account: %d bytes%n", bytes);
        assertThat(bytes).isLessThan(2_048);
    }

    /** Two people use each of them on each day. */
    @Test
    void aProductTakesAHundredBytes() {
        int plain = codec.encode(products(0, 60).state()).length;
        int two = codec.encode(products(2, 60).state()).length;
        int eight = codec.encode(products(8, 60).state()).length;

        System.out.printf(
                "products: %d bytes without, %d more for two, %d for eight%n", plain, two - plain, eight - plain);
        assertThat(eight - plain).isLessThan(8 * 100 + 10);
    }

    /** As where a shop names its articles. */
    @Test
    void productsThatAreOthersEachDayStayWithinSixKilobytes() {
        int plain = codec.encode(products(0, 60).state()).length;
        Story story = products(0, 0);
        for (int day = 0; day < 60; day++) {
            for (int i = 0; i < 100; i++) {
                story.fact(FactsOf.about(
                        "an-article-with-a-long-number-" + day + "-" + i, acme.used(Day.at(day, 9), "p-" + i % 2)));
            }
            story.tick(Day.start(day + 1));
        }

        int bytes = codec.encode(story.state()).length - plain;
        System.out.printf("products that are others each day: %d bytes%n", bytes);
        assertThat(bytes).isLessThan(6_144);
    }

    private Story products(int products, int days) {
        Story story = new Story(engine, ACME).tick(Day.start(0));
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < Math.max(1, products); i++) {
                story.fact(of(products, i, acme.used(Day.at(day, 9), "p-0")))
                        .fact(of(products, i, acme.used(Day.at(day, 9), "p-1")));
            }
            story.tick(Day.start(day + 1));
        }
        return story;
    }

    @Test
    void childrenTakeHundredBytesEach() {
        Family family = new Family(new HealthEngine(Models.rolling(RollUp.ARR))).tick(Day.start(0));
        int before = codec.encode(family.fact(acme.nps(Day.at(0, 1), 9)).state(ACME)).length;
        for (int i = 10; i < 50; i++) {
            FactsOf child = FactsOf.account("0199f3c2-7d1e-7c4a-9d3b-2f6a1b8c5e" + i);
            family.fact(child.under(Day.at(0, 2), 1, new ParentLink(ACME, Day.MONDAY, null)))
                    .fact(child.contract(Day.at(0, 3), "c", Day.MONDAY, 1_000_000L * i, 10, 1))
                    .fact(child.nps(Day.at(0, 4), i % 10));
        }

        int bytes = codec.encode(family.state(ACME)).length - before;

        System.out.printf("most children: %d bytes%n", bytes);
        assertThat(bytes).isLessThan(32 * 110);
    }

    @Test
    void aHeavyAccountStaysWithinSixteenKilobytes() {
        Story story = typical();
        String[] people = IntStream.range(0, 400).mapToObj(i -> "person-" + i).toArray(String[]::new);
        story.use(acme, Day.start(60), 3, people);
        assertThat(story.measure("active-seats").sentence()).startsWith("About ");
        for (int i = 0; i < 80; i++) {
            String id = "a-long-identifier-of-the-tool-at-the-customer-" + i;
            for (int version = 1; version <= 4; version++) {
                story.fact(acme.ticket(Day.at(63, version), id, TicketSeverity.SEV2, Day.at(62, 1)))
                        .fact(acme.planned(Day.at(63, version), id, Day.at(70 + version, 9)))
                        .fact(acme.contact(Day.at(63, version), id, ContactRole.USER, true, version))
                        .fact(acme.invoice(Day.at(63, version), id, Day.MONDAY.plusDays(60), null, version))
                        .fact(acme.contract(Day.at(63, version), id, Day.MONDAY, 100_000, 10, version))
                        .fact(acme.met(Day.at(63, version), id, "p1", "p2", "p3", "p4", "p5", "p6"))
                        .fact(acme.nps(Day.at(63, version), i % 10))
                        .fact(acme.csat(Day.at(63, version), i % 5))
                        .fact(acme.override(Day.at(63, version), "milestones-missed", i * 1_000L, Day.at(80, i % 20)))
                        .fact(acme.pulse(Day.at(63, version), i % 5))
                        .fact(acme.retracted(Day.at(63, version), acme.nps(Day.at(62, version), i)));
            }
        }
        story.daysUntil(Day.start(90));

        int bytes = codec.encode(story.state()).length;
        System.out.printf("heavy account: %d bytes%n", bytes);
        assertThat(bytes).isLessThan(16_384);
    }

    /** As where people go by a new id each day. */
    @Test
    void aCrowdThatIsAnotherEachDayStaysWithinTwentyFourKilobytes() {
        Story story = typical();
        int day = 60;
        for (; day < 124; day++) {
            for (int i = 0; i < 300; i++) {
                story.fact(acme.used(Day.at(day, 1).plusMillis(i), day + "-" + i));
            }
            story.tick(Day.start(day + 1));
        }

        int bytes = codec.encode(story.state()).length;
        List<Event<?>> fresh = IntStream.range(0, 300)
                .<Event<?>>mapToObj(i -> acme.used(Day.at(124, 1).plusMillis(i), "new-" + i))
                .toList();
        System.out.printf("crowd: %d bytes%n", bytes);
        System.out.printf("somebody new of a crowd: %d ns%n", cost(5, () -> fold(story, fresh)) / fresh.size());
        assertThat(bytes).isLessThan(24_576);
    }

    @Test
    void bytesOfAnUnknownVersionAreRefused() {
        byte[] bytes = codec.encode(typical().state());
        bytes[0] = 99;

        assertThatThrownBy(() -> codec.decode(bytes)).hasMessageContaining("version 99");
    }

    /** All changes of two months: with what explains them, and as they were without. */
    @Test
    void whatAChangeSays() {
        Story story = typical().fact(acme.nps(Day.at(60, 2), 3));
        long whole = 0;
        long bare = 0;
        for (HealthChanged change : story.changes()) {
            int bytes = WireJson.write(change).length;
            whole += bytes;
            bare += WireJson.write(bare(change)).length;
            assertThat(bytes).isLessThan(10_240);
        }
        HealthChanged answer = story.changes().get(story.changes().size() - 1);
        int changes = story.changes().size();
        System.out.printf("a change: %d bytes, unexplained %d, of %d%n", whole / changes, bare / changes, changes);
        System.out.printf(
                "an answer: %d bytes, unexplained %d%n",
                WireJson.write(answer).length, WireJson.write(bare(answer)).length);
        System.out.printf("writing an answer: %d ns%n", cost(2_000, () -> WireJson.write(answer)));
        System.out.printf("unexplained: %d ns%n", cost(2_000, () -> WireJson.write(bare(answer))));
    }

    private static HealthChanged bare(HealthChanged change) {
        return new HealthChanged(
                change.accountId(),
                change.at(),
                change.knownAt(),
                change.score(),
                change.previousScore(),
                change.grade(),
                change.previousGrade(),
                change.contributions().stream()
                        .map(it -> new Contribution(it.cause(), it.dimension(), it.measure(), it.points(), it.reason()))
                        .toList(),
                change.measures(),
                Objects.requireNonNullElse(change.adoptionIndex(), 0L),
                change.confidence(),
                change.milestones(),
                change.lastTouchAt(),
                change.frozen(),
                change.profile(),
                change.modelVersion());
    }

    /** A plain loop on one thread, its CPU time, warm: read the ratios. */
    @Test
    void whatAFactCosts() {
        Story story = typical();
        AccountState state = story.state();
        byte[] bytes = codec.encode(state);
        List<Event<?>> today = IntStream.range(0, 5_000)
                .<Event<?>>mapToObj(i -> acme.used(Day.at(60, 1).plusMillis(i * 1_000L), "p" + i % 20, "f-" + i % 6))
                .toList();

        System.out.printf("usage fact of the day: %d ns%n", cost(10, () -> fold(story, today)) / today.size());
        System.out.printf("encode: %d ns%n", cost(2_000, () -> codec.encode(state)));
        System.out.printf("decode: %d ns%n", cost(2_000, () -> codec.decode(bytes)));
        System.out.printf("answer: %d ns%n", cost(1_000, () -> apply(story, acme.nps(Day.at(60, 2), 5))));
        System.out.printf("usage 10 days late: %d ns%n", cost(500, () -> apply(story, acme.used(Day.at(50, 1), "p3"))));
        LogState midnight =
                new Story(engine, "x").tick(Day.start(0)).tick(Day.start(61)).log();
        System.out.printf("midnight: %d ns%n", cost(500, () -> engine.advance(state, midnight)));
        assertThat(fold(story, today).factCount()).isEqualTo(state.factCount() + today.size());
    }

    /** An account of two people and sixty days, with none, one and eight. */
    @Test
    void whatProductsCost() {
        LogState midnight =
                new Story(engine, "x").tick(Day.start(0)).tick(Day.start(61)).log();
        for (int products : new int[] {0, 1, 8}) {
            Story story = products(products, 60);
            AccountState state = story.state();
            List<Event<?>> today = IntStream.range(0, 2_000)
                    .<Event<?>>mapToObj(i ->
                            of(products, i, acme.used(Day.at(60, 1).plusMillis(i), "p-" + i % 2)))
                    .toList();
            System.out.printf(
                    "%d products: usage fact of the day %d ns, answer %d ns, midnight %d ns%n",
                    products,
                    cost(10, () -> fold(story, today)) / today.size(),
                    cost(1_000, () -> apply(story, acme.nps(Day.at(60, 2), 5))),
                    cost(500, () -> engine.advance(state, midnight)));
            assertThat(fold(story, today).factCount()).isEqualTo(state.factCount() + today.size());
        }
    }

    private static Event<?> of(int products, int use, Event<?> fact) {
        return products == 0 ? fact : FactsOf.about("product-" + use % products, fact);
    }

    /** Nanoseconds of CPU per run, after as many runs to warm up. */
    private static long cost(int runs, Runnable run) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < runs; i++) {
            run.run();
        }
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < runs; i++) {
            run.run();
        }
        return (threads.getCurrentThreadCpuTime() - start) / runs;
    }

    private void apply(Story story, Event<?> fact) {
        assertThat(engine.apply(story.state(), story.log(), fact).state()).isNotNull();
    }

    private AccountState fold(Story story, List<Event<?>> facts) {
        AccountState state = story.state();
        for (Event<?> fact : facts) {
            Step step = engine.apply(state, story.log(), fact);
            state = step.state();
        }
        return state;
    }

    /** Twenty people over two months, with a contract, owners, contacts, tickets, answers, touches and milestones. */
    private Story typical() {
        String[] people = IntStream.range(0, 20).mapToObj(i -> "p" + i).toArray(String[]::new);
        Story story = new Story(engine, "0199f3c2-7d1e-7c4a-9d3b-2f6a1b8c5e77").tick(Day.start(0));
        story.fact(acme.account(Day.start(0), "Acme Industries"))
                .fact(acme.owners(Day.start(0), "anna"))
                .fact(acme.contract(Day.start(0), "c-1", Day.MONDAY, 3_000_000, 30, 1))
                .fact(acme.contact(Day.start(0), "p0", ContactRole.SPONSOR, true, 1))
                .fact(acme.contact(Day.start(0), "p1", ContactRole.ADMIN, true, 1))
                .fact(acme.planned(Day.start(0), "kickoff", Day.at(5, 9)))
                .fact(acme.planned(Day.start(0), "first-value", Day.at(30, 9)));
        story.use(acme, Day.start(0), 60, people)
                .fact(acme.reached(Day.at(58, 1), "kickoff", Day.at(5, 9)))
                .fact(acme.ticket(Day.at(57, 1), "T-1001", TicketSeverity.SEV3, Day.at(57, 1)))
                .fact(acme.ticket(Day.at(58, 1), "T-1002", TicketSeverity.SEV2, Day.at(58, 1)))
                .fact(acme.solved(Day.at(59, 1), "T-1002", TicketSeverity.SEV2, Day.at(58, 1)))
                .fact(acme.nps(Day.at(50, 1), 8))
                .fact(acme.csat(Day.at(51, 1), 4))
                .fact(acme.met(Day.at(40, 1), "p0", "p1"))
                .fact(acme.invoice(Day.at(30, 1), "i-1", Day.MONDAY.plusDays(44), Day.MONDAY.plusDays(40), 1));
        return story.tick(Day.start(60));
    }
}
