package io.playcaller.router.handover.app;

import io.playcaller.contracts.Ids;
import io.playcaller.router.account.KnownAccount;
import io.playcaller.router.account.out.PgAccounts;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.handover.AccountHandOver;
import io.playcaller.router.handover.HandOverAnswer;
import io.playcaller.router.handover.HandOverAnswer.Changed;
import io.playcaller.router.handover.HandOverAnswer.Refused;
import io.playcaller.router.handover.HandOverDecider;
import io.playcaller.router.handover.HandOverNotes;
import io.playcaller.router.handover.HandOverState;
import io.playcaller.router.handover.Ownership;
import io.playcaller.router.handover.ProposalPolicy;
import io.playcaller.router.handover.out.PgHandOvers;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Proposes hand-overs and takes in answers: the row locked, decided, written, whoever waits for it told, in one transaction. */
@ApplicationScoped
public class HandOvers {

    /** How long somebody has to answer, in their own working time. */
    private static final BusinessTime TO_ANSWER = new BusinessTime(1, BusinessTime.Unit.DAY);

    private final Transactions transactions;
    private final PgHandOvers store;
    private final PgAccounts accounts;
    private final HandOverNotices notices;
    private final CurrentRules rules;
    private final DeliveryWorker deliveries;

    HandOvers(
            Transactions transactions,
            PgHandOvers store,
            PgAccounts accounts,
            HandOverNotices notices,
            CurrentRules rules,
            DeliveryWorker deliveries) {
        this.transactions = transactions;
        this.store = store;
        this.accounts = accounts;
        this.notices = notices;
        this.rules = rules;
        this.deliveries = deliveries;
    }

    /**
     * What somebody wants to hand over.
     *
     * @param takesEffectAt null for at once when it is accepted
     */
    public record Wish(
            String accountId,
            String role,
            String recipient,
            HandOverNotes notes,
            @Nullable Instant takesEffectAt) {}

    /**
     * Proposes it, where that is theirs to do: the recipient is told and has a business day to answer.
     *
     * @param by acting as a lead where they are a lead or of CS Ops
     */
    public Uni<HandOverAnswer> propose(Wish wish, Actor by) {
        return transactions
                .run(tx -> accounts.find(tx, List.of(wish.accountId()))
                        .chain(known -> propose(tx, wish, Optional.ofNullable(known.get(wish.accountId())), by)))
                .invoke(() -> deliveries.poke());
    }

    private Uni<HandOverAnswer> propose(Transaction tx, Wish wish, Optional<KnownAccount> account, Actor by) {
        RouterRules current = rules.get();
        Optional<StaffMember> recipient = current.directory().personAt(wish.recipient(), tx.now());
        Optional<Refused> refusal = account.isEmpty()
                ? Optional.of(
                        new Refused("account.unknown", "Nothing is known of an account " + wish.accountId() + "."))
                : refusal(tx, wish, recipient)
                        .or(() -> new ProposalPolicy(current.directory(), current.diary(tx.now()))
                                .refusal(
                                        by,
                                        wish.role(),
                                        wish.recipient(),
                                        account.get().owners()));
        if (refusal.isPresent()) {
            return Uni.createFrom().item(refusal.get());
        }
        AccountHandOver handOver = made(tx, wish, account.orElseThrow(), by);
        return store.propose(tx, handOver)
                .chain(written -> written
                        ? notices.proposed(tx, handOver, account.orElseThrow().name())
                                .replaceWith((HandOverAnswer) new Changed(handOver))
                        : Uni.createFrom()
                                .item(new Refused(
                                        "hand-over.open",
                                        "A hand-over of this account in this role is open: answer or withdraw it.")));
    }

    private Optional<Refused> refusal(Transaction tx, Wish wish, Optional<StaffMember> recipient) {
        if (recipient.isEmpty()) {
            return Optional.of(new Refused(
                    "not-in-directory", "Nobody here is called " + wish.recipient() + ", or they have left."));
        }
        BusinessCalendar calendar = rules.get().calendarOfPerson(wish.recipient());
        return recipient.get().holds(wish.role(), calendar.dayOf(tx.now()))
                ? Optional.empty()
                : Optional.of(
                        new Refused("not-in-role", recipient.get().name() + " is not " + wish.role() + " today."));
    }

    private AccountHandOver made(Transaction tx, Wish wish, KnownAccount account, Actor by) {
        BusinessCalendar calendar = rules.get().calendarOfPerson(wish.recipient());
        return new AccountHandOver(
                Ids.next(),
                wish.accountId(),
                wish.role(),
                Ownership.on(account.owners(), wish.role(), calendar.dayOf(tx.now()))
                        .orElse(null),
                wish.recipient(),
                wish.notes(),
                wish.takesEffectAt() == null ? tx.now() : wish.takesEffectAt(),
                by.id(),
                tx.now(),
                answerBy(wish.recipient(), tx.now()),
                HandOverState.PROPOSED,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private Instant answerBy(String recipient, Instant now) {
        BusinessCalendar calendar = rules.get().calendarOfPerson(recipient);
        return calendar.add(now, TO_ANSWER.by(calendar));
    }

    public Uni<Optional<HandOverAnswer>> accept(UUID id, Actor by) {
        return act(id, (decider, handOver) -> decider.accept(handOver, by));
    }

    public Uni<Optional<HandOverAnswer>> reject(UUID id, Actor by, String because) {
        return act(id, (decider, handOver) -> decider.reject(handOver, by, because));
    }

    public Uni<Optional<HandOverAnswer>> withdraw(UUID id, Actor by, String because) {
        return act(id, (decider, handOver) -> decider.withdraw(handOver, by, because));
    }

    /** Empty when there is no such hand-over. */
    private Uni<Optional<HandOverAnswer>> act(
            UUID id, BiFunction<HandOverDecider, AccountHandOver, HandOverAnswer> decision) {
        return transactions
                .run(tx -> store.lock(tx, id)
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().item(Optional.<HandOverAnswer>empty())
                                : follow(tx, decision.apply(new HandOverDecider(tx.now()), found.get()))
                                        .map(Optional::of)))
                .invoke(() -> deliveries.poke());
    }

    private Uni<HandOverAnswer> follow(Transaction tx, HandOverAnswer answer) {
        return answer instanceof Changed changed
                ? store.write(tx, changed.after())
                        .chain(() -> notices.answered(tx, changed.after()))
                        .replaceWith(answer)
                : Uni.createFrom().item(answer);
    }

    /**
     * Their recipient leaves: somebody else is to have what is open, and to accept it anew. Belongs to a larger transaction, which has
     * its row.
     *
     * @param other null where nobody was found: it is withdrawn
     */
    public Uni<Void> passOn(Transaction tx, AccountHandOver handOver, @Nullable String other, Actor by) {
        HandOverDecider decider = new HandOverDecider(tx.now());
        HandOverAnswer answer = other == null
                ? decider.withdraw(handOver, by.leading(true), "Its recipient leaves, and nobody else was found.")
                : decider.redirect(handOver, other, answerBy(other, tx.now()));
        if (!(answer instanceof Changed changed)) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> written = store.write(tx, changed.after());
        return other == null ? written : written.chain(() -> notices.proposed(tx, changed.after(), null));
    }
}
