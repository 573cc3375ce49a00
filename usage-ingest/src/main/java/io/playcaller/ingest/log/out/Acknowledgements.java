package io.playcaller.ingest.log.out;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Counts the acknowledgements of one request; the last one ends it. */
final class Acknowledgements {

    private static final Logger LOG = Logger.getLogger(Acknowledgements.class);

    private final BitSet stored = new BitSet();
    private final AtomicInteger open;
    private final Consumer<BitSet> end;

    Acknowledgements(int count, Consumer<BitSet> end) {
        this.open = new AtomicInteger(count);
        this.end = end;
    }

    void of(int index, @Nullable Exception fault) {
        if (fault == null) {
            synchronized (stored) {
                stored.set(index);
            }
        } else {
            LOG.warnf("a record was not stored: %s", fault.toString());
        }
        if (open.decrementAndGet() == 0) {
            end.accept(stored);
        }
    }
}
