package io.playcaller.health.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.SourceAlive;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.fold.Held;
import io.playcaller.health.fold.UnreadableState;
import io.playcaller.health.model.in.ShippedModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountComparisonTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Side NOTHING = new Side(null, false);

    private final HealthEngine engine = new HealthEngine(ShippedModel.read());
    private final AccountComparison comparison = new AccountComparison();

    @Test
    void anAccountThatTheLogMakesAsItStandsIsNoDifference() {
        assertThat(compared(held(used(2), 2), held(used(2), 2))).isEmpty();
        assertThat(compared(NOTHING, NOTHING)).isEmpty();
    }

    @Test
    void otherFactsAreNamedWithHowManyThereAre() {
        assertThat(compared(held(used(3), 3), held(used(2), 2))).hasValueSatisfying(difference -> {
            assertThat(difference.reason()).isEqualTo("other-facts");
            assertThat(difference.fields())
                    .filteredOn(field -> field.name().equals("facts"))
                    .singleElement()
                    .satisfies(field -> {
                        assertThat(field.running()).startsWith("3 facts");
                        assertThat(field.rebuilt()).startsWith("2 facts");
                    });
            assertThat(difference.fields()).contains(new Difference.Field("rev", "3", "2"));
        });
    }

    @Test
    void whereTheLogLostItsBeginningThatIsWhy() {
        Optional<Difference> difference = comparison.of("acme", 3, held(used(3), 3), held(used(2), 2), true);

        assertThat(difference).map(Difference::reason).contains("log-cut");
    }

    @Test
    void theSameFactsThatStandOtherwiseWereJudgedOtherwise() {
        AccountState used = used(2);
        ClockTicked tick = new ClockTicked(AT, List.of(new SourceAlive("web", List.of(Feed.values()), AT)));
        LogState later = LogState.start().fold(Event.of(Envelope.own("t", "usage-ingest", AT, null, 0), tick));
        AccountState otherwise = engine.advance(used, later).state();

        assertThat(compared(held(used, 2), held(otherwise, 2)))
                .map(Difference::reason)
                .contains("judged-otherwise");
    }

    @Test
    void theSameByAnotherNumberOfStepsIsNamedAsThat() {
        assertThat(compared(held(used(2), 9), held(used(2), 2))).hasValueSatisfying(difference -> {
            assertThat(difference.reason()).isEqualTo("other-steps");
            assertThat(difference.fields()).containsExactly(new Difference.Field("rev", "9", "2"));
        });
    }

    @Test
    void whatOnlyOneOfThemHasIsNamed() {
        assertThat(compared(held(used(1), 1), NOTHING)).map(Difference::reason).contains("only-running");
        assertThat(compared(NOTHING, held(used(1), 1))).map(Difference::reason).contains("only-rebuilt");
    }

    @Test
    void anAccountThatFailedAndFailsNoLongerIsMended() {
        Side unreadable = new Side(new UnreadableState("state of version 99"), false);
        Side waits = new Side(new Held(used(1), 1), true);
        Side well = held(used(3), 3);

        assertThat(compared(unreadable, well)).map(Difference::reason).contains("mended");
        assertThat(compared(waits, well)).map(Difference::reason).contains("mended");
        assertThat(compared(well, waits)).map(Difference::reason).contains("failed-anew");
    }

    private Optional<Difference> compared(Side running, Side rebuilt) {
        return comparison.of("acme", 3, running, rebuilt, false);
    }

    private static Side held(@Nullable AccountState state, long rev) {
        return new Side(state == null ? null : new Held(state, rev), false);
    }

    private AccountState used(int times) {
        AccountState state = engine.fresh("acme");
        for (int i = 0; i < times; i++) {
            Envelope envelope = new Envelope("e" + i, "web", AT.plusSeconds(i), "acme", FactOrigin.LIVE, AT, 0);
            UsageRecorded use = new UsageRecorded("acme", "login", null, null, "ann", 1, true);
            state = engine.apply(state, LogState.start(), Event.of(envelope, use))
                    .state();
        }
        return state;
    }
}
