package io.playcaller.router.delivery.mail.out;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.router.config.MailConfig;
import io.playcaller.router.delivery.Attempt;
import io.playcaller.router.delivery.Background;
import io.playcaller.router.delivery.Delivery;
import io.playcaller.router.delivery.Pace;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.TaskMessage;
import io.playcaller.router.delivery.app.Connector;
import io.playcaller.router.delivery.mail.DigestLetter;
import io.playcaller.router.delivery.mail.Letter;
import io.playcaller.router.delivery.mail.Links;
import io.playcaller.router.delivery.mail.NoticeLetter;
import io.playcaller.router.delivery.mail.Reader;
import io.playcaller.router.delivery.mail.TaskLetter;
import io.playcaller.router.delivery.mail.Threads;
import io.playcaller.router.delivery.person.Digest;
import io.playcaller.router.delivery.person.Notice;
import io.playcaller.router.delivery.person.Recipient;
import io.playcaller.router.delivery.person.TaskNote;
import io.playcaller.router.delivery.person.Telling;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.store.Columns;
import io.playcaller.router.task.TaskDecision;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tasks by e-mail. A letter is written when it is sent, so that its links are as fresh as it is and stand in no table. SMTP
 * cannot tell whether a letter had arrived: one that is sent again has the same {@code Message-ID}.
 */
@ApplicationScoped
public class MailConnector implements Connector {

    public static final String NAME = "mail";

    private static final Pace PACE = new Pace(4, 10, 20);
    private static final String DIGEST = "digest/";

    private final MailConfig config;
    private final ReactiveMailer mailer;
    private final CurrentRules rules;
    private final BusinessClock clock;
    private final Optional<Links> links;
    private final Threads threads;

    MailConnector(
            MailConfig config, ReactiveMailer mailer, CurrentRules rules, SignedLinks links, BusinessClock clock) {
        this.config = config;
        this.mailer = mailer;
        this.rules = rules;
        this.clock = clock;
        this.links = links.configured();
        this.threads = Threads.ofSender(config.from().orElse(""));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> target() {
        return config.from();
    }

    /** An escalation does not wait for the mail that its assignee never got. */
    @Override
    public boolean inOrder() {
        return false;
    }

    @Override
    public Pace pace() {
        return PACE;
    }

    @Override
    public Duration timeout() {
        return config.timeout();
    }

    @Override
    public List<Delivery> deliveries(TaskDecision.Changed change, Background background) {
        List<Delivery> letters = new ArrayList<>();
        for (Telling telling : Telling.of(change)) {
            background
                    .directory()
                    .person(telling.staffId())
                    .filter(person -> person.isToldBy(NAME))
                    .ifPresent(person -> letters.add(Delivery.to(
                            Recipient.of(telling),
                            change.after(),
                            NAME,
                            TaskMessage.purpose(change),
                            Columns.json(TaskNote.of(change, background)))));
        }
        return letters;
    }

    @Override
    public Uni<Receipt> send(Attempt attempt) {
        Recipient recipient = attempt.delivery().recipient();
        Optional<StaffMember> person = recipient == null
                ? Optional.empty()
                : rules.get().directory().personAt(recipient.id(), clock.instant());
        return person.map(found -> send(attempt.delivery(), letter(attempt, found)))
                .orElseGet(() -> Uni.createFrom()
                        .item(new Receipt.Refused(
                                Optional.empty(),
                                "nobody of this id is in the directory any more, or they have left")));
    }

    private Letter letter(Attempt attempt, StaffMember person) {
        RouterRules current = rules.get();
        Reader reader =
                new Reader(person, current.calendars().of(person.calendar()).zone(), links, attempt.at());
        Delivery delivery = attempt.delivery();
        if (delivery.purpose().startsWith(Notice.PURPOSE)) {
            return NoticeLetter.of(Columns.read(delivery.body(), Notice.class), reader, threads);
        }
        return delivery.purpose().startsWith(DIGEST)
                ? DigestLetter.of(Columns.read(delivery.body(), Digest.class), reader, threads)
                : TaskLetter.of(Columns.read(delivery.body(), TaskNote.class), reader, threads);
    }

    private Uni<Receipt> send(Delivery delivery, Letter letter) {
        Mail mail = Mail.withText(letter.to(), letter.subject(), letter.text())
                .setHtml(letter.html())
                .setFrom(config.from().orElseThrow())
                .addHeader(Letter.DELIVERY, delivery.deliveryId().toString());
        letter.headers().forEach((name, value) -> mail.addHeader(name, value));
        return mailer.send(mail)
                .replaceWith((Receipt) new Receipt.Taken(250))
                .onFailure()
                .recoverWithItem(MailConnector::receipt);
    }

    /** Codes of 550 and above are about the letter or its reader; others of the server's refusals are mended by people. */
    private static Receipt receipt(Throwable failure) {
        String because = Objects.requireNonNullElse(failure.getMessage(), "the connection was lost");
        if (failure instanceof SMTPException refused) {
            Optional<Integer> code = Optional.of(refused.getReplyCode());
            return refused.getReplyCode() >= 550
                    ? new Receipt.Refused(code, because)
                    : new Receipt.Failed(code, because, Optional.empty());
        }
        return new Receipt.Failed(because);
    }
}
