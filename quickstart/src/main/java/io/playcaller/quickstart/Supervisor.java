package io.playcaller.quickstart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Starts everything, watches it and stops it: backing services first and last, the services as children in between. What
 * dies while everything starts fails the start; later it is started again after a pause, except for Kafka, which shares
 * this JVM: when it gives up, everything stops.
 */
final class Supervisor {

    private static final long LOOK_EVERY_SECONDS = 1;

    private final Settings settings;
    private final RunBoard board;
    private final Backing backing;
    private final List<ServicePart> services;
    private final ExecutorService threads = Executors.newCachedThreadPool(Supervisor::daemon);
    private final CountDownLatch stopped = new CountDownLatch(1);

    Supervisor(Home home, Settings settings, ServiceConfig config, RunBoard board) {
        this.settings = settings;
        this.board = board;
        this.backing = new Backing(home, settings, board);
        Readiness readiness = new Readiness();
        this.services = Arrays.stream(Service.values())
                .map(service -> new ServicePart(service, home, settings, config, board, readiness))
                .toList();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "supervisor");
        thread.setDaemon(true);
        return thread;
    }

    /** Returns when everything is ready, or stops. */
    void start() throws InterruptedException {
        board.announce(parts());
        backing.start();
        services.forEach(ServicePart::launch);
        awaitAllReady();
        if (board.stopping()) {
            return;
        }
        board.phase(Phase.READY);
        say("everything is ready");
        List<Watched> watched = new ArrayList<>(services);
        watched.addAll(backing.watched());
        watched.forEach(part -> threads.execute(new Watch(part, board, RestartPolicy::pause)));
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        Map<String, Integer> ports = settings.ports();
        for (String name : new String[] {"kafka", "postgres", "redis"}) {
            parts.add(Part.waiting(name, "127.0.0.1:" + ports.get(name), board.now()));
        }
        for (Service service : Service.values()) {
            parts.add(Part.waiting(service.module(), settings.url(service), board.now()));
        }
        return parts;
    }

    /** The first that fails fails the start, while the others are still awaited. */
    private void awaitAllReady() throws InterruptedException {
        CompletionService<ServicePart> waits = new ExecutorCompletionService<>(threads);
        services.forEach(service -> waits.submit(() -> {
            service.awaitReady();
            return service;
        }));
        for (int i = 0; i < services.size(); i++) {
            try {
                waits.take().get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof QuickstartException known
                        ? known
                        : new QuickstartException("cannot await the services", e);
            }
        }
    }

    /**
     * Returns when it was stopped.
     *
     * @throws QuickstartException when it cannot go on
     */
    void awaitStop() throws InterruptedException {
        while (!stopped.await(LOOK_EVERY_SECONDS, TimeUnit.SECONDS)) {
            board.catchUp();
            if (!board.stopping()) {
                backing.requireKafka();
            }
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
            try (backing) {
                services.forEach(ServicePart::askToEnd);
                long deadline = ServicePart.deadline();
                services.forEach(service -> service.end(deadline));
            } finally {
                stopped.countDown();
            }
        }
        say("stopped");
    }

    private void say(String what) {
        Quickstart.say(board.now(), what);
    }
}
