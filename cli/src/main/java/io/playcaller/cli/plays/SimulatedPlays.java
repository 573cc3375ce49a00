package io.playcaller.cli.plays;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Columns;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * What plays would have done, as lines for people.
 *
 * @param answer of {@code POST /v1/plays/simulate}
 * @param compares whether other rules than those in force were tried
 */
record SimulatedPlays(JsonNode answer, boolean compares) {

    private static final int NAMED = 5;
    private static final double MINUTES_OF_AN_HOUR = 60.0;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%d signals since %s%s"
                .formatted(
                        answer.path("signals").asInt(),
                        Columns.minute(answer.path("since").asText()),
                        answer.path("truncated").asBoolean() ? ", a part of them: there are more" : ""));
        lines.add("");
        lines.addAll(Columns.aligned(plays()));
        lines.add("");
        lines.addAll(Columns.aligned(roles()));
        lines.add("");
        lines.addAll(Columns.aligned(stopped()));
        return lines;
    }

    private JsonNode now() {
        return answer.path("inForce");
    }

    private JsonNode then() {
        return answer.path("proposed");
    }

    /** A row for each play that does anything on either side. */
    private List<List<String>> plays() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("play", "runs", "joined", "follow-ups", "hours", "accounts", "most on"));
        TreeSet<String> keys = new TreeSet<>();
        for (JsonNode side : List.of(now(), then())) {
            side.path("plays").forEach(play -> {
                if (play.path("runs").asInt()
                                + play.path("joined").asInt()
                                + play.path("followUps").asInt()
                        > 0) {
                    keys.add(play.path("play").asText());
                }
            });
        }
        for (String key : keys) {
            JsonNode before = play(now(), key);
            JsonNode after = play(then(), key);
            rows.add(row(
                    key,
                    change(before.path("runs").asInt(), after.path("runs").asInt()),
                    change(before.path("joined").asInt(), after.path("joined").asInt()),
                    change(
                            before.path("followUps").asInt(),
                            after.path("followUps").asInt()),
                    hours(before.path("minutes").asLong(), after.path("minutes").asLong()),
                    change(
                            before.path("accountsInAll").asInt(),
                            after.path("accountsInAll").asInt()),
                    mostOn(after)));
        }
        return rows;
    }

    private static JsonNode play(JsonNode side, String key) {
        for (JsonNode play : side.path("plays")) {
            if (play.path("play").asText().equals(key)) {
                return play;
            }
        }
        return side.path("none");
    }

    /** The accounts with the most runs; they come in that order. */
    private static String mostOn(JsonNode play) {
        List<String> most = new ArrayList<>();
        Iterator<Map.Entry<String, JsonNode>> accounts =
                play.path("accounts").properties().iterator();
        while (accounts.hasNext() && most.size() < NAMED) {
            Map.Entry<String, JsonNode> account = accounts.next();
            most.add(
                    account.getValue().asInt() == 1
                            ? account.getKey()
                            : account.getKey() + " ×" + account.getValue().asInt());
        }
        return String.join(", ", most);
    }

    private List<List<String>> roles() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("role", "hours", "busiest week"));
        for (String role : keys("minutesByRoleAndWeek")) {
            JsonNode before = now().path("minutesByRoleAndWeek").path(role);
            JsonNode after = then().path("minutesByRoleAndWeek").path(role);
            rows.add(row(role, hours(sum(before), sum(after)), busiest(after)));
        }
        return rows;
    }

    private static long sum(JsonNode weeks) {
        long sum = 0;
        for (JsonNode minutes : weeks) {
            sum += minutes.asLong();
        }
        return sum;
    }

    private static String busiest(JsonNode weeks) {
        String week = "";
        long most = 0;
        for (Map.Entry<String, JsonNode> entry : weeks.properties()) {
            if (entry.getValue().asLong() > most) {
                most = entry.getValue().asLong();
                week = entry.getKey();
            }
        }
        return week.isEmpty() ? "" : "%s: %s".formatted(week, hours(most));
    }

    private List<List<String>> stopped() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("no task because", "signals"));
        for (String reason : keys("stopped")) {
            rows.add(row(
                    reason,
                    change(
                            now().path("stopped").path(reason).asInt(),
                            then().path("stopped").path(reason).asInt())));
        }
        return rows;
    }

    private TreeSet<String> keys(String part) {
        TreeSet<String> keys = new TreeSet<>();
        now().path(part).fieldNames().forEachRemaining(keys::add);
        then().path(part).fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private String change(int before, int after) {
        return compares ? before + " → " + after : String.valueOf(after);
    }

    private String hours(long before, long after) {
        return compares ? hours(before) + " → " + hours(after) : hours(after);
    }

    private static String hours(long minutes) {
        return String.format(Locale.ROOT, "%.1f", minutes / MINUTES_OF_AN_HOUR);
    }

    private static List<String> row(String... cells) {
        return List.of(cells);
    }
}
