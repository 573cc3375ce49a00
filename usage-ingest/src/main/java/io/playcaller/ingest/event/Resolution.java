package io.playcaller.ingest.event;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.ingest.catalogue.UseRules;
import io.playcaller.ingest.event.Statement.Alias;
import io.playcaller.ingest.event.Statement.Correction;
import io.playcaller.ingest.event.Statement.OfAPerson;
import io.playcaller.ingest.event.Statement.OfTheLog;
import io.playcaller.ingest.event.Statement.Usage;
import io.playcaller.ingest.identity.ClaimedDomains.Claim;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.PersonRef;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the items of one delivery, in their order: when it happened, whose it is, whether it may open work. An edge that
 * an item states ({@code group}) holds for the items after it, as it will once it is stored.
 *
 * <p>The account is, in this order: the one that the event names, the stored edge of the person who did it, the one that claims
 * the domain of the address that it says of them. Otherwise it is unknown, and nobody guesses: that would move the wrong
 * customer's score. What is for the log and names who did it waits for the edge; all else is refused, and so is what comes from
 * a dead letter or from waiting. What is for the log goes to the account into which that one was merged, if it was.
 */
public final class Resolution {

    private final ClockSkew skew;
    private final LiveWindow window;
    private final Delivery delivery;
    private final Identities known;
    private final UseRules use;
    private final Map<ExternalId, PersonRef> stated = new HashMap<>();

    /** @param use what is use, and under which name */
    public Resolution(ClockSkew skew, LiveWindow window, Delivery delivery, Identities known, UseRules use) {
        this.skew = skew;
        this.window = window;
        this.delivery = delivery;
        this.known = known;
        this.use = use;
    }

    /** The next item; call it once per item, in order. */
    public Step<Resolved> next(Item item) {
        return item.draft()
                .then(draft -> skew.happenedAt(
                                draft.times().shiftedBy(delivery.clockOffset()),
                                delivery.cameAt(),
                                draft.places().time())
                        .then(happenedAt -> account(draft).then(account -> {
                            remember(draft, account);
                            return Step.kept(new Resolved(
                                    item,
                                    named(draft, happenedAt),
                                    envelope(draft, happenedAt, account.id()),
                                    personIds(draft.subject()),
                                    account));
                        })));
    }

    private Draft named(Draft draft, Instant happenedAt) {
        return draft.statement() instanceof Usage usage
                ? draft.saying(usage.by(use, draft.subject(), happenedAt))
                : draft;
    }

    private Step<FoundAccount> account(Draft draft) {
        Subject subject = draft.subject();
        FoundAccount account = following(draft.statement(), found(draft));
        if (account.id() != null || mayBeWithout(draft.statement()) || mayWait(draft)) {
            return Step.kept(account);
        }
        if (subject.people().isEmpty()) {
            return Step.refused(Refusal.field(
                    Refusal.SUBJECT_MISSING,
                    draft.places().account(),
                    "the id of the account, unless " + draft.places().person() + " names a person",
                    "absent"));
        }
        return Step.refused(accountUnknown(draft, ""));
    }

    /**
     * Why an event is refused of which nobody can tell which account it is about.
     *
     * @param more why it does not wait for that, or no longer; empty where it could not
     */
    public static Refusal accountUnknown(Draft draft, String more) {
        return Refusal.field(
                Refusal.ACCOUNT_UNKNOWN,
                draft.places().account(),
                "the id of the account, unless a group call has said which account the person belongs to" + more,
                "absent");
    }

    private boolean mayWait(Draft draft) {
        return !delivery.replay()
                && draft.statement() instanceof OfTheLog
                && !draft.subject().people().isEmpty();
    }

    private static boolean mayBeWithout(Statement statement) {
        return statement instanceof Alias || (statement instanceof OfAPerson person && !person.accountRequired());
    }

    private FoundAccount found(Draft draft) {
        String named = draft.subject().accountId();
        if (named != null) {
            return FoundAccount.by(AccountBy.EXPLICIT, named);
        }
        if (draft.subject().people().isEmpty()) {
            return FoundAccount.UNKNOWN;
        }
        PersonRef person = asStated(draft.subject().people().get(0));
        String account = claim(draft.statement(), person).map(Claim::accountId).orElse(person.accountId());
        return account == null
                ? FoundAccount.UNKNOWN
                : FoundAccount.by(person.mayBePlaced() ? AccountBy.DOMAIN : AccountBy.EDGE, account);
    }

    private Optional<Claim> claim(Statement statement, PersonRef person) {
        return person.isUnplaced()
                        && statement instanceof OfAPerson said
                        && said.patch().email() != null
                ? known.domains().of(said.patch().email())
                : Optional.empty();
    }

    /** Facts of record, and what takes facts back, stay with the account that they name. */
    private FoundAccount following(Statement statement, FoundAccount account) {
        String id = account.id();
        if (id == null || !(statement instanceof OfTheLog) || statement instanceof Correction) {
            return account;
        }
        String end = known.merged().of(id);
        return end.equals(id) ? account : account.following(end);
    }

    private void remember(Draft draft, FoundAccount account) {
        if (draft.statement() instanceof OfAPerson && account.id() != null) {
            boolean byDomain = account.by() == AccountBy.DOMAIN;
            for (ExternalId who : draft.subject().people()) {
                stated.put(who, new PersonRef(person(who).personId(), account.id(), byDomain));
            }
        }
    }

    private Envelope envelope(Draft draft, Instant happenedAt, @Nullable String account) {
        FactOrigin origin = window.judge(happenedAt, delivery.receivedAt(), delivery.backfill());
        return new Envelope(draft.id(), delivery.source(), happenedAt, account, origin, delivery.receivedAt(), 0);
    }

    private List<String> personIds(Subject subject) {
        List<String> ids = new ArrayList<>();
        subject.people().forEach(who -> ids.add(person(who).personId()));
        ids.addAll(subject.personIds());
        return ids;
    }

    private PersonRef asStated(ExternalId who) {
        PersonRef said = stated.get(who);
        return said == null ? person(who) : said;
    }

    private PersonRef person(ExternalId who) {
        PersonRef person = known.people().get(who);
        if (person == null) {
            throw new IllegalStateException("a person of the delivery was not looked up");
        }
        return person;
    }
}
