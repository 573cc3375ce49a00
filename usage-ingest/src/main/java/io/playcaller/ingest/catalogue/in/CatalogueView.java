package io.playcaller.ingest.catalogue.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playcaller.ingest.catalogue.CatalogueEntry;
import io.playcaller.ingest.catalogue.EventCount;
import io.playcaller.ingest.catalogue.NameRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A name as it is shown.
 *
 * @param name as its source sends it; absent in the one line for all names beyond the bound
 * @param events how many were taken, in all
 * @param meaningfulEvents how many of them are use
 * @param excludedEvents how many came of own people and bots
 * @param days events by the UTC day of receipt; a day without any is absent
 * @param meaningful what people said; absent: as its sender says
 * @param countsAs the name under which it counts, from when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CatalogueView(
        String source,
        @Nullable String name,
        Instant firstSeen,
        Instant lastSeen,
        long events,
        long meaningfulEvents,
        long excludedEvents,
        SortedMap<LocalDate, Long> days,
        @Nullable Boolean meaningful,
        @Nullable AliasView countsAs) {

    /** A new name. */
    public record AliasView(String name, Instant from) {}

    static CatalogueView of(CatalogueEntry entry) {
        NameRule rule = entry.rule();
        NameRule.Alias alias = rule == null ? null : rule.countsAs();
        return new CatalogueView(
                entry.source(),
                entry.name().equals(EventCount.Key.OTHERS) ? null : entry.name(),
                entry.firstSeen(),
                entry.lastSeen(),
                entry.events(),
                entry.meaningful(),
                entry.excluded(),
                entry.days(),
                rule == null ? null : rule.meaningful(),
                alias == null ? null : new AliasView(alias.name(), alias.from()));
    }
}
