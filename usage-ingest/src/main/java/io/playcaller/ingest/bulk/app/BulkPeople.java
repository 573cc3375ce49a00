package io.playcaller.ingest.bulk.app;

import io.playcaller.ingest.bulk.RowOutcome;
import io.playcaller.ingest.bulk.Wanted;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.PersonChange;
import io.playcaller.ingest.person.PersonRef;
import io.playcaller.ingest.person.app.PersonIndex;
import io.playcaller.ingest.register.Origin;
import io.playcaller.ingest.register.app.People;
import io.playcaller.ingest.rehearsal.app.Rehearsed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** People, looked up as a set and stored one by one: each may free what waits for their account. */
@ApplicationScoped
class BulkPeople {

    private final People people;
    private final PersonIndex index;
    private final PersonIndex rehearsedIndex;

    BulkPeople(People people, PersonIndex index, @Rehearsed PersonIndex rehearsedIndex) {
        this.people = people;
        this.index = index;
        this.rehearsedIndex = rehearsedIndex;
    }

    /** @return as many as {@code wanted}, in their order */
    Uni<List<RowOutcome>> put(List<Wanted.OfAPerson> wanted, Origin origin) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return (origin.rehearsed() ? rehearsedIndex : index)
                .resolve(wanted.stream().map(BulkPeople::id).distinct().toList())
                .flatMap(known -> put(wanted, known, origin));
    }

    private Uni<List<RowOutcome>> put(List<Wanted.OfAPerson> wanted, Map<ExternalId, PersonRef> known, Origin origin) {
        return Multi.createFrom()
                .iterable(wanted)
                .onItem()
                .transformToUniAndConcatenate(
                        person -> put(person, Objects.requireNonNull(known.get(id(person))), origin))
                .collect()
                .asList();
    }

    private Uni<RowOutcome> put(Wanted.OfAPerson person, PersonRef ref, Origin origin) {
        return people.change(ref.personId(), new PersonChange.Replaced(person.entry()), person.seen(), origin)
                .map(BulkPeople::outcome);
    }

    private static RowOutcome outcome(People.Result result) {
        if (result instanceof People.Result.Outdated outdated) {
            return new RowOutcome.Outdated(outdated.stored(), outdated.seen());
        }
        People.Result.Stored stored = (People.Result.Stored) result;
        long version = stored.person().version();
        return version == stored.before() ? new RowOutcome.Unchanged() : RowOutcome.stored(version);
    }

    private static ExternalId id(Wanted.OfAPerson person) {
        return ExternalId.user(person.userId());
    }
}
