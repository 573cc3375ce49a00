package io.playcaller.cli.sla;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Columns;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The answer of a preview as lines for people, by the wall clock of its calendar. Days that are alike stand on one line.
 *
 * @param answer of {@code POST /v1/sla/preview}
 */
record PreviewLines(JsonNode answer) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String policy = answer.path("policy").asText("");
        lines.add("Made %s (%s)%s"
                .formatted(time(answer.path("at")), zone(), policy.isEmpty() ? "" : ", by the policy " + policy));
        for (JsonNode clock : answer.path("clocks")) {
            lines.add("");
            lines.add("%s: %s of %s, until %s"
                    .formatted(
                            clock.path("clock").asText(),
                            amount(clock.path("target")),
                            clock.path("calendar").asText(),
                            time(clock.path("dueAt"))));
            lines.addAll(Columns.aligned(alarms(clock.path("alarms"))));
            lines.addAll(Columns.aligned(days(clock.path("path"))));
        }
        return lines;
    }

    private List<List<String>> alarms(JsonNode alarms) {
        List<List<String>> rows = new ArrayList<>();
        alarms.forEach(alarm -> rows.add(List.of(
                " ",
                alarm.path("kind").asText(),
                time(alarm.path("at")),
                alarm.path("tell").asText(""))));
        return rows;
    }

    private static List<List<String>> days(JsonNode path) {
        List<List<String>> rows = new ArrayList<>();
        for (int at = 0; at < path.size(); ) {
            int last = at;
            while (last + 1 < path.size() && alike(path.get(at), path.get(last + 1))) {
                last++;
            }
            String first = path.get(at).path("date").asText();
            rows.add(List.of(
                    " ",
                    last == at
                            ? first
                            : first + " to " + path.get(last).path("date").asText(),
                    amount(path.get(at).path("consumed")),
                    amount(path.get(last).path("total")),
                    path.get(at).path("why").asText("")));
            at = last + 1;
        }
        return rows;
    }

    private static boolean alike(JsonNode one, JsonNode other) {
        return one.path("consumed").equals(other.path("consumed"))
                && one.path("why").equals(other.path("why"));
    }

    private String time(JsonNode instant) {
        return TIME.format(Instant.parse(instant.asText()).atZone(ZoneId.of(zone())));
    }

    private String zone() {
        return answer.path("zone").asText();
    }

    private static String amount(JsonNode iso) {
        Duration amount = Duration.parse(iso.asText());
        String hours = amount.toHours() + "h";
        return amount.toMinutesPart() == 0 ? hours : hours + " " + amount.toMinutesPart() + "min";
    }
}
