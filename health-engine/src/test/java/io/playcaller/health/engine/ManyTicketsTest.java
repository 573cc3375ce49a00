package io.playcaller.health.engine;

import static io.playcaller.health.engine.Lives.DAYS;
import static io.playcaller.health.engine.Lives.START;
import static io.playcaller.health.engine.Lives.noDelay;
import static io.playcaller.health.engine.Lives.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.TicketChanged;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.health.engine.fact.FactFold;
import io.playcaller.health.engine.fact.Facts;
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

/** An account of which more tickets are open than are kept. */
class ManyTicketsTest {

    private static final int MANY = 100;
    private static final int KEPT = 32;
    private static final TicketSeverity[] SEVERITIES = {
        TicketSeverity.SEV1, TicketSeverity.SEV2, TicketSeverity.SEV3, TicketSeverity.SEV4
    };

    private final FactsOf acme = FactsOf.account("acme");

    @Property(tries = 50)
    void theSameOpenTicketsAreKeptWhateverTheOrderAndHoweverOftenTheyAreTold(@ForAll long seed) {
        List<Event<?>> inOrder = tickets(new Random(seed));
        Random random = new Random(seed + 1);
        List<Event<?>> disordered = new ArrayList<>(inOrder);
        for (int i = 0; i < MANY; i++) {
            disordered.add(inOrder.get(random.nextInt(inOrder.size())));
        }
        Collections.shuffle(disordered, random);

        Facts facts = folded(inOrder);
        assertThat(facts.engagement().tickets().byId()).hasSize(KEPT);
        assertThat(folded(disordered).engagement()).isEqualTo(facts.engagement());
    }

    @Property(tries = 5)
    void theScoreIsTheSameWhateverTheOrder(@ForAll long seed) {
        List<Event<?>> life = tickets(new Random(seed));
        Random random = new Random(seed);

        Story onTime = told(life, noDelay());
        Story late = told(life, fact -> Duration.ofHours(random.nextInt(24 * 10)));

        StateCodec codec = new StateCodec();
        assertThat(codec.encodeFacts(late.state())).isEqualTo(codec.encodeFacts(onTime.state()));
        assertThat(late.score()).isEqualTo(onTime.score());
        assertThat(late.state().score()).isEqualTo(onTime.state().score());
    }

    @Test
    void theMostSevereAndOfTheseTheNewestAreKept() {
        List<Event<?>> all = tickets(new Random(7));
        List<String> needed = all.stream()
                .map(fact -> (TicketChanged) fact.data())
                .sorted(Comparator.comparing(TicketChanged::severity)
                        .thenComparing(TicketChanged::openedAt, Comparator.reverseOrder()))
                .map(TicketChanged::ticketId)
                .distinct()
                .limit(KEPT)
                .toList();

        assertThat(folded(all).engagement().tickets().byId().keySet()).containsExactlyInAnyOrderElementsOf(needed);
    }

    @Test
    void aSolvedTicketGoesBeforeAnyOpenOne() {
        List<Event<?>> facts = new ArrayList<>(tickets(new Random(7)));
        facts.add(0, acme.solved(START.plus(Duration.ofHours(1)), "solved", TicketSeverity.SEV1, START));

        assertThat(folded(facts).engagement().tickets().byId()).hasSize(KEPT).doesNotContainKey("solved");
    }

    /** All stay open, each of one severity; of some it is told up to three times. In the order of their times. */
    private List<Event<?>> tickets(Random random) {
        List<Event<?>> facts = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Instant openedAt = START.plusSeconds(random.nextInt((DAYS - 4) * 86_400));
            TicketSeverity severity = SEVERITIES[random.nextInt(SEVERITIES.length)];
            int times = 1 + random.nextInt(3);
            for (int time = 0; time < times; time++) {
                facts.add(acme.ticket(openedAt.plus(Duration.ofDays(time)), "t-" + i, severity, openedAt));
            }
        }
        facts.sort(Comparator.comparing((Event<?> fact) -> fact.envelope().time())
                .thenComparing(fact -> fact.envelope().id()));
        return facts;
    }

    private static Facts folded(List<Event<?>> facts) {
        return folded(Facts.NONE, facts);
    }

    private static Facts folded(Facts before, List<Event<?>> facts) {
        Facts folded = before;
        for (Event<?> fact : facts) {
            folded = FactFold.fold(folded, fact).facts();
        }
        return folded;
    }
}
