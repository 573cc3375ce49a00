package io.playcaller.ingest.person.out;

import io.playcaller.contracts.register.PersonSaid;
import io.playcaller.ingest.person.FactRef;
import io.playcaller.ingest.person.Said;
import io.playcaller.ingest.person.SaidFilter;
import io.playcaller.ingest.person.app.Texts;
import io.playcaller.ingest.rehearsal.app.Rehearsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said in a rehearsal is not kept, and what is taken back in it stays. */
@Rehearsed
@ApplicationScoped
class RehearsedTexts implements Texts {

    @Override
    public Uni<Void> store(List<Said> texts) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<List<PersonSaid>> newest(SaidFilter filter, @Nullable Position after, int limit) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<Void> retract(List<FactRef> facts, Instant at) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Integer> deleteOlderThan(Instant oldest) {
        return Uni.createFrom().item(0);
    }
}
