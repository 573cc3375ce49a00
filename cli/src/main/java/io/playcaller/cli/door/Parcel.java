package io.playcaller.cli.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.EventType;
import java.time.Instant;

/** One thing to bring to a door. */
public sealed interface Parcel {

    /** What belongs together stays in order: the parcels of one lane are delivered one after the other. */
    String lane();

    /** The source whose key opens the door. */
    String source();

    /**
     * A record of the register.
     *
     * @param path such as {@code /v1/accounts/a1}
     */
    record Entry(String lane, String source, String path, Object body) implements Parcel {}

    /**
     * A fact of an account.
     *
     * @param id the same fact has the same id, always: the door counts it once
     * @param data as the door reads it: the fact's fields, with people under their own ids
     */
    record Fact(String lane, String source, String id, EventType type, Instant time, JsonNode data) implements Parcel {}
}
