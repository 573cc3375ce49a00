package io.playcaller.router.digital.app;

import io.playcaller.contracts.Ids;
import io.playcaller.router.digital.DigitalMessage;
import io.playcaller.router.digital.Outgoing;
import io.playcaller.router.digital.out.PgContacts;
import io.playcaller.router.digital.out.PgMessages;
import io.playcaller.router.play.PlayStep;
import io.playcaller.router.run.PlayRun;
import io.playcaller.router.run.RunChange;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes the messages of digital steps that begin, keeps the date in them true, and takes back those of runs that end. */
@ApplicationScoped
public class StepSending {

    private final PgContacts contacts;
    private final PgMessages messages;

    StepSending(PgContacts contacts, PgMessages messages) {
        this.contacts = contacts;
        this.messages = messages;
    }

    /** Belongs to the transaction that decided these changes. */
    public Uni<Void> follow(Transaction tx, List<RunChange> changes) {
        List<UUID> ended = changes.stream()
                .filter(RunChange::ends)
                .map(change -> change.after().playRunId())
                .toList();
        return messages.withdraw(tx, ended)
                .chain(() -> messages.redate(tx, redated(changes)))
                .chain(() -> make(tx, changes));
    }

    private static Map<UUID, LocalDate> redated(List<RunChange> changes) {
        return changes.stream()
                .filter(RunChange::isRedated)
                .map(RunChange::after)
                .collect(Collectors.toMap(
                        PlayRun::playRunId, run -> Objects.requireNonNull(run.date()), (one, other) -> other));
    }

    private Uni<Void> make(Transaction tx, List<RunChange> changes) {
        List<RunChange> sending = changes.stream()
                .filter(change -> change.after().accountId() != null)
                .filter(change -> !change.sendings().isEmpty())
                .toList();
        List<String> accounts = sending.stream()
                .map(change -> Objects.requireNonNull(change.after().accountId()))
                .distinct()
                .toList();
        return accounts.isEmpty()
                ? Uni.createFrom().voidItem()
                : contacts.addressees(tx, accounts)
                        .chain(people -> messages.insert(tx, made(sending, people, tx.now())));
    }

    private static List<Outgoing> made(List<RunChange> sending, Map<String, List<String>> people, Instant now) {
        List<Outgoing> made = new ArrayList<>();
        for (RunChange change : sending) {
            String accountId = Objects.requireNonNull(change.after().accountId());
            for (PlayStep step : change.sendings()) {
                for (String personId : people.getOrDefault(accountId, List.of())) {
                    made.add(message(change.after(), step, accountId, personId, now));
                }
            }
        }
        return made;
    }

    private static Outgoing message(PlayRun run, PlayStep step, String accountId, String personId, Instant now) {
        DigitalMessage message = Objects.requireNonNull(step.message(), "a digital step without a text is skipped");
        return new Outgoing(
                Ids.derived("digital-message", run.playRunId(), step.key(), personId),
                run.playRunId(),
                run.play().key(),
                step.key(),
                accountId,
                personId,
                message,
                run.date(),
                now.plus(Duration.ofDays(message.days())),
                0);
    }
}
