package io.playcaller.ingest.register.out;

import io.playcaller.contracts.RegisterKey;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.contracts.register.ReferencesRecord;
import io.playcaller.ingest.register.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A record as its column holds it. */
final class StoredRecord {

    private static final Map<String, Class<? extends Record>> RECORDS = Map.of(
            RegisterKey.account(""), AccountRecord.class,
            RegisterKey.contract(""), ContractRecord.class,
            RegisterKey.owners(""), OwnersRecord.class,
            RegisterKey.invoice(""), InvoiceChanged.class,
            RegisterKey.opportunity(""), OpportunityRecord.class,
            RegisterKey.lossReview(""), LossReviewRecord.class,
            RegisterKey.references(""), ReferencesRecord.class,
            RegisterKey.domain(""), DomainRecord.class);

    private StoredRecord() {}

    static String write(Entry entry) {
        return new String(WireJson.write(entry.record()), StandardCharsets.UTF_8);
    }

    static Entry read(String key, String record) {
        Class<? extends Record> type = RECORDS.get(key.substring(0, key.indexOf('/') + 1));
        if (type == null) {
            throw new IllegalStateException("the register has a row of unknown kind: " + key);
        }
        return Entry.of(WireJson.read(record.getBytes(StandardCharsets.UTF_8), type));
    }
}
