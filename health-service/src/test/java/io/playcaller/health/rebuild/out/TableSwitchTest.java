package io.playcaller.health.rebuild.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.health.rebuild.RebuildTables;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableSwitchTest {

    private final List<String> statements = new TableSwitch("health", "anew").statements();

    @Test
    void everyRebuiltTableLeavesBeforeItsSuccessorComes() {
        for (String table : RebuildTables.REBUILT) {
            String leaves = "alter table \"health\".\"%s\" set schema \"anew_before\"".formatted(table);
            String comes = "alter table \"anew\".\"%s\" set schema \"health\"".formatted(table);

            assertThat(statements).containsSubsequence(leaves, comes);
        }
    }

    @Test
    void tablesAreLockedBeforeAnyIsTouchedAndAfterTheSweepOfHistory() {
        int locked = indexOf("lock table");

        assertThat(indexOf("update history_sweep")).isLessThan(locked);
        assertThat(indexOf("update \"anew\".\"account_state\"")).isGreaterThan(locked);
        assertThat(indexOf("alter ")).isGreaterThan(locked);
    }

    private int indexOf(String beginning) {
        return statements.indexOf(statements.stream()
                .filter(statement -> statement.startsWith(beginning))
                .findFirst()
                .orElseThrow());
    }
}
