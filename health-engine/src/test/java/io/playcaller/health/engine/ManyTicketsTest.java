package io.playcaller.health.engine;

import static io.playcaller.health.engine.Lives.DAYS;
import static io.playcaller.health.engine.Lives.START;
import static io.playcaller.health.engine.Lives.noDelay;
import static io.playcaller.health.engine.Lives.sameAccount;
import static io.playcaller.health.engine.Lives.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.health.engine.fact.FactFold;
import io.playcaller.health.engine.fact.Facts;
import io.playcaller.health.engine.fact.Ticket;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** An account with more tickets than are told apart, and with tickets of which much is told. */
class ManyTicketsTest {

    private static final int APART = 32;

    /** Of which the newest are known. */
    private static final int REOPENINGS = 16;

    /** Midnight between two periods of 28 days that tickets are opened in. */
    private static final Instant PERIOD = Instant.ofEpochSecond(733L * 28 * 86_400);

    private static final TicketSeverity[] SEVERITIES = {
        TicketSeverity.SEV1, TicketSeverity.SEV2, TicketSeverity.SEV3, TicketSeverity.SEV4
    };

    private final FactsOf acme = FactsOf.account("acme");
    private final StateCodec codec = new StateCodec();

    @Property(tries = 40)
    void theSameTicketsAreKeptWhateverTheOrderAndHoweverOftenTheyAreTold(@ForAll long seed) {
        Random random = new Random(seed);
        List<Event<?>> inOrder = tickets(random, 20 + random.nextInt(180), 6, Integer.MAX_VALUE);
        List<Event<?>> disordered = new ArrayList<>(inOrder);
        for (int i = 0; i < 100; i++) {
            disordered.add(inOrder.get(random.nextInt(inOrder.size())));
        }
        Collections.shuffle(disordered, random);

        Facts facts = folded(inOrder);
        assertThat(folded(disordered).engagement()).isEqualTo(facts.engagement());
        assertThat(folded(disordered).ticketSample()).isEqualTo(facts.ticketSample());
    }

    @Property(tries = 8)
    void theScoreIsTheSameAtAnyTimeWhateverTheOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<Event<?>> life = tickets(random, 120, 6, Integer.MAX_VALUE);

        Story onTime = told(life, noDelay());
        Story late = told(life, fact -> Duration.ofHours(random.nextInt(24 * 10)));

