package io.playcaller.health.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.health.fold.ClaimedModel;
import io.playcaller.health.rebuild.ClaimedModels.Said;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimedModelsTest {

    private static final ModelActivated ONE = new ModelActivated("one", "1");
    private static final ModelActivated TWO = new ModelActivated("two", "2");

    @Test
    void theIdOfARecordTellsWhereItsClaimStood() {
        Said first = new Said(40, ClaimedModel.id("one", 3, 0), ONE);
        Said second = new Said(90, ClaimedModel.id("two", 3, 88), TWO);

        assertThat(ClaimedModels.of(3, 0, List.of(first, second)))
                .containsEntry(0L, ONE)
                .containsEntry(88L, TWO)
                .hasSize(2);
    }

    @Test
    void whatPeopleActivatedIsHeardWhereItStands() {
        assertThat(ClaimedModels.of(3, 0, List.of(new Said(40, Ids.next(), ONE))))
                .isEmpty();
    }

    @Test
    void aClaimOfBeforeTheLogBeginsIsNotFound() {
        Said said = new Said(40, ClaimedModel.id("one", 3, 5), ONE);

        assertThat(ClaimedModels.of(3, 6, List.of(said))).isEmpty();
    }

    @Test
    void anotherPartitionsClaimIsNotThisOnes() {
        Said said = new Said(40, ClaimedModel.id("one", 2, 5), ONE);

        assertThat(ClaimedModels.of(3, 0, List.of(said))).isEmpty();
    }
}
