package io.playcaller.system;

import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.testkit.PlaycallerStack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What health-service stored: how often it counted, and how far its partitions are folded. Of the tests nobody else opens its states. */
final class StoredFacts {

    /**
     * What one account's state counted.
     *
     * @param facts of any kind
     * @param uses of the product, quantities added up
     */
    record Counted(long facts, long uses) {}

    /**
     * States as they stood at one moment, and how far each partition was folded then.
     *
     * @param states bytes by account
     */
    record Snapshot(Map<Integer, Long> nextOffsets, Map<String, String> states) {

        /** Of the chapter's accounts alone. */
        Map<String, String> states(String chapter) {
            return states.entrySet().stream()
                    .filter(state -> state.getKey().startsWith(chapter + "-"))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    private final StateCodec codec = new StateCodec();
    private final PlaycallerStack stack;

    StoredFacts(PlaycallerStack stack) {
        this.stack = stack;
    }

    Map<String, Counted> counted(String chapter) {
        String sql = "select account_id, state from account_state where account_id like '" + chapter + "-%'";
        Map<String, Counted> counted = new TreeMap<>();
        query(sql, row -> {
            AccountState state = codec.decode(row.getBytes("state"));
            counted.put(row.getString("account_id"), new Counted(state.factCount(), uses(state)));
        });
        return counted;
    }

    private static long uses(AccountState state) {
        long today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).toEpochDay();
        return state.facts().usage().sum(today - 3, today);
    }

    /** What stands in one statement, and so at one moment: commits move states and checkpoints together. */
    Snapshot snapshot() {
        Snapshot snapshot = new Snapshot(new TreeMap<>(), new TreeMap<>());
        query(
                "select partition, next_offset, null as account_id, null as state from checkpoint union all"
                        + " select null, null, account_id, state from account_state",
                row -> {
                    if (row.getString("account_id") == null) {
                        snapshot.nextOffsets().put(row.getInt("partition"), row.getLong("next_offset"));
                    } else {
                        snapshot.states()
                                .put(row.getString("account_id"), HexFormat.of().formatHex(row.getBytes("state")));
                    }
                });
        return snapshot;
    }

    /** Whether everything before these ends of the partitions is folded. */
    boolean isFolded(Map<Integer, Long> ends) {
        Map<Integer, Long> now = new TreeMap<>();
        query(
                "select partition, next_offset from checkpoint",
                row -> now.put(row.getInt("partition"), row.getLong("next_offset")));
        return ends.entrySet().stream().allMatch(end -> now.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, Row reader) {
        try (var connection = stack.dataSource("health").getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
