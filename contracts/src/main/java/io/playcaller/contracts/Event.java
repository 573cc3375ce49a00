package io.playcaller.contracts;

/**
 * One record of the wire, read: its envelope, its type, and its data.
 *
 * @param <T> one of the records that {@link EventType} names
 */
public record Event<T extends Record>(Envelope envelope, EventType type, T data) {

    /** An event of the type that {@code data} travels as. */
    public static <T extends Record> Event<T> of(Envelope envelope, T data) {
        return new Event<>(envelope, EventType.of(data), data);
    }
}
