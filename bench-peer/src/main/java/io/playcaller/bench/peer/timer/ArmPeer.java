package io.playcaller.bench.peer.timer;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * The process: arms executions one at a time, cancels them, and arms them in sets, on so many lanes at once; leaves how many that
 * was a second, in this order, and ends. A cancellation is always of one: there is no other.
 */
public final class ArmPeer {

    private static final Duration AHEAD = Duration.ofDays(60);
    private static final int ARGUMENTS = 5;
    private static final double NANOS = 1e9;

    private final SchedulerClient client;
    private final ExecutorService lanes;
    private final int set;
    private final List<AlarmId> alarms;
    private final Instant dueAt;

    private ArmPeer(SchedulerClient client, ExecutorService lanes, int set, List<AlarmId> alarms, Instant dueAt) {
        this.client = client;
        this.lanes = lanes;
        this.set = set;
        this.alarms = alarms;
        this.dueAt = dueAt;
    }

    /** @param arguments JDBC-URL LANES TIMERS SET-SIZE FILE */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        if (arguments.length != ARGUMENTS) {
            throw new IllegalArgumentException("expected JDBC-URL LANES TIMERS SET-SIZE FILE");
        }
        int lanes = Integer.parseInt(arguments[1]);
        List<AlarmId> alarms = IntStream.range(0, Integer.parseInt(arguments[2]))
                .mapToObj(i -> new AlarmId(UUID.randomUUID(), "ACCEPT"))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        try (HikariDataSource database = PeerDatabase.open(arguments[0], lanes)) {
            SchedulerClient client = SchedulerClient.Builder.create(
                            database,
                            Tasks.custom(AlarmId.NAME, Void.class)
                                    .execute((instance, context) -> new CompletionHandler.OnCompleteRemove<>()))
                    .build();
            ArmPeer peer = new ArmPeer(
                    client,
                    threads,
                    Integer.parseInt(arguments[3]),
                    alarms,
                    Instant.now().plus(AHEAD));
            Files.writeString(Path.of(arguments[4]), peer.run());
        } finally {
            threads.shutdown();
        }
    }

    private String run() throws InterruptedException, ExecutionException {
        double arm = perSecond(1, some -> client.scheduleIfNotExists(armed(some.get(0))));
        double cancel = perSecond(1, some -> client.cancel(id(some.get(0))));
        double armInSets = perSecond(
                set,
                some -> client.scheduleBatch(
                        new ArrayList<>(some.stream().map(this::armed).toList())));
        return String.format(Locale.ROOT, "%.1f %.1f %.1f", arm, cancel, armInSets);
    }

    private SchedulableInstance<Void> armed(AlarmId alarm) {
        return SchedulableInstance.of(new TaskInstance<Void>(AlarmId.NAME, alarm.instance()), dueAt);
    }

    private static TaskInstanceId id(AlarmId alarm) {
        return TaskInstanceId.of(AlarmId.NAME, alarm.instance());
    }

    /** Does something with so many alarms at once. */
    private interface Act {
        void with(List<AlarmId> some);
    }

    private double perSecond(int atOnce, Act act) throws InterruptedException, ExecutionException {
        List<Callable<Void>> calls = new ArrayList<>();
        for (int from = 0; from < alarms.size(); from += atOnce) {
            List<AlarmId> some = alarms.subList(from, Math.min(alarms.size(), from + atOnce));
            calls.add(() -> {
                act.with(some);
                return null;
            });
        }
        long began = System.nanoTime();
        for (Future<Void> done : lanes.invokeAll(calls)) {
            done.get();
        }
        return alarms.size() * NANOS / (System.nanoTime() - began);
    }
}
