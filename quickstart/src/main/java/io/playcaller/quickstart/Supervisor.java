package io.playcaller.quickstart;

import io.playcaller.embedded.BackingService;
import io.playcaller.embedded.BackingServices;
import io.playcaller.embedded.BackingSettings;
import io.playcaller.embedded.StartListener;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Starts everything, watches it and stops it: backing services first and last, the services as children in between. A
 * service that dies while everything starts fails the start; later it is started again after a pause.
 */
final class Supervisor {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_GRACE = Duration.ofSeconds(25);
    private static final long ASK_EVERY_MILLIS = 200;

    private final Home home;
    private final Settings settings;
    private final ServiceConfig config;
    private final RunBoard board;
    private final Readiness readiness = new Readiness();
    private final Map<Service, ServiceProcess> children = new EnumMap<>(Service.class);
    private final ExecutorService threads = Executors.newCachedThreadPool(Supervisor::daemon);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable BackingServices backing;

    Supervisor(Home home, Settings settings, ServiceConfig config, RunBoard board) {
        this.home = home;
        this.settings = settings;
        this.config = config;
        this.board = board;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "supervisor");
        thread.setDaemon(true);
        return thread;
    }

    /** Returns when everything is ready. */
    void start() throws InterruptedException {
        announceParts();
        startBacking();
        for (Service service : Service.values()) {
            launch(service);
        }
        awaitAllReady();
        if (board.stopping()) {
            return;
        }
        board.phase(Phase.READY);
        say("everything is ready");
        for (Service service : Service.values()) {
            threads.execute(() -> watch(service));
        }
    }

    /** Stops the services together, then what they stand on; whoever calls later waits for the first. */
    void stop() {
        if (!board.stopping()) {
            board.phase(Phase.STOPPING);
        }
        synchronized (this) {
            if (stopped.getCount() == 0) {
                return;
            }
            children.values().forEach(ServiceProcess::askToEnd);
            children.values().forEach(child -> {
                child.end(STOP_GRACE);
                board.change(child.service().module(), part -> part.stopped(board.now()));
            });
            if (backing != null) {
                backing.close();
            }
            stopped.countDown();
        }
        say("stopped");
    }

    void awaitStop() throws InterruptedException {
        stopped.await();
    }

    private void announceParts() {
        Map<String, Integer> ports = settings.ports();
        for (String name : new String[] {"kafka", "postgres", "redis"}) {
            board.add(Part.waiting(name, "127.0.0.1:" + ports.get(name), board.now()));
        }
        for (Service service : Service.values()) {
            board.add(Part.waiting(service.module(), settings.url(service), board.now()));
        }
    }

    /** Holds the lock, so that whoever stops in the middle finds something to close. */
    private synchronized void startBacking() {
        backing = BackingServices.start(
                BackingSettings.durable(
                        home.data(), settings.kafkaPort(), settings.postgresPort(), settings.redisPort()),
                new BoardListener());
    }

    private synchronized void launch(Service service) {
        if (board.stopping()) {
            return;
        }
        ServiceProcess child = ServiceProcess.start(service, home, config);
        children.put(service, child);
        board.change(service.module(), part -> part.starting(child.pid(), board.now()));
    }

    /** The first that fails fails the start, while the others are still awaited. */
    private void awaitAllReady() throws InterruptedException {
        CompletionService<Service> waits = new ExecutorCompletionService<>(threads);
        for (Service service : Service.values()) {
            waits.submit(() -> {
                awaitReady(child(service));
                return service;
            });
        }
        for (int i = 0; i < Service.values().length; i++) {
            try {
                waits.take().get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof QuickstartException known
                        ? known
                        : new QuickstartException("cannot await the services", e);
            }
        }
    }

    private void awaitReady(ServiceProcess child) throws InterruptedException {
        String url = settings.url(child.service());
        while (!readiness.ready(url)) {
            if (board.stopping()) {
                return;
            }
            if (!child.alive()) {
                throw new QuickstartException(child.obituary());
            }
            if (child.age().compareTo(START_LIMIT) > 0) {
                throw new QuickstartException("%s is not ready after %d s; it says: %s; its log is %s"
                        .formatted(
                                child.service().module(),
                                START_LIMIT.toSeconds(),
                                readiness.ask(url),
                                home.log(child.service().module())));
            }
            Thread.sleep(ASK_EVERY_MILLIS);
        }
        double took = child.age().toMillis() / 1000.0;
        board.change(child.service().module(), part -> part.ready(took, board.now()));
    }

    private void watch(Service service) {
        int deaths = 0;
        try {
            while (!board.stopping()) {
                ServiceProcess child = child(service);
                child.awaitEnd();
                if (board.stopping()) {
                    return;
                }
                deaths = RestartPolicy.deaths(deaths, child.age());
                Duration pause = RestartPolicy.pause(deaths);
                String obituary = child.obituary();
                board.change(service.module(), part -> part.dead(obituary, board.now()));
                say("%s\nstarting %s again in %.1f s".formatted(obituary, service.module(), pause.toMillis() / 1000.0));
                Thread.sleep(pause.toMillis());
                restart(service);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart(Service service) throws InterruptedException {
        launch(service);
        try {
            awaitReady(child(service));
            say(service.module() + " is ready again");
        } catch (QuickstartException diedOrLate) {
            say(String.valueOf(diedOrLate.getMessage()));
        }
    }

    private synchronized ServiceProcess child(Service service) {
        ServiceProcess child = children.get(service);
        if (child == null) {
            throw new QuickstartException("stopped before %s was started".formatted(service.module()));
        }
        return child;
    }

    private void say(String what) {
        Quickstart.say(board.now(), what);
    }

    /** Shows the backing services on the board. */
    private final class BoardListener implements StartListener {

        @Override
        public void starting(String service) {
            board.change(key(service), part -> part.starting(0, board.now()));
        }

        @Override
        public void noticed(String service, String what) {
            say(service + ": " + what);
        }

        @Override
        public void started(BackingService service) {
            board.change(
                    key(service.name()), part -> part.ready(service.startTook().toMillis() / 1000.0, board.now()));
        }

        private String key(String service) {
            return service.equals("PostgreSQL") ? "postgres" : service.toLowerCase(Locale.ROOT);
        }
    }
}
