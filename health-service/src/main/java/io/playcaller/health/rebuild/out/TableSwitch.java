package io.playcaller.health.rebuild.out;

import io.playcaller.health.rebuild.RebuildTables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements by which rebuilt tables change places with those that stand, which go into a schema of their own. All are moved
 * with their indexes, so that names stay what they are.
 *
 * @param running schema that is in use
 * @param rebuilt schema of the rebuild
 */
record TableSwitch(String running, String rebuilt) {

    /** To be run in one transaction that has locked {@code checkpoint}. Waits for the sweep of history before it locks tables. */
    List<String> statements() {
        String before = before(rebuilt);
        List<String> statements = new ArrayList<>();
        statements.add("update history_sweep set thinned_to = null, thinning_to = null, after_account = ''");
        statements.add("lock table " + locked() + " in access exclusive mode");
        statements.add(revisions());
        statements.add("truncate shadow_score");
        statements.add("drop view if exists " + place(before, RebuildTables.VIEW));
        RebuildTables.REBUILT.forEach(table -> statements.add("drop table if exists " + place(before, table)));
        statements.addAll(moved(running, before));
        statements.addAll(moved(rebuilt, running));
        return statements;
    }

    /** Where what was replaced goes. */
    static String before(String rebuilt) {
        return rebuilt + "_before";
    }

    private String locked() {
        return Stream.concat(RebuildTables.REBUILT.stream(), Stream.of("shadow_score"))
                .map(table -> place(running, table))
                .collect(Collectors.joining(", "));
    }

    /**
     * Readers ignore a revision that is not higher than the last: of an account that was told further than the rebuild has it, what
     * comes next must stand above. Of one that is equal the same revisions are told again, of the same changes.
     */
    private String revisions() {
        return """
                update %1$s n set rev = greatest(n.rev, a.rev)
                  from %2$s a join rebuild_difference d on d.account_id = a.account_id
                 where n.account_id = a.account_id
                """.formatted(place(rebuilt, "account_state"), place(running, "account_state"));
    }

    /** The view first: it goes by what its tables are, not by their names. */
    private static List<String> moved(String from, String to) {
        List<String> moved = new ArrayList<>();
        moved.add("alter view %s set schema \"%s\"".formatted(place(from, RebuildTables.VIEW), to));
        RebuildTables.REBUILT.forEach(
                table -> moved.add("alter table %s set schema \"%s\"".formatted(place(from, table), to)));
        return moved;
    }

    private static String place(String schema, String table) {
        return '"' + schema + "\".\"" + table + '"';
    }
}
