package io.playcaller.router.digital.app;

import io.playcaller.router.digital.Circumstances;
import io.playcaller.router.digital.Outgoing;
import io.playcaller.router.digital.Parcel;
import io.playcaller.router.digital.SendDecider;
import io.playcaller.router.digital.SendDecision;
import io.playcaller.router.digital.out.PgLostMessages;
import io.playcaller.router.digital.out.PgMessageClaims;
import io.playcaller.router.digital.out.PgMessageClaims.Unreadable;
import io.playcaller.router.run.out.PgRunDues;
import io.playcaller.router.store.Lanes;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Decides messages whose time has come, and claims those that go: the gate is asked, and the message counted, in the transaction
 * that claims it, in the lane of its account and under the lock of its mailbox. Work of ours on the account that begins meanwhile waits
 * for that transaction, or is seen by it: what stops a message and is committed before its claim stops it, what comes after finds it on
 * its way. A lane that somebody else holds is not waited for, as they may want a row that is locked here.
 */
@ApplicationScoped
class MessageClaims {

    private final Transactions transactions;
    private final PgMessageClaims messages;
    private final PgLostMessages lost;
    private final Contacts gate;
    private final MessageChannels channels;
    private final PgRunDues runs;

    MessageClaims(
            Transactions transactions,
            PgMessageClaims messages,
            PgLostMessages lost,
            Contacts gate,
            MessageChannels channels,
            PgRunDues runs) {
        this.transactions = transactions;
        this.messages = messages;
        this.lost = lost;
        this.gate = gate;
        this.channels = channels;
        this.runs = runs;
    }

    /** Decides at most so many, and answers those that are to be sent now. */
    Uni<List<Parcel>> claim(int atMost) {
        return transactions.run(tx -> lost.recover(tx)
                .chain(runsOfLost -> runs.ofRuns(tx, runsOfLost))
                .chain(() -> messages.due(tx, atMost))
                .call(due -> giveUp(tx, due.unreadable()))
                .chain(due -> inTheirLanes(tx, due.messages()))
                .chain(due -> decideEach(tx, due)));
    }

    /** One that cannot be read holds up no other, and its run goes on. */
    private Uni<Void> giveUp(Transaction tx, List<Unreadable> unreadable) {
        return messages.giveUp(tx, unreadable)
                .chain(() -> runs.ofRuns(
                        tx,
                        unreadable.stream()
                                .map(Unreadable::playRunId)
                                .distinct()
                                .toList()));
    }

    /** Those of accounts on which nobody else works at this moment; the others come with the next round. */
    private static Uni<List<Outgoing>> inTheirLanes(Transaction tx, List<Outgoing> due) {
        return Lanes.lockFree(tx, due.stream().map(Outgoing::accountId).toList())
                .map(held -> due.stream()
                        .filter(message -> held.contains(message.accountId()))
                        .toList());
    }

    private Uni<List<Parcel>> decideEach(Transaction tx, List<Outgoing> due) {
        return gate.lock(tx, due.stream().map(Outgoing::personId).distinct().toList())
                .chain(() -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(message -> decide(tx, message))
                        .collect()
                        .asList())
                .map(decided -> decided.stream().flatMap(Optional::stream).toList());
    }

    private Uni<Optional<Parcel>> decide(Transaction tx, Outgoing message) {
        boolean ready = channels.of(message.message().channel()).isReady();
        return gate.judge(tx, message.personId(), message.messageId())
                .chain(permission -> messages.around(tx, message, permission))
                .chain(around -> follow(tx, message, around, new SendDecider(tx.now(), ready).decide(message, around)));
    }

    private Uni<Optional<Parcel>> follow(
            Transaction tx, Outgoing message, Circumstances around, SendDecision decision) {
        Uni<Void> written = messages.decided(tx, message, decision);
        if (decision instanceof SendDecision.Send send) {
            String template = message.message().template().key();
            Parcel parcel = Parcel.of(message.attempted(), send.email(), around, gate.wayOut(message.personId()));
            return written.chain(() -> gate.written(tx, message.messageId(), message.personId(), template))
                    .replaceWith(Optional.of(parcel));
        }
        return decision instanceof SendDecision.Skip
                ? written.chain(() -> runs.ofRuns(tx, List.of(message.playRunId())))
                        .replaceWith(Optional.empty())
                : written.replaceWith(Optional.empty());
    }
}
