package io.playcaller.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Holds the one backing of this JVM: started on first use, stopped when the JVM exits.
 *
 * <p>Quarkus loads test classes anew for each application it starts, and closes their class loaders. The broker must
 * outlive that, so this class always works in the class loader of the JVM's class path, and callers cross over with
 * types of the JDK only.
 */
public final class RunningBacking {

    /** Kept, because the log manager forgets levels of loggers that nobody holds. */
    private static final List<Logger> QUIET = List.of(
            Logger.getLogger("kafka"),
            Logger.getLogger("state.change.logger"),
            Logger.getLogger("org.apache.kafka"),
            Logger.getLogger("io.zonky.test"));

    private RunningBacking() {}

    /** Starts the services if they do not run; their addresses as names and values. */
    public static Map<String, String> addresses() {
        return OnFirstUse.ADDRESSES;
    }

    /** Asks the instance of this class that belongs to the JVM's class path. */
    static StackAddresses shared() {
        ClassLoader jvm = ClassLoader.getSystemClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(jvm);
        try {
            Class<?> holder = Class.forName(RunningBacking.class.getName(), true, jvm);
            return StackAddresses.fromMap(
                    (Map<?, ?>) holder.getMethod("addresses").invoke(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The testkit must be on the class path of the test JVM", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Apart, so that crossing over from another class loader starts nothing there. */
    private static final class OnFirstUse {
        private static final Map<String, String> ADDRESSES = start();
    }

    private static Map<String, String> start() {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        long startedNanos = System.nanoTime();
        BackingChoice choice = BackingChoice.fromSystemProperty();
        Backing backing = choice.start();
        Runtime.getRuntime().addShutdownHook(new Thread(backing::close, "stop-backing-services"));
        StackAddresses at = backing.addresses();
        Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
        System.out.printf(
                Locale.ROOT,
                "Backing services: %s (%s), Kafka %s, PostgreSQL %s, Redis %s, started in %.1f s%n",
                backing.kind(),
                choice.reason(),
                at.kafka(),
                at.postgres(),
                at.redis(),
                took.toMillis() / 1000.0);
        return at.toMap();
    }
}
