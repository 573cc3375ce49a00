package io.playcaller.ingest.bulk.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.bulk.BulkRow;
import io.playcaller.ingest.bulk.RowOutcome;
import io.playcaller.ingest.bulk.Wanted;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.refusal.Fault;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BulkTallyTest {

    private final BulkTally tally =
            new BulkTally(new BulkUpload(BulkKind.CONTRACTS, false, false, false, new Survey()));

    @Test
    void theProblemsOfRowsWithManyFaultsAreBoundedByTheirFaults() {
        Fault fault = new Fault("/movements/0/movementId", "an id that occurs once", "m");
        refuse(200, Refusal.of(Refusal.FIELD_INVALID, Collections.nCopies(100, fault)));

        BulkAnswer answer = tally.answer(null);

        assertThat(answer.refused()).isEqualTo(200);
        assertThat(answer.problems()).hasSize(100);
    }

    @Test
    void theProblemsOfRowsWithOneFaultAreThoseOfAThousandRows() {
        refuse(1_500, Refusal.field(Refusal.FIELD_INVALID, "/name", "a text", "an object"));

        assertThat(tally.answer(null).problems()).hasSize(1_000);
    }

    private void refuse(int rows, Refusal refusal) {
        RawItem raw = RawItem.whole("application/json", new byte[0], Map.of());
        Step<Wanted> refused = Step.refused(refusal);
        tally.add(
                Collections.nCopies(rows, new BulkRow(1, "c", () -> raw, refused)),
                List.copyOf(Collections.nCopies(rows, RowOutcome.of(refusal))));
    }
}
