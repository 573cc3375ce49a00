package io.playcaller.router.digital.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.router.delivery.RetryLadder;
import io.playcaller.router.digital.Parcel;
import io.playcaller.router.digital.SendResult;
import io.playcaller.router.digital.Settlement;
import io.playcaller.router.digital.out.PgContacts;
import io.playcaller.router.digital.out.PgMessageClaims;
import io.playcaller.router.run.out.PgRunDues;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/** Sends what was claimed, outside of any transaction, and writes down what came of it. */
@ApplicationScoped
class MessageSender {

    private final MessageChannels channels;
    private final Transactions transactions;
    private final PgMessageClaims messages;
    private final PgContacts contacts;
    private final PgRunDues runs;
    private final MeterRegistry meters;

    MessageSender(
            MessageChannels channels,
            Transactions transactions,
            PgMessageClaims messages,
            PgContacts contacts,
            PgRunDues runs,
            MeterRegistry meters) {
        this.channels = channels;
        this.transactions = transactions;
        this.messages = messages;
        this.contacts = contacts;
        this.runs = runs;
        this.meters = meters;
    }

    Uni<Void> send(Parcel parcel) {
        MessageChannel channel = channels.of(parcel.message().message().channel());
        return Uni.createFrom()
                .deferred(() -> channel.send(parcel))
                .ifNoItem()
                .after(channel.timeout())
                .recoverWithItem(() -> new SendResult.Lost(
                        "no answer within " + channel.timeout().toMillis() + " ms"))
                .onFailure()
                .recoverWithItem(failure -> new SendResult.Lost(
                        Objects.requireNonNullElse(failure.getMessage(), "the connection was lost")))
                .chain(result -> transactions.run(tx -> settle(tx, parcel, result)));
    }

    private Uni<Void> settle(Transaction tx, Parcel parcel, SendResult result) {
        Settlement settlement = Settlement.of(
                parcel.message().message().channel(), parcel.message().attempts(), result, RetryLadder::after);
        meters.counter(
                        "router.messages",
                        "channel",
                        parcel.message().message().channel().word(),
                        "became",
                        settlement.state())
                .increment();
        Uni<Void> written = messages.settle(tx, parcel.message(), settlement);
        if (result instanceof SendResult.Bounced) {
            written = written.chain(() -> contacts.bounced(tx, parcel.email()));
        }
        return settlement.isOver()
                ? written.chain(() -> runs.ofRuns(tx, List.of(parcel.message().playRunId())))
                : written;
    }
}
