package io.playcaller.bench.timer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.work.Clock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The stored body of a task that play-router made, with marks where tasks differ, so that PostgreSQL can make many of it.
 *
 * @param body with {@code @task@}, {@code @run@}, {@code @episode@}, {@code @account@}, {@code @due@} and {@code @later@}
 * @param clocks that run, as the table of timers names them; the first alarm of {@value #SPEAKS} is due at {@code @due@}, all others at {@code @later@}
 */
record TaskTemplate(String body, List<String> clocks) {

    /** The clock that speaks in a measurement. */
    static final String SPEAKS = "ACCEPT";

    TaskTemplate {
        clocks = List.copyOf(clocks);
    }

    /** @throws IOException when it is not the body of a task whose clocks run */
    static TaskTemplate of(String stored) throws IOException {
        ObjectNode task = object(WireJson.mapper().readTree(stored), "");
        object(task, "order").put("taskId", "@task@").put("playRunId", "@run@");
        object(task, "signal").put("episodeId", "@episode@").put("accountId", "@account@");
        task.putArray("openEpisodes").add("@episode@");
        List<String> clocks = new ArrayList<>();
        for (JsonNode clock : task.path("clocks")) {
            String name = WireJson.mapper()
                    .treeToValue(clock.path("clock"), Clock.class)
                    .name();
            mark(object(clock, ""), name.equals(SPEAKS));
            clocks.add(name);
        }
        if (!clocks.contains(SPEAKS)) {
            throw new IOException("the task that play-router made has no clock " + SPEAKS + ": " + stored);
        }
        return new TaskTemplate(task.toString(), clocks);
    }

    private static void mark(ObjectNode clock, boolean speaks) throws IOException {
        clock.put("dueAt", "@later@");
        if (!(clock.path("alarms") instanceof ArrayNode alarms) || alarms.isEmpty()) {
            throw new IOException("a clock without alarms: " + clock);
        }
        for (int i = 0; i < alarms.size(); i++) {
            object(alarms.get(i), "").put("at", speaks && i == 0 ? "@due@" : "@later@");
        }
    }

    /** The object of a name, or the node itself. */
    private static ObjectNode object(JsonNode node, String name) throws IOException {
        JsonNode found = name.isEmpty() ? node : node.path(name);
        if (found instanceof ObjectNode object) {
            return object;
        }
        throw new IOException("no task of play-router: " + node);
    }
}
