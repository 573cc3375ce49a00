package io.playcaller.ingest.held.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.LetterTerms;
import io.playcaller.ingest.event.Outcome;
import io.playcaller.ingest.event.Resolution;
import io.playcaller.ingest.event.Resolved;
import io.playcaller.ingest.event.app.DeadLetters;
import io.playcaller.ingest.event.app.HoldingArea;
import io.playcaller.ingest.held.Admission;
import io.playcaller.ingest.held.Admission.Answer;
import io.playcaller.ingest.held.HoldingPolicy;
import io.playcaller.ingest.held.Waiting;
import io.playcaller.ingest.letter.app.Named;
import io.playcaller.ingest.refusal.Refusal;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lets events wait, while there is room. */
@ApplicationScoped
class HoldingService implements HoldingArea {

    /** For how long a source that had no room is refused without asking again: a flood must not count rows for each event. */
    private static final Duration FULL_FOR = Duration.ofSeconds(1);

    private final HeldEvents held;
    private final HoldingPolicy policy;
    private final Duration claimsKept;
    private final Cache<String, String> full =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FULL_FOR).build();

    HoldingService(HeldEvents held, IngestConfig config) {
        this.held = held;
        IngestConfig.Holding holding = config.holding();
        this.policy = new HoldingPolicy(holding.heldFor(), holding.perSource(), holding.inAll());
        this.claimsKept = config.dedup().window();
    }

    /** Ends the start where settings contradict each other. */
    void start(@Observes StartupEvent started) {
        policy.requireWithin(claimsKept);
    }

    @Override
    public Uni<List<Outcome>> hold(Delivery delivery, List<Resolved> events) {
        String why = full.getIfPresent(delivery.source());
        if (why != null) {
            return Uni.createFrom()
                    .item(events.stream().map(event -> noRoom(event, why)).toList());
        }
        List<Waiting> waiting =
                events.stream().map(event -> waiting(delivery, event)).toList();
        return held.admit(
                        waiting,
                        delivery.receivedAt(),
                        standing -> new Admission(policy, delivery.source(), standing).of(waiting))
                .map(answers -> outcomes(delivery.source(), events, answers));
    }

    /** Two events that look the same are two, and become two letters; so does one that comes again in other words. */
    private Waiting waiting(Delivery delivery, Resolved event) {
        ClaimKey key = new ClaimKey(delivery.source(), event.draft().id());
        Instant until = policy.until(delivery.receivedAt());
        Refusal refusal = Resolution.accountUnknown(event.draft(), "; nobody had by " + until);
        String words = event.item().raw().payload().text();
        String letterId =
                Ids.derived("letter-of-held", key.source(), key.id(), words).toString();
        LetterTerms terms = LetterTerms.ofWaiting(delivery, event.item());
        DeadLetter letter = DeadLetters.letter(letterId, terms, delivery, event.item(), refusal);
        return new Waiting(
                key,
                event.draft().subject().people().get(0),
                until,
                letter,
                Named.in(letter).persons());
    }

    private List<Outcome> outcomes(String source, List<Resolved> events, List<Answer> answers) {
        List<Outcome> outcomes = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            if (answers.get(i) instanceof Answer.NoRoom no) {
                full.put(source, no.why());
            }
            outcomes.add(outcome(events.get(i), answers.get(i)));
        }
        return List.copyOf(outcomes);
    }

    private static Outcome outcome(Resolved event, Answer answer) {
        if (answer instanceof Answer.NoRoom no) {
            return noRoom(event, no.why());
        }
        if (answer instanceof Answer.WaitsAlready) {
            return new Outcome.Duplicate();
        }
        return answer instanceof Answer.Forgotten
                ? new Outcome.NotStored("a person of it is being forgotten")
                : new Outcome.Held();
    }

    static Outcome noRoom(Resolved event, String why) {
        return new Outcome.Refused(Resolution.accountUnknown(event.draft(), "; " + why));
    }
}
