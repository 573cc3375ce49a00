package io.playcaller.ingest.door.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Ids;
import io.playcaller.ingest.door.CorrectionFields;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Places;
import io.playcaller.ingest.event.SentTimes;
import io.playcaller.ingest.event.Statement;
import io.playcaller.ingest.event.Subject;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.refusal.Step;
import java.util.Set;

/**
 * What one of our people takes back: a fact by its source and id as the log has them, or the usage of some days. It happens now,
 * and each time anew.
 */
final class RetractionBody {

    private static final Set<String> OF_A_FACT = Set.of("accountId", "factSource", "factId", "factType", "reason");
    private static final Set<String> OF_DAYS = Set.of("accountId", "from", "until", "reason");

    private RetractionBody() {}

    static Step<Draft> read(JsonNode item, String staffId) {
        return JsonFields.reading(item, fields -> {
            boolean days = fields.has("from") || fields.has("until");
            fields.rejectUnknown(days ? OF_DAYS : OF_A_FACT);
            Subject subject = Subject.of(fields.text("accountId"), null);
            Statement statement = days
                    ? CorrectionFields.withdrawal(fields, staffId)
                    : CorrectionFields.retraction(fields, fields.text("factSource"), fields.text("factId"), staffId);
            return new Draft(Ids.next().toString(), SentTimes.NONE, subject, statement, new Places("", "", ""));
        });
    }
}
