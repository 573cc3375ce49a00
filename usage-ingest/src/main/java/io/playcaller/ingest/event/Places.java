package io.playcaller.ingest.event;

import java.util.function.UnaryOperator;

/**
 * Where the fields of an event stand in the shape in which it came, so that a refusal names them as its sender does.
 *
 * @param id JSON pointer of its id, or the name of its header
 * @param time JSON pointer of the time at which it happened, or the name of its header
 * @param data JSON pointer of what it says; empty when that is the whole item
 * @param names what its sender calls the place of a field of {@code data}
 */
public record Places(String id, String time, String data, UnaryOperator<String> names) {

    /** Of an event in a shape of ours. */
    public Places(String id, String time, String data) {
        this(id, time, data, UnaryOperator.identity());
    }

    /** The same places as another shape calls them. */
    public Places in(UnaryOperator<String> otherNames) {
        return new Places(otherNames.apply(id), otherNames.apply(time), data, otherNames);
    }

    /** @param pointer from {@code data} on */
    public String ofData(String pointer) {
        return names.apply(data + pointer);
    }

    String account() {
        return ofData("/accountId");
    }

    String person() {
        return ofData("/userId");
    }
}
