package io.playcaller.ingest.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A name that a source has sent.
 *
 * @param name {@link EventCount.Key#OTHERS} for all those beyond the bound
 * @param events how many were taken since the first
 * @param meaningful how many of them are use
 * @param excluded how many are not the customer's
 * @param days events by the UTC day of receipt, of the days that were asked for
 * @param rule what people said of it; null when nobody did
 */
public record CatalogueEntry(
        String source,
        String name,
        Instant firstSeen,
        Instant lastSeen,
        long events,
        long meaningful,
        long excluded,
        SortedMap<LocalDate, Long> days,
        @Nullable NameRule rule) {}
