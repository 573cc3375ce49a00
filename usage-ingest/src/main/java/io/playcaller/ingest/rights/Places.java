package io.playcaller.ingest.rights;

import static io.playcaller.ingest.rights.Did.BY_HAND;
import static io.playcaller.ingest.rights.Did.DELETED;
import static io.playcaller.ingest.rights.Did.EMPTIED;
import static io.playcaller.ingest.rights.Did.EXPIRES;
import static io.playcaller.ingest.rights.Did.NOTHING;
import static io.playcaller.ingest.rights.Did.PSEUDONYMOUS;
import static io.playcaller.ingest.rights.Did.TOMBSTONED;

import io.playcaller.contracts.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every place that holds, or might be thought to hold, something about a person of the customer.
 *
 * @param claims how long the door keeps its claims
 * @param hashes how long the hashes of forgotten people are kept
 */
public record Places(Duration claims, Duration hashes) {

    private static final String CAME_IN = "what came in over Kafka, as it came";
    private static final String REFUSED = "what was refused, as it came";
    private static final String FACTS =
            "facts with the random person id; names of events and features as the product chose them";

    private static final List<Line> NOT_IN_TABLES = List.of(
            Line.said("topic customer-events", PSEUDONYMOUS, FACTS + "; they are read when log is asked for"),
            Line.said("topics usage-events, support-events", EXPIRES, CAME_IN),
            Line.said("topic dead-letters", EXPIRES, REFUSED + "; what names them by an id is in this report"));

    private static final List<Line> OTHER_SERVICES = List.of(
            Line.said(
                    "health-service",
                    PSEUDONYMOUS,
                    "64-bit fingerprints of the random person id in the state of accounts, facts of accounts in"
                            + " quarantine, ids of facts that moved a score, as their sources chose them; scores and counts"
                            + " stay as they are"),
            Line.said(
                    "play-router, tables contact, contact_message, contact_refusal, digital_message",
                    TOMBSTONED,
                    "name and address of those who may be written to, consent, refusal, and what was or was to be sent to"
                            + " them: it deletes them when it reads the tombstone on people, within seconds while it runs"),
            Line.said(
                    "play-router, all else",
                    PSEUDONYMOUS,
                    "signals, tasks and deliveries speak of the account, of reasons and of our own people"),
            Line.said(
                    "renewal-forecast, console",
                    NOTHING,
                    "they read contracts, invoices, signals and tasks; users of the console are our own people"));

    private static final List<Line> OUT_OF_REACH = List.of(
            Line.said(
                    "tools behind webhooks",
                    BY_HAND,
                    "what was delivered there of tasks names the account and our own people, not this person; what our"
                            + " people wrote in the tool themselves is to be looked for there"),
            Line.said(
                    "letters and marketing tools",
                    BY_HAND,
                    "messages of digital steps went to their address: the mail server, and the tool behind a track"
                            + " webhook, which was given name and address, keep what they keep"),
            Line.said(
                    "notes on tasks (play-router, table task_log)",
                    BY_HAND,
                    "free words of our own people; read those of the account's tasks"),
            Line.said(
                    "words of overrides (health-service, table score_override)",
                    BY_HAND,
                    "free words of our own people; GET /v1/accounts/{id}/overrides has them, and DELETE of an override's /words"
                            + " forgets those of one"),
            Line.said(
                    "tables catalogue_event, catalogue_day",
                    BY_HAND,
                    "names of events and how often each came, nothing by person; a name that itself names this person is"
                            + " forgotten by DELETE /v1/catalogue/{name}"),
            Line.said(
                    "tables register_record, account_merge, mapping",
                    BY_HAND,
                    "contracts, owners, domains and whatever else is of record of an account, why accounts were merged, how"
                            + " files are read: nothing by person; a domain, a reason or a constant that itself names"
                            + " this person is to be put otherwise"),
            Line.said(
                    "table retracted_fact",
                    NOTHING,
                    "ids of facts that were taken back, as their sources chose them; it goes after people.texts-kept-for"),
            Line.said(
                    "exports",
                    BY_HAND,
                    "none is kept here; files that were imported, and reports, letters and texts that somebody"
                            + " saved, lie where they were put"),
            Line.said(
                    "log files of the services",
                    BY_HAND,
                    "our own messages name nobody; what PostgreSQL says of a fault may quote an id, and goes when"
                            + " your logs do"),
            Line.said(
                    "backups",
                    BY_HAND,
                    "PostgreSQL or Kafka restored to a moment before an erasure holds the person again: erase once"
                            + " more"),
            Line.said(
                    "whoever sends",
                    BY_HAND,
                    "products and tools keep their own; what they send from now on is about somebody new, with"
                            + " another person id"));

