package io.playcaller.health.fold;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.deadletter.Fault;
import io.playcaller.contracts.deadletter.Original;

/** One record of a partition, read as far as it can be. */
public sealed interface LogEntry {

    long offset();

    Original original();

    /** A fact of a known type. */
    record Fact(long offset, Event<?> event, Original original) implements LogEntry {}

    /** A fact of a type that a newer version of the door wrote: skipped. */
    record Unknown(long offset, Original original) implements LogEntry {}

    /** Not what it says it is: becomes a dead letter. */
    record Unreadable(long offset, Original original, Fault fault) implements LogEntry {}
}
