package io.playcaller.router.digital.app;

import io.playcaller.router.digital.Circumstances;
import io.playcaller.router.digital.Outgoing;
import io.playcaller.router.digital.Parcel;
import io.playcaller.router.digital.SendDecider;
import io.playcaller.router.digital.SendDecision;
import io.playcaller.router.digital.out.PgContacts;
import io.playcaller.router.digital.out.PgMessageClaims;
import io.playcaller.router.run.out.PgRunDues;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Decides messages whose time has come, and claims those that go: the gate is asked, and the message counted, in the transaction
 * that claims it, under the lock of its person.
 */
@ApplicationScoped
class MessageClaims {

    private final Transactions transactions;
    private final PgMessageClaims messages;
    private final PgContacts contacts;
    private final Contacts gate;
    private final MessageChannels channels;
    private final PgRunDues runs;

    MessageClaims(
            Transactions transactions,
            PgMessageClaims messages,
            PgContacts contacts,
            Contacts gate,
            MessageChannels channels,
            PgRunDues runs) {
        this.transactions = transactions;
        this.messages = messages;
        this.contacts = contacts;
        this.gate = gate;
        this.channels = channels;
        this.runs = runs;
    }

    /** Decides at most so many, and answers those that are to be sent now. */
    Uni<List<Parcel>> claim(int atMost) {
        return transactions.run(tx -> messages.recover(tx)
                .chain(lost -> runs.ofRuns(tx, lost))
                .chain(() -> messages.due(tx, atMost))
                .chain(due -> decideEach(tx, due)));
    }

    private Uni<List<Parcel>> decideEach(Transaction tx, List<Outgoing> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(message -> decide(tx, message))
                .collect()
                .asList()
                .map(decided -> decided.stream().flatMap(Optional::stream).toList());
    }

    private Uni<Optional<Parcel>> decide(Transaction tx, Outgoing message) {
        boolean ready = channels.of(message.message().channel()).isReady();
        return contacts.lock(tx, message.personId())
                .chain(() -> gate.judge(tx, message.personId(), message.messageId()))
                .chain(permission -> messages.around(tx, message, permission))
                .chain(around -> follow(tx, message, around, new SendDecider(tx.now(), ready).decide(message, around)));
    }

    private Uni<Optional<Parcel>> follow(
            Transaction tx, Outgoing message, Circumstances around, SendDecision decision) {
        Uni<Void> written = messages.decided(tx, message, decision);
        if (decision instanceof SendDecision.Send send) {
            String template = message.message().template().key();
            Parcel parcel = Parcel.of(message.attempted(), send.email(), around, gate.wayOut(message.personId()));
            return written.chain(() -> contacts.written(tx, message.messageId(), message.personId(), template))
                    .replaceWith(Optional.of(parcel));
        }
        return decision instanceof SendDecision.Skip
                ? written.chain(() -> runs.ofRuns(tx, List.of(message.playRunId())))
                        .replaceWith(Optional.empty())
                : written.replaceWith(Optional.empty());
    }
}
