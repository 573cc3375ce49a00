package io.playcaller.lab.simulate;

import io.playcaller.contracts.Event;
import java.util.List;
import java.util.function.Consumer;

/** A log, wherever it is. */
public interface LogSource {

    List<Integer> partitions();

    /**
     * Hands on what a partition has, in order.
     *
     * @return how many of its records nobody here can read
     */
    long forEach(int partition, Consumer<Event<?>> each);
}