        assertThat(codec.encodeFacts(late.state())).isEqualTo(codec.encodeFacts(onTime.state()));
        assertThat(late.state().score()).isEqualTo(onTime.state().score());
        for (int day = DAYS; day > 0; day -= 3) {
            Instant at = START.plus(Duration.ofDays(day));
            assertThat(late.score(at)).isEqualTo(onTime.score(at));
        }
    }

    @Property(tries = 20)
    void upToThirtyTwoOfAPeriodMakeTheSameAccountWhateverTheOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<Event<?>> life = tickets(random, APART, 3, REOPENINGS);

        sameAccount(told(life, noDelay()), told(life, fact -> Duration.ofHours(random.nextInt(24 * 10))));
    }

    @Property(tries = 20)
    void whatIsReadOfBytesIsWhatWasWritten(@ForAll long seed) {
        AccountState state = told(tickets(new Random(seed), 90, 6, Integer.MAX_VALUE), noDelay())
                .state();

        assertThat(codec.decode(codec.encode(state))).isEqualTo(state);
    }

    @Test
    void noneOfThirtyTwoTicketsOfAPeriodIsForgotten() {
        List<Event<?>> facts = new ArrayList<>();
        for (int i = 0; i < 4 * APART; i++) {
            Instant at = PERIOD.plus(Duration.ofDays(i / APART * 28L)).plusSeconds(i);
            facts.add(acme.ticket(at, "t-" + i, TicketSeverity.SEV3, at));
        }

        assertThat(folded(facts).engagement().tickets().byId()).hasSize(4 * APART);
    }

    @Test
    void aSevereTicketIsNotLostAmongHundreds() {
        List<Event<?>> facts = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            TicketSeverity severity = i % 20 == 0 ? TicketSeverity.SEV1 : TicketSeverity.SEV4;
            facts.add(acme.ticket(PERIOD.plusSeconds(60L * i), "t-" + i, severity, PERIOD.plusSeconds(60L * i)));
        }

        assertThat(folded(facts).engagement().tickets().byId().values())
                .filteredOn(history -> history.newest().value().severity() == TicketSeverity.SEV1)
                .hasSize(20);
    }

    /** Whether it was told to be less since is not known of it. */
    @Test
    void aSevereTicketBesideTheOthersCountsForAFortnight() {
        List<Event<?>> facts = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            facts.add(acme.ticket(PERIOD, "t-" + i, TicketSeverity.SEV1, PERIOD));
            facts.add(acme.ticket(PERIOD.plus(Duration.ofHours(1)), "t-" + i, TicketSeverity.SEV4, PERIOD));
        }
        for (int i = 0; i < 400; i++) {
            facts.add(acme.ticket(PERIOD.plus(Duration.ofHours(2)), "more-" + i, TicketSeverity.SEV4, PERIOD));
        }
        Facts folded = folded(facts);

        assertThat(severe(folded, PERIOD.plus(Duration.ofDays(13)))).isPositive();
        assertThat(severe(folded, PERIOD.plus(Duration.ofDays(15)))).isZero();
    }

    @Test
    void whereTheyAreTooManySentencesSaySo() {
        Story few = with(20);
        Story many = with(60);

        assertThat(few.measure("old-tickets").sentence()).isEqualTo("20 tickets open for more than 14 days");
        assertThat(many.measure("old-tickets").sentence()).isEqualTo("At least 32 tickets open for more than 14 days");
    }

    private Story with(int tickets) {
        Story story = new Story(Lives.ENGINE, "acme").tick(PERIOD);
        for (int i = 0; i < tickets; i++) {
            Instant at = PERIOD.plusSeconds(i);
            story.fact(acme.ticket(at, "t-" + i, TicketSeverity.SEV4, at));
        }
        return story.daysUntil(PERIOD.plus(Duration.ofDays(20)));
    }

    private static long severe(Facts facts, Instant seen) {
        return facts.engagement().tickets().byId().values().stream()
                .filter(history -> history.newest().value().severity() == TicketSeverity.SEV1)
                .filter(history -> Ticket.open(history, seen.toEpochMilli()))
                .count();
    }

    /** Each is told at most so often: it becomes more or less severe, is solved, and is opened again. In the order of their times. */
    private List<Event<?>> tickets(Random random, int many, int often, int reopenings) {
        int left = reopenings;
        List<Event<?>> facts = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String id = "t-" + i;
            Instant openedAt = START.plusSeconds(random.nextInt((DAYS - 4) * 86_400));
            Instant at = openedAt;
            for (int time = 1 + random.nextInt(often); time > 0; time--) {
                TicketSeverity severity = SEVERITIES[random.nextInt(SEVERITIES.length)];
                facts.add(
                        switch (random.nextInt(4)) {
                            case 0 -> acme.solved(at, id, severity, openedAt);
                            case 1 ->
                                left-- > 0 ? acme.reopened(at, id, openedAt) : acme.solved(at, id, severity, openedAt);
                            default -> acme.ticket(at, id, severity, openedAt);
                        });
                at = at.plusSeconds(1 + random.nextInt(86_400));
            }
        }
        facts.sort(Comparator.comparing((Event<?> fact) -> fact.envelope().time())
                .thenComparing(fact -> fact.envelope().id()));
        return facts;
    }

    private static Facts folded(List<Event<?>> facts) {
        Facts folded = Facts.NONE;
        for (Event<?> fact : facts) {
            folded = FactFold.fold(folded, fact).facts();
        }
        return folded;
    }
}
