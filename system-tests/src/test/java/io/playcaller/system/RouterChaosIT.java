package io.playcaller.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Topic;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.playcaller.testkit.TestTopics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two replicas of play-router fire the clocks of many tasks, from their creation until their plays give up, while business time
 * goes ahead in steps, a replica at random is killed whenever both work, PostgreSQL restarts twice, and people acknowledge a third
 * of the tasks: each alarm fires once, none early, and the time to accept says nothing after an acceptance.
 */
class RouterChaosIT {

    private static final int TASKS = Integer.getInteger("playcaller.system.chaos.tasks", 240);
    private static final long SEED = 20_261_127;

    /** Longer for many tasks: twenty a second are made and fired even while replicas are killed. */
    private static final Duration PATIENCE = Duration.ofSeconds(300 + TASKS / 20);

    private static final int ACKNOWLEDGED_OF = 3;
    private static final int PEOPLE = 4;

    /** Of PostgreSQL; whoever starts just then ends, and is started again. */
    private static final int RESTARTS = 2;

    /** In small steps across every alarm of the time to accept, whatever the day is; then day by day until all plays give up. */
    private static final Duration SMALL = Duration.ofHours(2);

    private static final int SMALL_STEPS = 48;
    private static final Duration LARGE = Duration.ofDays(1);
    private static final int LARGE_STEPS = 60;

    private final String prefix = PlaycallerStack.topicPrefix() + "chaos-";
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final SteppedTime time = new SteppedTime();

    @TempDir
    Path directory;

    @Test
    void eachAlarmFiresOnceAndNoneEarly() throws Exception {
        try (OwnPostgres postgres = new OwnPostgres(directory.resolve("postgres"));
                ServiceProcess first = replica(postgres, 1);
                ServiceProcess second = replicaAfter(first, postgres)) {
            FiredAlarms alarms = new FiredAlarms(postgres);
            int kills;
            try (Killer killer =
                    new Killer(List.of(first, second), SEED, started -> !postgres.wasThereSince(started))) {
                tellSignals();
                // A slow machine takes as long to start a replica as others to let all plays give up.
                await("somebody is killed").atMost(PATIENCE).until(() -> killer.kills() > 0);
                await("each signal has its task")
                        .atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() -> tasks(postgres) == TASKS);
                live(postgres, alarms, List.of(first, second));
                kills = killer.kills();
            }

            assertThat(tasks(postgres)).as("tasks").isEqualTo(TASKS);
            assertThat(kills).as("replicas that were killed").isPositive();
            alarms.requireEachOnceAndNoneEarly();
            assertThat(
                            postgres.number(
                                    "select count(*) from router.task_log where transition in ('ACKNOWLEDGED', 'ASSIGNED') and clock is null"))
                    .as("tasks that somebody accepted")
                    .isEqualTo((TASKS + ACKNOWLEDGED_OF - 1) / ACKNOWLEDGED_OF);
            assertThat(postgres.number("select count(*) from router.task_log where transition = 'ESCALATED'"))
                    .isPositive();
            say(kills, alarms);
        }
    }

    /** Time goes ahead; after each step all that is due fires, while people acknowledge. */
    private void live(OwnPostgres postgres, FiredAlarms alarms, List<ServiceProcess> replicas) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            for (int step = 0; step < SMALL_STEPS + LARGE_STEPS; step++) {
                goAhead(postgres, step < SMALL_STEPS ? SMALL : LARGE);
                List<Future<?>> acts = step < SMALL_STEPS
                        ? acknowledgedAt(postgres, step).stream()
                                .<Future<?>>map(task -> people.submit(() -> acknowledge(task, replicas)))
                                .toList()
                        : List.of();
                if (step == SMALL_STEPS / 2 || step == SMALL_STEPS + LARGE_STEPS / 2) {
                    postgres.restart();
                }
                for (Future<?> act : acts) {
                    act.get();
                }
                await("what is due has fired")
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(50))
                        .ignoreExceptions()
                        .until(() -> alarms.overdue() == 0);
            }
        } finally {
            people.shutdownNow();
        }
    }

    private void goAhead(OwnPostgres postgres, Duration by) {
        List<Map.Entry<Instant, Duration>> stepped = postgres.rows(
                """
                update router.clock_offset set offset_value = offset_value + make_interval(secs => %d)
                returning clock_timestamp(), extract(epoch from offset_value)::bigint""".formatted(by.toSeconds()),
                row -> Map.entry(
                        row.getObject(1, OffsetDateTime.class).toInstant(), Duration.ofSeconds(row.getLong(2))));
        time.stepped(stepped.get(0).getKey(), stepped.get(0).getValue());
    }

    /** Every third task is acknowledged, spread over the small steps. */
    private static List<String> acknowledgedAt(OwnPostgres postgres, int step) {
        return postgres.rows(
                """
                select task_id::text from router.task
                where substr(account_id, 7)::int %% %d = 0 and substr(account_id, 7)::int / %d %% %d = %d""".formatted(ACKNOWLEDGED_OF, ACKNOWLEDGED_OF, SMALL_STEPS, step), row -> row.getString(1));
    }

    /** Asks one replica after the other until one has done it. */
    private void acknowledge(String task, List<ServiceProcess> replicas) {
        await("somebody acknowledges " + task)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> replicas.stream().anyMatch(replica -> isAcknowledged(replica, task)));
    }

    private boolean isAcknowledged(ServiceProcess replica, String task) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(replica.url() + "/v1/tasks/" + task + "/acknowledge"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Authorization", TestTokens.bearer("ana", "csm"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException down) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static long tasks(OwnPostgres postgres) {
        return postgres.number("select count(*) from router.task");
    }

    private void tellSignals() {
        try (TestTopics topics = PlaycallerStack.shared().topics()) {
            for (int i = 0; i < TASKS; i++) {
                topics.produce(TroubleSignal.usageDrop(Topic.SIGNALS.name(prefix), "chaos-" + i));
            }
        }
    }

    private ServiceProcess replica(OwnPostgres postgres, int number) {
        Map<String, String> own = new HashMap<>(postgres.config("router"));
        own.putAll(Installation.routerConfig());
        own.put("playcaller.topic-prefix", prefix);
        own.put("playcaller.clock.adjustable", "true");
        return Installation.process("play-router", "router-chaos-" + number, "router", directory, own);
    }

    /** The first makes the tables and the topics. */
    private ServiceProcess replicaAfter(ServiceProcess first, OwnPostgres postgres) {
        first.awaitReady();
        return replica(postgres, 2);
    }

    private void say(int kills, FiredAlarms alarms) {
        List<Duration> late = alarms.lateness(time);
        System.out.printf(
                "%d tasks, %d alarms, %d kills, %d restarts of PostgreSQL; late by %d ms in the median, %d ms at p99, %d ms at most%n",
                TASKS,
                alarms.fired(),
                kills,
                RESTARTS,
                late.get(late.size() / 2).toMillis(),
                late.get(late.size() * 99 / 100).toMillis(),
                late.get(late.size() - 1).toMillis());
    }
}
