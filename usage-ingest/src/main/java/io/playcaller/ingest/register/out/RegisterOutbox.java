package io.playcaller.ingest.register.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.ingest.register.Entry;
import io.playcaller.ingest.register.Origin;
import io.playcaller.outbox.OutboxRecord;
import jakarta.enterprise.context.ApplicationScoped;

/** The records that a change of the register puts into the outbox. */
@ApplicationScoped
class RegisterOutbox {

    private final TopicNames topics;

    RegisterOutbox(TopicNames topics) {
        this.topics = topics;
    }

    /** The whole record for the compacted topic. */
    OutboxRecord whole(Entry entry, Origin origin) {
        String id = Ids.derived("register", entry.key(), entry.version()).toString();
        return OutboxRecord.of(
                topics.of(Topic.ACCOUNT_REGISTER),
                entry.key(),
                envelope(id, entry.accountId(), entry.version(), origin),
                entry.record());
    }

    /** The same as a fact for its account's log. */
    OutboxRecord fact(Entry entry, Origin origin) {
        String id = origin.factId() == null
                ? Ids.derived("register-fact", entry.key(), entry.version()).toString()
                : origin.factId();
        return fact(id, entry.accountId(), entry.record(), origin);
    }

    OutboxRecord fact(String id, String accountId, Record fact, Origin origin) {
        return OutboxRecord.of(topics.of(Topic.CUSTOMER_EVENTS), accountId, envelope(id, accountId, 0, origin), fact);
    }

    /** A record of the topic people. */
    OutboxRecord person(String personId, long version, Record record, Origin origin) {
        String id = Ids.derived("person", personId, version).toString();
        return OutboxRecord.of(topics.of(Topic.PEOPLE), personId, envelope(id, null, version, origin), record);
    }

    private static Envelope envelope(
            String id, @org.jspecify.annotations.Nullable String accountId, long rev, Origin origin) {
        return new Envelope(id, origin.source(), origin.time(), accountId, origin.origin(), origin.receivedAt(), rev);
    }
}
