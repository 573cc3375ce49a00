package io.playcaller.ingest.rights.app;

import io.playcaller.ingest.rights.Part;
import io.playcaller.ingest.rights.Part.After;
import io.playcaller.ingest.rights.PersonFile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Reads, part by part, what is held about a person: the tables, then the log. */
@ApplicationScoped
public class AccessReport {

    private final Holdings holdings;
    private final LogFacts facts;

    AccessReport(Holdings holdings, LogFacts facts) {
        this.holdings = holdings;
        this.facts = facts;
    }

    /**
     * What to read.
     *
     * @param log whether the log is read, too
     */
    public record Question(After after, int limit, boolean log) {}

    /** A part, and whom it is about. */
    public record Answer(PersonFile person, Part part) {}

    /** Empty when there is no such person. */
    public Uni<Optional<Answer>> read(UUID personId, Question question) {
        return holdings.file(personId)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<Answer>empty())
                        : part(found.get(), question).map(part -> Optional.of(new Answer(found.get(), part))));
    }

    private Uni<Part> part(PersonFile person, Question question) {
        After after = question.after();
        if (after.inLog()) {
            return facts.of(person, after.position(), question.limit());
        }
        return holdings.of(person, after, question.limit())
                .map(part -> part.next() == null && question.log() ? new Part(part.items(), After.TABLES) : part);
    }
}
