package io.playcaller.ingest.held.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.WireJson;
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
import io.playcaller.ingest.held.Admission.Known;
import io.playcaller.ingest.held.Amount;
import io.playcaller.ingest.held.HoldingPolicy;
import io.playcaller.ingest.held.Waiting;
import io.playcaller.ingest.letter.app.Named;
import io.playcaller.ingest.refusal.Refusal;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lets events wait, while there is room. */
@ApplicationScoped
class HoldingService implements HoldingArea {

    /** For how long a source that had no room is refused without asking again: a flood must not add up rows for each event. */
    private static final Duration FULL_FOR = Duration.ofSeconds(1);

    private final HeldEvents held;
    private final HoldingPolicy policy;
    private final Duration claimsKept;
    private final Cache<String, String> full =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FULL_FOR).build();

    HoldingService(HeldEvents held, IngestConfig config) {
        this.held = held;
        this.policy = policy(config.holding());
        this.claimsKept = config.dedup().window();
    }

    static HoldingPolicy policy(IngestConfig.Holding settings) {
        return new HoldingPolicy(
                settings.heldFor(),
                new Amount(settings.perSource(), settings.bytesPerSource()),
                new Amount(settings.inAll(), settings.bytesInAll()));
    }

    /** Ends the start where settings contradict each other. */
    void start(@Observes StartupEvent started) {
        policy.requireWithin(claimsKept);
    }

    @Override
    public Uni<List<Outcome>> hold(Delivery delivery, List<Resolved> events) {
        String why = full.getIfPresent(delivery.source());
        if (why != null) {
            return whileFull(delivery.source(), events, why);
        }
        List<Waiting> set = set(delivery, events);
        Uni<List<Outcome>> first = held.admit(
                        set,
                        delivery.receivedAt(),
                        standing -> new Admission(policy, delivery.source(), standing).of(set))
                .invoke(answers -> answers.forEach(answer -> note(delivery.source(), answer)))
                .map(answers -> outcomes(events, answers));
        return set.size() == events.size()
                ? first
                : first.flatMap(outcomes -> hold(delivery, events.subList(set.size(), events.size()))
                        .map(others -> Stream.concat(outcomes.stream(), others.stream())
                                .toList()));
    }

    @Override
    public Uni<Set<String>> waiting(String source, List<String> ids) {
        return held.known(source, ids).map(Known::waiting);
    }

    /** What waits already is no letter, also while nothing more may wait. */
    private Uni<List<Outcome>> whileFull(String source, List<Resolved> events, String why) {
        List<String> ids = events.stream().map(event -> event.draft().id()).toList();
        return held.known(source, ids)
                .map(known -> ids.stream().map(id -> known.whileFull(id, why)).toList())
                .map(answers -> outcomes(events, answers));
    }

    private void note(String source, Answer answer) {
        if (answer instanceof Answer.NoRoom no) {
            full.put(source, no.why());
        }
    }

    /** The first of them, one transaction's worth: each letter has what its batch said for all, so they may be large. */
    private List<Waiting> set(Delivery delivery, List<Resolved> events) {
        List<Waiting> set = new ArrayList<>();
        long bytes = 0;
        for (Resolved event : events) {
            if (bytes >= HoldingPolicy.SET_BYTES) {
                break;
            }
            Waiting waiting = waiting(delivery, event);
            set.add(waiting);
            bytes += waiting.letter().bytes();
        }
        return set;
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
        byte[] json = WireJson.write(letter);
        return new Waiting(
                key,
                event.draft().subject().people().get(0),
                until,
                new Waiting.Letter(delivery.place(), new String(json, StandardCharsets.UTF_8), json.length),
                Named.in(letter).persons());
    }

    /** Of the first of the events, as far as there are answers. */
    private static List<Outcome> outcomes(List<Resolved> events, List<Answer> answers) {
        return IntStream.range(0, answers.size())
                .mapToObj(i -> outcome(events.get(i), answers.get(i)))
                .toList();
    }

    private static Outcome outcome(Resolved event, Answer answer) {
        if (answer instanceof Answer.NoRoom no) {
            return noRoom(event, no.why());
        }
        if (answer instanceof Answer.TooLarge no) {
            return noRoom(event, no.why());
        }
        if (answer instanceof Answer.WaitsAlready) {
            return new Outcome.Duplicate();
        }
        if (answer instanceof Answer.Ending) {
            return new Outcome.NotStored("it waited in vain, and its dead letter is being written");
        }
        return answer instanceof Answer.Forgotten
                ? new Outcome.NotStored("a person of it is being forgotten")
                : new Outcome.Held();
    }

    static Outcome noRoom(Resolved event, String why) {
        return new Outcome.Refused(Resolution.accountUnknown(event.draft(), "; " + why));
    }
}
