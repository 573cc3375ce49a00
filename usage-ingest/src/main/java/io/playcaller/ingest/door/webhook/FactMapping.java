package io.playcaller.ingest.door.webhook;

import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.privacy.Treatment;
import io.playcaller.ingest.refusal.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One kind of body that an admin wrote, and the fact that it becomes.
 *
 * @param when what tells it from others; null when there are no others
 * @param id unique for each event
 * @param time when it happened; null means when it comes
 */
public record FactMapping(
        @Nullable Condition when, Value id, @Nullable Value time, FieldMapping fields) {

    boolean isFor(Sent sent) {
        return when == null || when.holds(sent);
    }

    Step<Translation> translate(Sent sent) {
        Translation fact = new Translation(fields.shape().type());
        return id.read(sent)
                .then(known -> {
                    fact.id(known, id.where().name());
                    return timed(fact, sent);
                })
                .then(timed -> fields.into(timed, sent));
    }

    private Step<Translation> timed(Translation fact, Sent sent) {
        Value at = time;
        if (at == null) {
            return Step.kept(fact);
        }
        return at.read(sent).then(known -> {
            fact.time(known, at.where().name());
            return Step.kept(fact);
        });
    }

    /** What of the body it cannot do without. */
    Needs needs() {
        Needs needs = fields.needs().and(id.where().needed(Set.of(Treatment.HASH)));
        if (time != null) {
            needs = needs.and(time.where().needed(Set.of()));
        }
        return when == null ? needs : needs.and(when.where().needed(Set.of()));
    }

    private List<Value> values() {
        List<Value> values = new ArrayList<>(fields.values().values());
        values.add(id);
        Optional.ofNullable(time).ifPresent(values::add);
        return values;
    }

    Set<String> headers() {
        Set<String> headers = new HashSet<>(FieldMapping.headers(values()));
        if (when != null && when.where() instanceof Where.InHeader header) {
            headers.add(header.name());
        }
        return headers;
    }

    /** The JSON pointers that it reads. */
    Set<String> pointers() {
        Set<String> pointers = new HashSet<>(FieldMapping.pointers(values()));
        Optional.ofNullable(when)
                .flatMap(condition -> condition.where().inBody())
                .ifPresent(pointers::add);
        return pointers;
    }
}
