package io.playcaller.cli.offboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What somebody who leaves has, and whose it is then, as lines for people.
 *
 * @param answer of {@code POST /v1/offboard/{staffId}}; a preview has no {@code leavesAt}
 */
record OffboardLines(JsonNode answer) {

    private static final String NOBODY = "nobody: it stands before CS Ops";

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(head());
        part(
                lines,
                "Tasks",
                answer.path("tasks"),
                task -> List.of(
                        task.path("title").asText(),
                        task.path("accountId").asText("-"),
                        task.path("severity").asText(),
                        to(task, NOBODY)));
        part(
                lines,
                "Accounts; the register says who has them",
                answer.path("accounts"),
                account -> List.of(
                        account.path("name").asText(account.path("accountId").asText()),
                        account.path("role").asText(),
                        to(account, "nobody")));
        JsonNode duties = answer.path("duties");
        part(
                lines,
                "Hand-overs to them",
                duties.path("handOvers"),
                handOver -> List.of(
                        handOver.path("accountId").asText(),
                        handOver.path("role").asText(),
                        to(handOver, "nobody: withdrawn")));
        part(
                lines,
                "Silences of theirs",
                duties.path("silences"),
                silence -> List.of(
                        silence.path("silenceId").asText(),
                        "until " + Columns.minute(silence.path("until").asText()),
                        to(silence, "nobody: it stays as it is")));
        part(
                lines,
                "Whose deputy they are",
                duties.path("deputies"),
                deputy -> List.of(deputy.path("staffId").asText(), to(deputy, "nobody")));
        part(
                lines,
                "In tools",
                answer.path("tools"),
                copy -> List.of(
                        copy.path("connector").asText(),
                        copy.path("externalId").asText(),
                        copy.path("told").asText("not told")));
        part(
                lines,
                "Whom they manage: each needs another manager",
                answer.path("managerOf"),
                person -> List.of(person.asText()));
        part(
                lines,
                "Tasks that cannot be read, which stay theirs",
                answer.path("unreadable"),
                task -> List.of(task.asText()));
        lines.add("");
        lines.add("What they set by hand of accounts' health: health-service, "
                + answer.path("overrides").asText());
        return lines;
    }

    private String head() {
        String who = answer.path("staffId").asText();
        return answer.hasNonNull("leavesAt")
                ? "%s leaves at %s UTC. What they had, and whose it is now:"
                        .formatted(who, Columns.minute(answer.path("leavesAt").asText()))
                : "What %s has, and whose it would be:".formatted(who);
    }

    private static void part(List<String> lines, String name, JsonNode items, Function<JsonNode, List<String>> cells) {
        if (items.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        items.forEach(item -> {
            List<String> row = new ArrayList<>(List.of(" "));
            row.addAll(cells.apply(item));
            rows.add(row);
        });
        lines.add("");
        lines.add("%s (%d)".formatted(name, items.size()));
        lines.addAll(Columns.aligned(rows));
    }

    private static String to(JsonNode item, String nobody) {
        return "to " + item.path("to").asText(nobody);
    }
}
