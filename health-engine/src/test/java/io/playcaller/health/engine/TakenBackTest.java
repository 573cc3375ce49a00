package io.playcaller.health.engine;

import static io.playcaller.health.engine.Lives.DAYS;
import static io.playcaller.health.engine.Lives.ENGINE;
import static io.playcaller.health.engine.Lives.EVERY;
import static io.playcaller.health.engine.Lives.START;
import static io.playcaller.health.engine.Lives.life;
import static io.playcaller.health.engine.Lives.noDelay;
import static io.playcaller.health.engine.Lives.sameAccount;
import static io.playcaller.health.engine.Lives.standsTheSame;
import static io.playcaller.health.engine.Lives.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The algebra of what is taken back: a life in which something was told and taken back is the life without it. */
class TakenBackTest {

    private static final LocalDate FIRST = LocalDate.ofInstant(START, ZoneOffset.UTC);

    private final FactsOf acme = FactsOf.account("acme");
    private final StateCodec codec = new StateCodec();

    @Property(tries = 80)
    void whatIsTakenBackHasNeverBeenInAnyOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<Event<?>> life = life(seed);

        Story mistaken = told(with(life, mistakes(random)), fact -> Duration.ofHours(random.nextInt(24 * 5)));

        standsTheSame(told(life, noDelay()), mistaken);
    }

    @Property(tries = 40)
    void inWhichOrderItIsTakenBackChangesNoByte(@ForAll long seed) {
        Random random = new Random(seed);
        List<Event<?>> all = with(life(seed), mistakes(random));

        sameAccount(told(all, noDelay()), told(all, fact -> Duration.ofHours(random.nextInt(24 * 5))));
    }

    @Property(tries = 40)
    void contributionsSumExactlyToEveryChange(@ForAll long seed) {
        Random random = new Random(seed);
        List<Event<?>> all = with(life(seed), mistakes(random));

        HealthChanged last = null;
        for (HealthChanged change :
                told(all, fact -> Duration.ofHours(random.nextInt(24 * 5))).changes()) {
            long sum = change.contributions().stream()
                    .mapToLong(Contribution::points)
                    .sum();
            Long previous = change.previousScore();
            if (!gone(change)) {
                assertThat(sum).isEqualTo(change.score() - (previous == null ? 0 : previous));
            }
            assertThat(previous).isEqualTo(last == null || gone(last) ? null : (Long) last.score());
            last = change;
        }
    }

    /** A touch was told before the account began, and is without weight until it has; what had weight was taken back meanwhile. */
    @Example
    void alsoWhenSomethingIsKnownThatHasNoWeight() {
        contributionsSumExactlyToEveryChange(176_995);
    }

    /** All that it was made of was taken back: the next is a first score. */
    private static boolean gone(HealthChanged change) {
        return change.dimensions().isEmpty() && change.confidence() == 0;
    }

    @Property(tries = 20)
    void restartsChangeNothing(@ForAll long seed) {
        List<Event<?>> all = with(life(seed), mistakes(new Random(seed)));

        Story once = told(all, noDelay());
        Story again = told(new Story(ENGINE, "acme").restarting(), all, noDelay(), EVERY);

        assertThat(codec.encode(again.state())).isEqualTo(codec.encode(once.state()));
        assertThat(codec.decode(codec.encode(once.state()))).isEqualTo(once.state());
        assertThat(again.signals()).isEqualTo(once.signals());
    }

    @Property(tries = 60)
    void usageThatIsWithdrawnAndToldAgainIsWhatItIsTheSecondTime(@ForAll long seed) {
        Random random = new Random(seed);
        List<Event<?>> life = life(seed);
        int from = random.nextInt(DAYS - 3);
        int until = from + random.nextInt(3);
        List<Event<?>> corrected = new ArrayList<>(life);
        corrected.removeIf(fact -> fact.data() instanceof UsageRecorded
                && !day(fact).isBefore(FIRST.plusDays(from))
                && !day(fact).isAfter(FIRST.plusDays(until)));
        List<Event<?>> mistaken = new ArrayList<>(life);
        for (int day = from; day <= until; day++) {
            mistaken.add(acme.used(within(random, day), "nobody", "nothing"));
        }
        Instant said = START.plus(Duration.ofDays(until + 2));
        mistaken.add(acme.withdrawn(said, FIRST.plusDays(from), FIRST.plusDays(until)));
        List<Event<?>> again = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            again.add(acme.used(within(random, from + random.nextInt(until - from + 1)), "p-1", "f-1"));
        }

        standsTheSame(
                told(with(corrected, again), noDelay()),
                told(with(mistaken, again), fact -> again.contains(fact) ? Duration.ofDays(7) : Duration.ZERO));
    }

    /** Things that were told by mistake, each with what takes it back; some come before all else that is known. */
    private List<Event<?>> mistakes(Random random) {
        List<Event<?>> all = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            Event<?> mistake = mistake(random, within(random, random.nextInt(DAYS + 5) - 5), i);
            Duration later = Duration.ofHours(random.nextInt(24 * 3));
            all.add(mistake);
            all.add(acme.retracted(mistake.envelope().time().plus(later), mistake));
        }
        if (random.nextBoolean()) {
            int day = random.nextInt(DAYS);
            Instant at = within(random, day);
            Event<?> contract = acme.contract(at, "mistaken", FIRST.plusDays(day), 900_000_000, 50, 1);
            all.add(contract);
            all.add(acme.never(at.plus(Duration.ofHours(random.nextInt(24 * 3))), contract, 2));
        }
        return all;
    }

    private Event<?> mistake(Random random, Instant at, int number) {
        TicketSeverity severity = random.nextBoolean() ? TicketSeverity.SEV1 : TicketSeverity.SEV2;
        Instant before = at.minus(Duration.ofHours(random.nextInt(24 * 14)));
        // A ticket that is long done is forgotten: whoever speaks of it after that speaks of a new one.
        String ticket = at.isBefore(START.plus(Duration.ofDays(38))) ? "t-" + number : "mistaken-" + number;
        return switch (random.nextInt(10)) {
            case 0 -> acme.nps(at, random.nextInt(11));
            case 1 -> acme.csat(at, 1 + random.nextInt(5));
            case 2 -> acme.met(at, "p-0", "p-9");
            case 3 -> acme.ticket(at, "mistaken-" + number, severity, before);
            case 4 -> acme.ticket(at, ticket, severity, before);
            case 5 -> acme.solved(at, ticket, severity, before);
            case 6 -> acme.planned(at, number == 0 ? "kickoff" : "mistaken-" + number, at.plus(Duration.ofDays(3)));
            case 7 ->
                acme.objective(
                        at, number < 2 ? "o-" + number : "mistaken-" + number, at.plus(Duration.ofDays(2)), null, null);
            case 8 -> acme.objective(at, number < 2 ? "o-" + number : "mistaken-" + number, before, before, "p-0");
            default -> acme.reached(at, number == 0 ? "first-value" : "mistaken-" + number, at);
        };
    }

    private static List<Event<?>> with(List<Event<?>> life, List<Event<?>> more) {
        List<Event<?>> all = new ArrayList<>(life);
        all.addAll(more);
        return all;
    }

    private static LocalDate day(Event<?> fact) {
        return LocalDate.ofInstant(fact.envelope().time(), ZoneOffset.UTC);
    }

    private static Instant within(Random random, int day) {
        return START.plus(Duration.ofDays(day)).plusMillis(1 + random.nextInt(86_000_000));
    }
}
