package io.playcaller.forecast.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.contracts.register.OpportunityStage;
import io.playcaller.forecast.engine.contract.RenewalStage;
import io.playcaller.forecast.engine.process.OpportunityRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldOpportunityTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final LocalDate END = LocalDate.of(2026, 7, 1);
    private static final OpportunityRule RULE = new OpportunityRule(180, RenewalStage.PREPARING, RenewalStage.VERBAL);

    @Test
    void theFurthestOpportunityOfAContractMovesIt() {
        assertThat(moves(RenewalStage.NOT_STARTED, told("o1", OpportunityStage.WON), told("o2", OpportunityStage.OPEN)))
                .singleElement()
                .satisfies(move -> {
                    assertThat(move.stage()).isEqualTo(RenewalStage.VERBAL);
                    assertThat(move.author()).isEqualTo(StageMove.REGISTER);
                    assertThat(move.reason()).isEqualTo("opportunity o1 is won");
                });
    }

    @Test
    void itMovesNothingBack() {
        assertThat(moves(RenewalStage.PROPOSAL, told("o1", OpportunityStage.OPEN)))
                .isEmpty();
    }

    @Test
    void whatItSaysHasOneIdSoThatPeopleMayMoveItBack() {
        List<StageMove> first = moves(RenewalStage.NOT_STARTED, told("o1", OpportunityStage.OPEN));

        assertThat(ToldOpportunity.moves(
                        List.of(new ToldOpportunity(
                                told("o1", OpportunityStage.OPEN), "c1", END, RenewalStage.NOT_STARTED)),
                        RULE,
                        NOW.plusSeconds(86_400)))
                .extracting(StageMove::moveId)
                .containsExactly(first.get(0).moveId());
    }

    @Test
    void oneOfLongAgoAndOneThatWasLostSayNothing() {
        OpportunityRecord old = opportunity("o1", OpportunityStage.WON, END.minusDays(181));

        assertThat(moves(RenewalStage.NOT_STARTED, old, told("o2", OpportunityStage.LOST)))
                .isEmpty();
    }

    private static List<StageMove> moves(RenewalStage stage, OpportunityRecord... told) {
        return ToldOpportunity.moves(
                List.of(told).stream()
                        .map(one -> new ToldOpportunity(one, "c1", END, stage))
                        .toList(),
                RULE,
                NOW);
    }

    private static OpportunityRecord told(String id, OpportunityStage stage) {
        return opportunity(id, stage, END.minusDays(180));
    }

    private static OpportunityRecord opportunity(String id, OpportunityStage stage, LocalDate openedOn) {
        return new OpportunityRecord(id, "acme", 1, stage, new Money(5, "EUR"), null, "c1", openedOn, null, null, null);
    }
}
