package io.playcaller.router.task.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.task.TaskFilter;
import io.playcaller.router.task.TaskFilter.About;
import io.playcaller.router.task.TaskFilter.Due;
import io.playcaller.router.task.TaskFilter.Who;
import io.playcaller.router.task.out.PgTaskQueries.Position;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskConditionsTest {

    private static final String EVIL = "x' or true; drop table task; --";
    private static final TaskFilter ALL = new TaskFilter(
            null, null, new Who(null, null, null), new About(null, null, null, null), new Due(null, null));

    @Test
    void whatSomebodyAsksForIsNeverPartOfTheText() {
        TaskFilter filter = new TaskFilter(
                true,
                false,
                new Who(EVIL, List.of(EVIL), EVIL),
                new About(EVIL, EVIL, Reason.USAGE_DROP, Severity.HIGH),
                new Due(true, Instant.EPOCH));

        TaskConditions conditions = TaskConditions.of(filter).past(new Position(BigDecimal.ONE, UUID.randomUUID()));

        assertThat(conditions.sql()).doesNotContain("drop table", "'", "usage", "HIGH", "1970");
        assertThat(conditions.parameters().size()).isEqualTo(10);
        assertThat(conditions.sql()).contains("$1", "$10").doesNotContain("$11", "%s");
    }

    @Test
    void aFurtherPageEntersTheIndexWhereTheOneBeforeEnded() {
        UUID last = UUID.randomUUID();

        TaskConditions conditions = TaskConditions.of(ALL).past(new Position(BigDecimal.TEN, last));

        assertThat(conditions.sql())
                .isEqualTo(
                        "true and value_at_risk <= $1::numeric and (value_at_risk < $1::numeric or task_id > $2::uuid)");
        assertThat(conditions.parameters().getValue(0)).isEqualTo(BigDecimal.TEN);
        assertThat(conditions.parameters().getValue(1)).isEqualTo(last);
    }

    @Test
    void nobodyIsNotAPersonOfThatName() {
        TaskFilter nobodys = new TaskFilter(null, null, new Who(TaskFilter.NOBODY, null, null), ALL.about(), ALL.due());

        assertThat(TaskConditions.of(nobodys).sql()).isEqualTo("true and assignee is null");
    }
}
