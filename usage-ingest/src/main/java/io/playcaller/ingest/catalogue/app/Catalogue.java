package io.playcaller.ingest.catalogue.app;

import io.playcaller.ingest.catalogue.CatalogueEntry;
import io.playcaller.ingest.catalogue.EventCount;
import io.playcaller.ingest.catalogue.NameRule;
import io.playcaller.ingest.catalogue.NameRules;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of the catalogue. */
public interface Catalogue {

    /**
     * Adds counts, in one statement. New names of a source that has as many as it may are counted together. Replicas that bring
     * new names at the same moment may exceed the bound together.
     */
    Uni<Void> add(List<EventCount> counts);

    /** Forgets the days before that one; totals stay. */
    Uni<Void> forgetBefore(LocalDate day);

    /**
     * Names by source and name, after that place.
     *
     * @param source null for all
     * @param since the first day whose events are wanted
     */
    Uni<List<CatalogueEntry>> list(
            @Nullable String source, String afterSource, String afterName, int limit, LocalDate since);

    Uni<NameRules> rules();

    /** Puts it in the place of what was said of the name before; one that says nothing takes that away. */
    Uni<Void> save(NameRule rule, String by, Instant at);
}
