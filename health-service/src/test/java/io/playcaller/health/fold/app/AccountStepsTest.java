package io.playcaller.health.fold.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.Step;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.Work;
import io.playcaller.health.model.in.ShippedModel;
import io.playcaller.health.models.app.OneEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountStepsTest {

    private static final Instant T0 = Instant.parse("2026-03-02T09:00:00Z");

    private final HealthEngine engine = new HealthEngine(ShippedModel.read());
    private final MemoryFoldStore store = new MemoryFoldStore();
    private final AccountSteps steps = new AccountSteps(
            3,
            store.claim(3, UUID.randomUUID(), 0),
            new FoldParts(
                    new OneEngine(engine),
                    store,
                    new StateCache(100_000),
                    new FoldMetrics(new SimpleMeterRegistry()),
                    committed -> {},
                    new FoldParts.Limits(Duration.ofMinutes(15), 10)));
    private final Log log = new Log();
    private final Work work = new Work();

    @Test
    void anAccountWhoseFoldThrowsIsQuarantinedWithTheFactAsALetter() {
        LogEntry.Fact fact = log.usage("e1", "acme", "ann", T0);

        apply(fact, "acme", state -> failing());

        assertThat(work.quarantined()).singleElement().satisfies(account -> {
            assertThat(account.accountId()).isEqualTo("acme");
            assertThat(account.fact()).isEqualTo(fact);
            assertThat(account.letter().reason()).isEqualTo("fold.failed");
            assertThat(account.letter().payload()).contains("\"event\":\"login\"");
        });
    }

    @Test
    void itsFactsFromThenOnAreParkedInOrder() {
        LogEntry.Fact first = log.usage("e1", "acme", "ann", T0);
        LogEntry.Fact second = log.usage("e2", "acme", "ann", T0);

        apply(first, "acme", state -> failing());
        apply(second, "acme", this::folding);

        assertThat(work.parked()).extracting(Work.Parked::fact).containsExactly(first, second);
        assertThat(work.accounts()).isEmpty();
    }

    @Test
    void whatTheAccountWasBeforeTheFailureIsKept() {
        apply(log.usage("e1", "acme", "ann", T0), "acme", this::folding);
        apply(log.usage("e2", "acme", "ann", T0), "acme", state -> failing());

        assertThat(work.accounts())
                .singleElement()
                .satisfies(row -> assertThat(row.held().state().factCount()).isEqualTo(1));
    }

    @Test
    void everybodyElseGoesOn() {
        apply(log.usage("e1", "acme", "ann", T0), "acme", state -> failing());
        apply(log.usage("e2", "globex", "bob", T0), "globex", this::folding);

        assertThat(work.accounts()).extracting(Work.AccountRow::accountId).containsExactly("globex");
    }

    @Test
    void timeDoesNotPassForAnAccountInQuarantine() {
        apply(log.usage("e1", "acme", "ann", T0), "acme", state -> failing());

        steps.advance("acme", log.tick(T0), this::folding, LogState.start(), work);

        assertThat(work.accounts()).isEmpty();
        assertThat(work.quarantined()).hasSize(1);
    }

    private void apply(LogEntry.Fact fact, String account, AccountSteps.Transition transition) {
        steps.apply(account, fact, transition, LogState.start(), work);
    }

    private Step folding(io.playcaller.health.engine.state.AccountState state) {
        LogEntry.Fact usage = new Log().usage("x", state.accountId(), "ann", T0);
        return engine.apply(state, LogState.start(), usage.event());
    }

    private static Step failing() {
        throw new ArithmeticException("long overflow");
    }
}
