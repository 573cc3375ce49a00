package io.playcaller.ingest.door.cloudevents;

import io.playcaller.contracts.EventType;
import io.playcaller.ingest.door.CorrectionFields;
import io.playcaller.ingest.door.cloudevents.CloudEvent.Context;
import io.playcaller.ingest.event.Statement;
import io.playcaller.ingest.event.Subject;
import io.playcaller.ingest.json.JsonFields;
import java.util.Set;

/** Reads what takes earlier facts of the same source back. The account is named: who belonged where is no question then. */
final class CorrectionReader {

    static final Set<EventType> TYPES = Set.of(EventType.FACT_RETRACTED, EventType.USAGE_WITHDRAWN);

    private CorrectionReader() {}

    static Statement statement(EventType type, Context event, JsonFields data, EventIds ids) {
        return type == EventType.FACT_RETRACTED
                ? retraction(event, data, ids)
                : CorrectionFields.withdrawal(data, data.optionalText("staffId"));
    }

    static Subject subject(Context event, JsonFields data) {
        String account = data.optionalText("accountId");
        String named = account == null ? event.accountId() : account;
        return Subject.of(named == null ? data.text("accountId") : named, null);
    }

    private static Statement retraction(Context event, JsonFields data, EventIds ids) {
        String producer = data.optionalText("factSource");
        String stated = data.text("factId");
        String factId = ids.of(producer == null ? event.source() : producer, stated);
        if (factId.length() > EventIds.MAX) {
            throw data.invalid("factId", "at most " + EventIds.MAX + " characters with its source", stated);
        }
        return CorrectionFields.retraction(data, ids.sourceName(), factId, data.optionalText("staffId"));
    }
}
