package io.playcaller.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.cli.http.Answer;
import io.playcaller.cli.http.Session;
import io.playcaller.quickstart.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks at signals and tasks while the demo's facts take effect. */
final class DemoWatch {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_MILLIS = 500;

    private final Session session;
    private final Terminal terminal;

    DemoWatch(Session session, Terminal terminal) {
        this.session = session;
        this.terminal = terminal;
    }

    /**
     * Waits until there is a task for every account that should have one, and for the silent source; what does not come is
     * for {@code demo verify}.
     */
    void awaitTasks(Truth truth) {
        long wanted = truth.accounts().stream()
                        .filter(account -> account.fires() == Truth.Fires.LIVE)
                        .count()
                + 1;
        long began = System.nanoTime();
        boolean first = true;
        while (true) {
            List<JsonNode> tasks = all(Service.PLAY_ROUTER, "/v1/tasks?state=open&limit=200");
            double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
            if (first && !tasks.isEmpty()) {
                first = false;
                terminal.line(String.format(Locale.ROOT, "First task after %.1f s: %s", seconds, words(tasks.get(0))));
            }
            long served = accounts(tasks);
            if (served >= wanted || seconds > PATIENCE.toSeconds()) {
                terminal.line(String.format(Locale.ROOT, "%d tasks after %.1f s.", tasks.size(), seconds));
                return;
            }
            terminal.live("  %d of %d accounts have a task".formatted(served, wanted));
            pause();
        }
    }

    /** With that of the source, which is none's: a play may give an account several tasks at once. */
    private static long accounts(List<JsonNode> tasks) {
        return tasks.stream()
                .map(task -> task.path("accountId").asText())
                .distinct()
                .count();
    }

    private static String words(JsonNode task) {
        return "%s for %s, %s"
                .formatted(
                        task.path("title").asText(),
                        task.path("accountName").asText(),
                        task.path("assignee").path("name").asText("nobody"));
    }

    /** All pages of a list. */
    List<JsonNode> all(Service service, String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            Answer answer = session.get(service, cursor.isEmpty() ? path : path + "&cursor=" + cursor);
            if (!answer.ok()) {
                throw new Refused("%s answers %d: %s".formatted(service.module(), answer.status(), answer.detail()));
            }
            answer.body().path("items").forEach(items::add);
            cursor = answer.body().path("next").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return items;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted", e);
        }
    }
}
