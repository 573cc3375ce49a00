package io.playcaller.ingest.catalogue.app;

import io.playcaller.ingest.catalogue.CatalogueEntry;
import io.playcaller.ingest.catalogue.EventCount;
import io.playcaller.ingest.catalogue.NameRule;
import io.playcaller.ingest.catalogue.NameRules;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of the catalogue. */
public interface Catalogue {

    /**
     * Adds counts, in one statement. New names of a source that has as many as it may are counted together. Replicas that bring
     * new names at the same moment may exceed the bound together.
     *
     * @return by source how many events of them have a name beyond the bound
     */
    Uni<Map<String, Long>> add(List<EventCount> counts);

    /**
     * Forgets a name: how many there were, in all and by day. What was said of it stays. It begins anew when it comes again.
     *
     * @param source null for all
     * @return from how many sources
     */
    Uni<Integer> forget(@Nullable String source, String name);

    /**
     * Forgets the names of a source that it sent for the first time then or later; not the one line for those beyond the bound.
     *
     * @return how many
     */
    Uni<Integer> forgetSince(String source, Instant firstSeen);

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
