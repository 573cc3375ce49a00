package io.playcaller.embedded;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a broker that gives up from ending the JVM that it shares. It would end it on the spot, and what this JVM started
 * would run on with nobody to stop it. Which of several brokers gave up is not known: all of them hear of it.
 */
final class KafkaExit {

    private static final Set<IntConsumer> BROKERS = ConcurrentHashMap.newKeySet();

    private KafkaExit() {}

    /** From now on, in the whole JVM. */
    static void intercept() {
        Exit.setExitProcedure(KafkaExit::gaveUp);
        Exit.setHaltProcedure(KafkaExit::gaveUp);
    }

    /** @param broker hears of the exit code; the same object is forgotten */
    static void tell(IntConsumer broker) {
        BROKERS.add(broker);
    }

    static void forget(IntConsumer broker) {
        BROKERS.remove(broker);
    }

    /** Never returns, as its callers expect; its own thread is all that ends. */
    private static void gaveUp(int code, @Nullable String why) {
        BROKERS.forEach(broker -> broker.accept(code));
        throw new IllegalStateException("Kafka gives up with code %d: %s".formatted(code, why));
    }
}
