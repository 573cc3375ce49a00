package io.playcaller.cli.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A rebuild, in words. */
final class RebuildLines {

    private RebuildLines() {}

    /** A run whole: whose it is, how it stands, each partition, and what it found. */
    static List<String> whole(JsonNode rebuild) {
        List<String> lines = new ArrayList<>();
        boolean ended = rebuild.hasNonNull("endedAt");
        lines.add("%s, begun by %s on %s UTC: %s"
                .formatted(
                        ended ? state(rebuild) + " on " + minute(rebuild, "endedAt") + " UTC" : state(rebuild),
                        rebuild.path("author").asText(),
                        minute(rebuild, "startedAt"),
                        rebuild.path("reason").asText()));
        JsonNode report = rebuild.path("report");
        if (report.hasNonNull("why")) {
            lines.add(report.path("why").asText());
        }
        if (!ended) {
            lines.add(now(rebuild));
        }
        lines.addAll(partitions(report.path("partitions")));
        lines.addAll(verdict(report.path("verdict")));
        return lines;
    }

    static String state(JsonNode rebuild) {
        return rebuild.path("state").asText();
    }

    static String phase(JsonNode rebuild) {
        return rebuild.path("report").path("phase").asText();
    }

    /** In one line what it does: of partitions, which are folded one after the other, the one in work. */
    static String now(JsonNode rebuild) {
        for (JsonNode partition : rebuild.path("report").path("partitions")) {
            if (left(partition) > 0) {
                return "%s: partition %d, %,d of %,d records are left%s"
                        .formatted(
                                phase(rebuild),
                                partition.path("partition").asInt(),
                                left(partition),
                                partition.path("until").asLong()
                                        - partition.path("begin").asLong(),
                                pace(partition));
            }
        }
        return phase(rebuild);
    }

    private static long left(JsonNode partition) {
        return partition.path("until").asLong() - partition.path("offset").asLong();
    }

    private static String pace(JsonNode partition) {
        String pace = String.format(
                Locale.ROOT,
                ", %,d a second",
                partition.path("recordsPerSecond").asLong());
        return partition.hasNonNull("secondsLeft")
                ? pace + ", some %,d s".formatted(partition.path("secondsLeft").asLong())
                : pace;
    }

    private static List<String> partitions(JsonNode partitions) {
        if (partitions.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("PARTITION", "FOLDED", "OF", "THE LOG"));
        for (JsonNode partition : partitions) {
            long begin = partition.path("begin").asLong();
            rows.add(List.of(
                    partition.path("partition").asText(),
                    Long.toString(partition.path("offset").asLong() - begin),
                    Long.toString(partition.path("until").asLong() - begin),
                    partition.path("logCut").asBoolean() ? "cut at " + begin : "whole"));
        }
        return Columns.aligned(rows);
    }

    private static List<String> verdict(JsonNode verdict) {
        if (!verdict.isObject()) {
            return List.of();
        }
        long accounts = verdict.path("accounts").asLong();
        JsonNode differences = verdict.path("differences");
        if (differences.isEmpty()) {
            return List.of("All of %,d accounts are as the log makes them.".formatted(accounts));
        }
        List<String> lines = new ArrayList<>();
        lines.add("Of %,d accounts these differ; ./playcaller rebuild compare names them:".formatted(accounts));
        differences
                .properties()
                .forEach(count ->
                        lines.add("  %,8d  %s".formatted(count.getValue().asLong(), count.getKey())));
        return lines;
    }

    /** Accounts that differ, each with all that does. */
    static List<String> differences(JsonNode page) {
        List<String> lines = new ArrayList<>();
        for (JsonNode account : page.path("items")) {
            lines.add("%s  %s"
                    .formatted(
                            account.path("accountId").asText(),
                            account.path("reason").asText()));
            for (JsonNode field : account.path("fields")) {
                lines.add("    %s: stands as %s, the log makes %s"
                        .formatted(
                                field.path("name").asText(),
                                field.path("running").asText("nothing"),
                                field.path("rebuilt").asText("nothing")));
            }
        }
        int shown = page.path("items").size();
        lines.add(page.hasNonNull("next") ? shown + " shown, there are more." : shown + " in all.");
        return lines;
    }

    private static String minute(JsonNode rebuild, String field) {
        return Columns.minute(rebuild.path(field).asText());
    }
}
