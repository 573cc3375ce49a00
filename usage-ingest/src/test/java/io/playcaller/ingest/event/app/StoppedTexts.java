package io.playcaller.ingest.event.app;

import io.playcaller.contracts.register.PersonSaid;
import io.playcaller.ingest.person.FactRef;
import io.playcaller.ingest.person.Said;
import io.playcaller.ingest.person.SaidFilter;
import io.playcaller.ingest.person.app.Texts;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A door stands still before it stores what people wrote. */
record StoppedTexts(Texts texts, Stop stop) implements Texts {

    @Override
    public Uni<Void> store(List<Said> said) {
        return stop.before(texts.store(said));
    }

    @Override
    public Uni<List<PersonSaid>> newest(SaidFilter filter, @Nullable Position after, int limit) {
        return texts.newest(filter, after, limit);
    }

    @Override
    public Uni<Void> retract(List<FactRef> facts, Instant at) {
        return texts.retract(facts, at);
    }

    @Override
    public Uni<Integer> deleteOlderThan(Instant oldest) {
        return texts.deleteOlderThan(oldest);
    }
}
