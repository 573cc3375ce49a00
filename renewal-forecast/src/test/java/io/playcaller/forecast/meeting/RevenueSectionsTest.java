package io.playcaller.forecast.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.contracts.register.OpportunityStage;
import io.playcaller.forecast.engine.meeting.MeetingKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RevenueSectionsTest {

    private static final LocalDate FROM = LocalDate.of(2026, 7, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 10, 1);
    private static final Faces FACES = new Faces(Map.of("acme", "Acme"), Map.of("acme", "ada"));

    @Test
    void expansionShowsWhatIsOpenAndWhatWasDecidedSinceTheMeetingBefore() {
        Agenda agenda = new Agenda(MeetingKind.WEEKLY, UNTIL, UNTIL.minusDays(7), Instant.EPOCH);

        Section expansion = RevenueSections.expansion(
                List.of(
                        chance("open", OpportunityStage.OPEN, FROM, null),
                        chance("won", OpportunityStage.WON, UNTIL.minusDays(3), UNTIL.minusDays(2)),
                        chance("won-later", OpportunityStage.WON, FROM, UNTIL.plusDays(1)),
                        chance("opened-later", OpportunityStage.OPEN, UNTIL.plusDays(1), null),
                        chance("long-won", OpportunityStage.WON, FROM, FROM)),
                agenda,
                FACES);

        assertThat(expansion.rows())
                .extracting(row -> row.get(0) + " " + row.get(3) + " " + row.get(4))
                .containsExactly("open open false", "won won true", "won-later open false");
    }

    private static OpportunityRecord chance(
            String id, OpportunityStage stage, LocalDate openedOn, @Nullable LocalDate closedOn) {
        return new OpportunityRecord(
                id, "acme", 1, stage, new Money(10_00, "EUR"), null, null, openedOn, null, closedOn, null);
    }
}
