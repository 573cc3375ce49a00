package io.playcaller.forecast.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.forecast.engine.contract.CategoryRule.Clause;
import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryRuleTest {

    private static final CategoryRule RULE = CategoryRule.defaults();

    @Test
    void theFirstClauseThatHoldsDecides() {
        ContractSituation plain = Situations.customer().build();
        ContractSituation critical = Situations.customer()
                .signal(Reason.REL_SPONSOR_LEFT, Severity.CRITICAL)
                .stage(RenewalStage.PROPOSAL)
                .build();

        assertThat(RULE.of(plain, 249_999)).isEqualTo(Category.LOST);
        assertThat(RULE.of(plain, 250_000)).isEqualTo(Category.AT_RISK);
        assertThat(RULE.of(plain, 600_000)).isEqualTo(Category.BEST_CASE);
        assertThat(RULE.of(critical, 900_000)).isEqualTo(Category.AT_RISK);
        assertThat(RULE.of(critical, 100_000)).isEqualTo(Category.LOST);
    }

    @Test
    void aCommitNeedsItsStage() {
        assertThat(RULE.of(
                        Situations.customer()
                                .stage(RenewalStage.VALUE_CONFIRMED)
                                .build(),
                        900_000))
                .isEqualTo(Category.BEST_CASE);
        assertThat(RULE.of(Situations.customer().stage(RenewalStage.PROPOSAL).build(), 850_000))
                .isEqualTo(Category.COMMIT);
    }

    @Test
    void aRuleThatLeavesSomeContractWithoutACategoryIsNone() {
        Clause commit = new Clause(Category.COMMIT, null, 850_000, null, false, false);

        assertThatThrownBy(() -> new CategoryRule(List.of(commit))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CategoryRule(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eachCategoryHasTheMiddleOfWhatIsCalledSo() {
        assertThat(RULE.middle(Category.LOST)).hasValue(125_000);
        assertThat(RULE.middle(Category.AT_RISK)).hasValue(425_000);
        assertThat(RULE.middle(Category.BEST_CASE)).hasValue(725_000);
        assertThat(RULE.middle(Category.COMMIT)).hasValue(925_000);
        assertThat(new CategoryRule(List.of(new Clause(Category.BEST_CASE, null, null, null, false, false)))
                        .middle(Category.COMMIT))
                .isEmpty();
    }
}