    /** Those that the transaction of the erasure reached. */
    public static List<Line> reached(Erased erased) {
        return List.of(
                Line.counted("table person", DELETED, erased.persons(), "name, address, title, edge to the account"),
                Line.counted("table person_identity", DELETED, erased.ids(), "what products and browsers call them"),
                Line.counted("table person_edge", DELETED, erased.edges(), "which accounts they are and were of"),
                Line.counted(
                        "table person_text",
                        DELETED,
                        erased.texts(),
                        "what they wrote in tickets, surveys and feedback, and as goals"),
                Line.counted(
                        "table held_event",
                        DELETED,
                        erased.held(),
                        "events that waited for an account and name them; they were not counted yet"),
                Line.counted(
                        "table dead_letter",
                        EMPTIED,
                        erased.letters(),
                        "what was refused and names them by an id or by their last e-mail address, with the corrections"
                                + " of its replays; reason and time stay. What names them in other words, or is no"
                                + " text, is not found and goes with the topic dead-letters"));
    }

    /** All others, once the tombstones are stored. */
    public List<Line> others(Instant erasedAt, long tombstones, Standing standing) {
        Expiry log = new Expiry(Topic.CUSTOMER_EVENTS, erasedAt, standing);
        return Stream.of(
                        List.of(people(tombstones, standing, new Expiry(Topic.PEOPLE, erasedAt, standing))),
                        expiring(erasedAt, standing),
                        List.of(log.line(PSEUDONYMOUS, FACTS)),
                        OTHER_SERVICES,
                        OUT_OF_REACH)
                .flatMap(List::stream)
                .toList();
    }

    /** What an access report leaves out, and why. */
    public static List<Line> notReported() {
        return Stream.of(NOT_IN_TABLES, OTHER_SERVICES, OUT_OF_REACH)
                .flatMap(List::stream)
                .toList();
    }

    private List<Line> expiring(Instant erasedAt, Standing standing) {
        return List.of(
                new Line(
                        "table letter_erasure",
                        EXPIRES,
                        null,
                        erasedAt.plus(hashes),
                        "hashes of their ids and address: a letter that is still on its way arrives empty, and who asks"
                                + " for this erasure again is shown it"),
                new Expiry(Topic.USAGE_EVENTS, erasedAt, standing).line(EXPIRES, CAME_IN),
                new Expiry(Topic.SUPPORT_EVENTS, erasedAt, standing).line(EXPIRES, CAME_IN),
                new Expiry(Topic.DEAD_LETTERS, erasedAt, standing).line(EXPIRES, REFUSED),
                new Line(
                        "Redis",
                        EXPIRES,
                        null,
                        erasedAt.plus(claims),
                        "claims: hashes of source and id of events; nothing there is kept by person"));
    }

    private static Line people(long tombstones, Standing standing, Expiry expiry) {
        String where = standing.before().entrySet().stream()
                .map(partition -> "partition %d before offset %d".formatted(partition.getKey(), partition.getValue()))
                .collect(Collectors.joining(
                        ", ", "in ", "; what they delete leaves the broker's disks when it compacts"));
        return new Line(
                "topic people",
                TOMBSTONED,
                tombstones,
                expiry.at(),
                expiry.at() == null
                        ? where + ", for which max.compaction.lag.ms sets no bound: set one on this topic"
                        : where);
    }
}
