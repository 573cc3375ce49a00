package io.playcaller.ingest.door.webhook;

import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Bodies that an admin wrote: the first mapping that is for one says what it becomes. */
record MappedFacts(List<FactMapping> mappings) implements Translator {

    public MappedFacts {
        mappings = List.copyOf(mappings);
    }

    @Override
    public Step<Translation> translate(Sent sent) {
        return of(sent).map(mapping -> mapping.translate(sent))
                .orElseGet(() -> Step.refused(Refusal.of(Refusal.LEFT_OUT, "no mapping of this webhook is for it")));
    }

    @Override
    public Optional<String> person(Sent sent) {
        return of(sent).flatMap(mapping -> mapping.fields().person(sent));
    }

    private Optional<FactMapping> of(Sent sent) {
        return mappings.stream().filter(mapping -> mapping.isFor(sent)).findFirst();
    }

    /** An admin's body may tell of what happened long before. */
    @Override
    public boolean tellsAtOnce() {
        return false;
    }

    @Override
    public Set<String> pointers() {
        return mappings.stream()
                .flatMap(mapping -> mapping.pointers().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Needs needs() {
        return mappings.stream().map(FactMapping::needs).reduce(Needs.NONE, Needs::and);
    }

    @Override
    public Set<String> headers() {
        return mappings.stream().flatMap(mapping -> mapping.headers().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
