package io.playcaller.bench.peer.timer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** The process: db-scheduler with lock-and-fetch fires what is due until it is asked to end. */
public final class FirePeer {

    /** The next alarm of a clock: far ahead, as that of play-router in this measurement. */
    private static final Duration NEXT = Duration.ofDays(30);

    /** Shares of its threads between which it keeps its queue, as its own benchmark has them. */
    private static final double FEWEST = 2;

    private static final double MOST = 4;

    /** Connections besides one a thread: for polling, locking and its heartbeat. */
    private static final int FURTHER_CONNECTIONS = 4;

    private static final int ARGUMENTS = 4;

    private final Firing firing;

    private FirePeer(Firing firing) {
        this.firing = firing;
    }

    /** @param arguments JDBC-URL THREADS POLL-MILLISECONDS step|ledger */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != ARGUMENTS) {
            throw new IllegalArgumentException("expected JDBC-URL THREADS POLL-MILLISECONDS step|ledger");
        }
        int threads = Integer.parseInt(arguments[1]);
        HikariDataSource database = PeerDatabase.open(arguments[0], threads + FURTHER_CONNECTIONS);
        FirePeer peer = new FirePeer(Firing.of(arguments[3], database));
        Scheduler scheduler = Scheduler.create(
                        database, Tasks.custom(AlarmId.NAME, Void.class).execute(peer::execute))
                .threads(threads)
                .pollingInterval(Duration.ofMillis(Long.parseLong(arguments[2])))
                .pollUsingLockAndFetch(FEWEST, MOST)
                .build();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            scheduler.stop();
            database.close();
            ended.countDown();
        }));
        scheduler.start();
        ended.await();
    }

    private CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        Instant dueAt = context.getExecution().getExecutionTime();
        try {
            firing.fire(AlarmId.of(instance.getId()), dueAt);
        } catch (SQLException e) {
            throw new IllegalStateException(instance.getId() + " cannot be fired", e);
        }
        return (complete, operations) -> operations.reschedule(complete, dueAt.plus(NEXT));
    }
}
