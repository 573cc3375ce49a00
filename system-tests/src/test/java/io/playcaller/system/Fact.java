package io.playcaller.system;

import java.time.Instant;

/** Something that happened at a customer, as a sender knows it. */
sealed interface Fact {

    /** Unique within the source that sends it. */
    String id();

    String account();

    Instant at();

    record Use(String id, String account, String user, String feature, int quantity, Instant at) implements Fact {}

    /** {@code survey} is nps or csat. */
    record Answer(String id, String account, String user, String survey, int score, Instant at) implements Fact {}

    /** {@code reached} is when, or null. */
    record Milestone(String id, String account, String key, Instant due, Instant reached, Instant at) implements Fact {}

    record Ticket(String id, String account, String ticket, String severity, Instant opened, Instant at)
            implements Fact {}
}
