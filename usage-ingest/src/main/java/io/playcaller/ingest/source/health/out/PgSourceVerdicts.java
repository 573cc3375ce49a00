package io.playcaller.ingest.source.health.out;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.source.health.Finding;
import io.playcaller.ingest.source.health.SourceState;
import io.playcaller.ingest.source.health.Verdict;
import io.playcaller.ingest.source.health.app.SourceVerdicts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class PgSourceVerdicts implements SourceVerdicts {

    private static final String ALL = "select source, state, since, findings from source_health";
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final Pool pool;

    PgSourceVerdicts(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<String, Verdict>> all() {
        return pool.query(ALL).execute().map(rows -> {
            Map<String, Verdict> verdicts = new HashMap<>();
            rows.forEach(row -> verdicts.put(row.getString(0), verdict(row)));
            return verdicts;
        });
    }

    private static Verdict verdict(Row row) {
        OffsetDateTime since = row.getOffsetDateTime(2);
        try {
            return new Verdict(
                    SourceState.valueOf(row.getString(1)),
                    since == null ? null : since.toInstant(),
                    WireJson.mapper().readValue(row.getString(3), FINDINGS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("source_health of " + row.getString(0) + " holds no findings", e);
        }
    }
}
