package io.playcaller.bench.timer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures the timers of play-router and those of db-scheduler on one PostgreSQL, one after the other, each on tables that were
 * empty and then filled with timers that wait: first arming and cancelling, then what falls due one after the other, then a
 * backlog. db-scheduler does it twice: with a handler that writes what play-router writes, and with one that writes a row. At last,
 * where that is asked for, from signals to tasks and to a webhook, on a Kafka and a PostgreSQL of their own.
 */
public final class TimerBench {

    private static final String START = "starting Kafka and PostgreSQL, and play-router once";

    private final Path directory;
    private final TimerTerms terms;
    private final Consumer<String> progress;

    /** @param directory for the data and the logs of this measurement; what is in it is deleted */
    public TimerBench(Path directory, TimerTerms terms, Consumer<String> progress) {
        this.directory = directory;
        this.terms = terms;
        this.progress = progress;
    }

    /** @throws IOException when a part fails; the message says which and where it says why */
    public TimerFigures run(TimerLoad load) throws IOException, InterruptedException {
        progress.accept(START);
        List<FiringFigures> firings = new ArrayList<>();
        int timersOfATask;
        try (TimerGround ground = new TimerGround(directory, terms)) {
            for (int pending : load.pending()) {
                firings.add(router(ground, load, pending));
                for (SchedulerContender.Work work : SchedulerContender.Work.values()) {
                    firings.add(scheduler(ground, load, pending, work));
                }
            }
            timersOfATask = ground.population().timersOfATask();
        }
        return new TimerFigures(load, timersOfATask, firings, load.signalSeconds() == 0 ? null : signals(load));
    }

    private FiringFigures router(TimerGround ground, TimerLoad load, int pending)
            throws IOException, InterruptedException {
        fill(ground, TimerTables.ROUTER, RouterContender.NAME, pending);
        ArmFigures arming = ground.armOfRouter(load.armed());
        TimerTables.ROUTER.settle(ground.database());
        try (TimerContender service = ground.router()) {
            TimerGround.await(service);
            progress.accept(falls(RouterContender.NAME, load));
            return new FiringRun(ground, TimerTables.ROUTER, load, service)
                    .figures(RouterContender.NAME, pending, arming);
        }
    }

    private FiringFigures scheduler(TimerGround ground, TimerLoad load, int pending, SchedulerContender.Work work)
            throws IOException, InterruptedException {
        fill(ground, work.tables(), work.title(), pending);
        ArmFigures arming = null;
        if (work == SchedulerContender.Work.STEP) {
            arming = ground.armOfScheduler(load.armed());
            work.tables().settle(ground.database());
        }
        try (TimerContender peer = ground.scheduler(work)) {
            TimerGround.await(peer);
            progress.accept(falls(work.title(), load));
            return new FiringRun(ground, work.tables(), load, peer).figures(work.title(), pending, arming);
        }
    }

    private static String falls(String name, TimerLoad load) {
        return "%s: %d a second fall due for %d s, after %d s that do not count; then %d at once"
                .formatted(name, load.perSecond(), load.seconds(), load.warmUpSeconds(), load.backlog());
    }

    private void fill(TimerGround ground, TimerTables tables, String name, int pending) throws IOException {
        progress.accept("%s: %d timers that wait".formatted(name, pending));
        TimerTables.emptyAll(ground.database());
        ground.population().pending(tables, pending);
    }

    /** On a ground of its own: a database that was emptied would look restored, and send nothing. */
    private SignalFigures signals(TimerLoad load) throws IOException, InterruptedException {
        progress.accept(START);
        try (TimerGround ground = new TimerGround(directory.resolve("signals"), terms);
                WebhookReceiver webhook = new WebhookReceiver()) {
            ground.population().pending(TimerTables.ROUTER, load.pending().get(0));
            try (TimerContender service = ground.router(webhook.address())) {
                TimerGround.await(service);
                progress.accept("%d signals a second for %d s, after %d s that do not count"
                        .formatted(load.perSecond(), load.signalSeconds(), load.warmUpSeconds()));
                return new SignalsToTasks(ground.broker(), ground.database(), webhook)
                        .run(
                                load.perSecond(),
                                Duration.ofSeconds(load.warmUpSeconds()),
                                Duration.ofSeconds(load.signalSeconds()));
            }
        }
    }
}
