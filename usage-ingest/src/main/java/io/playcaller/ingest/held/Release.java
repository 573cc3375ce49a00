package io.playcaller.ingest.held;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.ingest.catalogue.UseRules;
import io.playcaller.ingest.event.ClockSkew;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Identities;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.LetterTerms;
import io.playcaller.ingest.event.LiveWindow;
import io.playcaller.ingest.event.Resolution;
import io.playcaller.ingest.event.Resolved;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.PersonRef;
import io.playcaller.ingest.person.Said;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of an event that waits, now that its person may have an account. */
public sealed interface Release {

    /**
     * It goes to the log.
     *
     * @param personIds of everybody whom it names by an id of their product
     */
    record Ready(HeldEvent held, Set<String> personIds, Envelope envelope, Record fact, Optional<Said> said)
            implements Release {

        public Ready {
            personIds = Set.copyOf(personIds);
        }

        public String accountId() {
            return Objects.requireNonNull(envelope.accountId());
        }
    }

    /** It cannot be used after all, for another reason than its account. */
    record Unusable(HeldEvent held, Refusal refusal) implements Release {}

    /** It goes on waiting. */
    record StillWaits(HeldEvent held) implements Release {}

    /**
     * Its account is the one that its person has now; it happened when it says, or when it first came; and it is received now,
     * so that it is live or baseline by the same rule as everything that comes into the log now.
     *
     * @param item the event, read again
     * @param known whom it names, as they are known now; who is missing is being forgotten, and the event with them
     */
    static Release of(HeldEvent held, Item item, Identities known, Rules rules, Instant now) {
        if (namesWhoIsMissing(item, known.people())) {
            return new StillWaits(held);
        }
        DeadLetter letter = held.letter();
        LetterTerms terms = LetterTerms.of(letter.attributes());
        Delivery delivery = new Delivery(
                held.key().source(),
                letter.place(),
                "held",
                now,
                terms.clockOffset(),
                terms.backfill(),
                letter.receivedAt(),
                List.of(item));
        Step<Resolved> step = new Resolution(rules.skew(), rules.window(), delivery, known, rules.use()).next(item);
        if (step instanceof Step.Refused<Resolved> no) {
            return no.refusal().code().equals(Refusal.ACCOUNT_UNKNOWN)
                    ? new StillWaits(held)
                    : new Unusable(held, no.refusal());
        }
        Resolved event = ((Step.Kept<Resolved>) step).value();
        Set<String> personIds = event.draft().subject().people().stream()
                .map(who -> Objects.requireNonNull(known.people().get(who)).personId())
                .collect(Collectors.toSet());
        return new Ready(held, personIds, event.envelope(), event.fact(terms.clockOffset()), event.said());
    }

    private static boolean namesWhoIsMissing(Item item, Map<ExternalId, PersonRef> people) {
        return item.draft() instanceof Step.Kept<Draft> read
                && !people.keySet().containsAll(read.value().subject().people());
    }

    /** How the door judges times and use. */
    record Rules(ClockSkew skew, LiveWindow window, UseRules use) {}
}
