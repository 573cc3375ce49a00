package io.playcaller.ingest.event;

/**
 * Where the fields of an event stand in the shape in which it came, so that a refusal names them as its sender does.
 *
 * @param id JSON pointer of its id, or the name of its header
 * @param time JSON pointer of the time at which it happened, or the name of its header
 * @param data JSON pointer of what it says; empty when that is the whole item
 */
public record Places(String id, String time, String data) {

    String account() {
        return data + "/accountId";
    }

    String person() {
        return data + "/userId";
    }
}
