package io.playcaller.health.rebuild;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which tables follow from the log, and so are made anew, and which do not. Every table is in one of the two lists. */
public final class RebuildTables {

    /** They change places with those of the rebuild; a table that lies in parts before its parts. */
    public static final List<String> REBUILT = Stream.of(
                    inParts("account_state"),
                    inParts("health_history"),
                    Stream.of("signal", "quarantine", "parked_fact"))
            .flatMap(tables -> tables)
            .toList();

    /**
     * They stay: what was said here and nowhere else, what is on its way, and whose turn it is. {@code checkpoint} takes over where
     * the rebuild stands and keeps its epochs; {@code shadow_score} is emptied, {@code history_sweep} begins anew.
     */
    public static final List<String> KEPT = List.of(
            "checkpoint",
            "shadow_score",
            "history_sweep",
            "model",
            "model_activation",
            "model_in_force",
            "model_shadow",
            "score_override",
            "judged_account",
            "peer_count",
            "rebuild",
            "rebuild_difference",
            "outbox",
            "outbox_lease",
            "outbox_replica",
            "clock_offset",
            "flyway_schema_history");

    /** It reads tables that are rebuilt, and goes where they go. */
    public static final String VIEW = "account_listed";

    private RebuildTables() {}

    /** As many as the migration makes that says {@code partition by hash (account_id)}. */
    private static Stream<String> inParts(String table) {
        return Stream.concat(Stream.of(table), IntStream.range(0, 8).mapToObj(part -> table + "_" + part));
    }
}
